import { describe, expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, EditOptions, FieldEdit, FieldPath } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed, reasonOf } from '../outcome'

const pelican: EditOptions = { generator: 'pelican' }
const text = (value: string): AddedValue => ({ kind: 'text', text: value })
const list = (...items: string[]): AddedValue => ({ kind: 'list', items: items.map(text) })
const set = (path: FieldPath, value: AddedValue): FieldEdit => ({ kind: 'set', path, value })
const append = (key: string, item: string): FieldEdit => ({ kind: 'append', path: [key], value: text(item) })
const add = (key: string, value: AddedValue): FieldEdit => ({ kind: 'add-key', path: [], key, value })
const removeItem = (key: string, index: number): FieldEdit => ({ kind: 'remove-item', path: [key], index })
const move = (key: string, from: number, to: number): FieldEdit => ({
  kind: 'move-item',
  path: [key],
  from,
  to,
})

const post = 'Title: A: b\nDate: 2018-05-31\nTags: one, two\nSummary: first\n    second\nEmpty:\n\nBody: x\n'

describe('headers', () => {
  test.each<[string, FieldEdit, string]>([
    ['a text', set(['Title'], text('C # 1')), post.replace('A: b', 'C # 1')],
    ['a date is a text', set(['Date'], text('2018-06-01')), post.replace('-05-31', '-06-01')],
    ['a text of two lines', set(['Title'], text('a\nb')), post.replace('A: b', 'a\n    b')],
    ['two lines become one', set(['Summary'], text('one')), post.replace('first\n    second', 'one')],
    ['an empty value', set(['Empty'], text('full')), post.replace('Empty:', 'Empty: full')],
    ['whatever its case', set(['title'], text('B')), post.replace('A: b', 'B')],
    ['a dash line in a value', set(['Title'], text('---')), post.replace('A: b', '---')],
    ['cleared', { kind: 'clear', path: ['Summary'] }, post.replace(' first\n    second', '')],
    ['cleared when empty', { kind: 'clear', path: ['Empty'] }, post],
    ['the same again', set(['Summary'], text('first\nsecond')), post],
    ['added', add('Slug', text('a-b')), post.replace('Empty:\n', 'Empty:\nSlug: a-b\n')],
    ['added empty', add('Slug', text('')), post.replace('Empty:\n', 'Empty:\nSlug:\n')],
    ['added with two lines', add('X', text('a\nb')), post.replace('Empty:\n', 'Empty:\nX: a\n    b\n')],
    [
      'added with authors',
      add('Authors', list('A', 'B')),
      post.replace('Empty:\n', 'Empty:\nAuthors: A, B\n'),
    ],
    [
      'added with an author who has a comma',
      add('Authors', list('A, B', 'C')),
      post.replace('Empty:\n', 'Empty:\nAuthors: A, B; C\n'),
    ],
    ['removed', { kind: 'remove-key', path: ['Summary'] }, post.replace('Summary: first\n    second\n', '')],
    ['removed, the first', { kind: 'remove-key', path: ['Title'] }, post.replace('Title: A: b\n', '')],
    ['renamed', { kind: 'rename-key', path: ['Date'], key: 'Modified' }, post.replace('Date', 'Modified')],
    ['in another case', { kind: 'rename-key', path: ['Date'], key: 'date' }, post.replace('Date', 'date')],
    [
      'renamed into a list',
      { kind: 'rename-key', path: ['Title'], key: 'Authors' },
      post.replace('Title', 'Authors'),
    ],
  ])('%s', (_what, edit, after) => {
    expect(changed(post, editFrontMatter(post, edit, pelican))).toBe(after)
  })

  test('a new one stands where the other posts have it', () => {
    const habit = { order: ['title', 'date', 'slug', 'tags'], quotes: 'plain', list: 'flow' } as const
    const after = changed(post, editFrontMatter(post, add('Slug', text('s')), { ...pelican, habit }))
    expect(after).toBe(post.replace('Tags', 'Slug: s\nTags'))
  })

  test('at the end of a text without a line break', () => {
    const short = 'Title: A\r\nDate: B'
    expect(changed(short, editFrontMatter(short, add('X', text('y')), pelican))).toBe(
      'Title: A\r\nDate: B\r\nX: y',
    )
    expect(changed(short, editFrontMatter(short, set(['Date'], text('C\nD')), pelican))).toBe(
      'Title: A\r\nDate: C\r\n    D',
    )
  })

  test('between lines of dashes', () => {
    const fenced = '---\nTitle: A: b\nTags: x\n---\nBody'
    expect(changed(fenced, editFrontMatter(fenced, set(['Title'], text('C: [d')), pelican))).toBe(
      '---\nTitle: C: [d\nTags: x\n---\nBody',
    )
  })
})

describe('lists', () => {
  test.each<[string, string, FieldEdit, string]>([
    ['append', 'one, two', append('Tags', 'three'), 'one, two, three'],
    ['append without spaces', 'one,two', append('Tags', 'three'), 'one,two,three'],
    ['append behind a semicolon', 'Doe, J; Roe, R', append('Tags', 'Poe, E'), 'Doe, J; Roe, R; Poe, E'],
    ['append to one', 'one', append('Tags', 'two'), 'one, two'],
    ['append what has a comma to one', 'one', append('Tags', 'a, b'), 'one; a, b'],
    ['append to nothing', '', append('Tags', 'one'), 'one'],
    ['append what has a comma to nothing', '', append('Tags', 'a, b'), 'a, b;'],
    ['append in front of a comma too many', 'one, two,', append('Tags', 'x'), 'one, two, x,'],
    ['append on lines', 'a, b\n    c', append('Tags', 'd, e'), 'a, b\n    c\n    d, e'],
    ['remove the first', 'one, two', removeItem('Tags', 0), 'two'],
    ['remove the last', 'one, two', removeItem('Tags', 1), 'one'],
    ['remove a line', 'a\n      b\n      c', removeItem('Tags', 1), 'a\n      c'],
    ['remove all but what has a comma', 'x; a, b', removeItem('Tags', 0), 'a, b;'],
    ['move', 'one,  two, three', move('Tags', 0, 2), 'two,  three, one'],
    ['set an item', 'one, two', set(['Tags', 1], text('2')), 'one, 2'],
    ['set all', 'one; two', set(['Tags'], list('a', 'b', 'c')), 'a; b; c'],
    ['the same again', 'one ,two', set(['Tags'], list('one', 'two')), 'one ,two'],
    ['set a line of text', '', set(['Tags'], text('a, b')), 'a, b'],
    ['set a line of text over others', 'one, two', set(['Tags'], text('a; b')), 'a; b'],
    ['set the same line of text', 'one ,two', set(['Tags'], text('one ,two')), 'one ,two'],
  ])('%s', (_what, before, edit, after) => {
    const at = (value: string) => `Title: A\nTags: ${value}`.trimEnd().concat('\nDate: B\n\nBody\n')
    expect(changed(at(before), editFrontMatter(at(before), edit, pelican))).toBe(at(after))
  })

  test('the only item taken out leaves the header', () => {
    const one = 'Title: A\nTags: a\n\nBody'
    expect(changed(one, editFrontMatter(one, removeItem('Tags', 0), pelican))).toBe('Title: A\nTags:\n\nBody')
  })
})

describe('refused', () => {
  test.each<[string, FieldEdit, string]>([
    ['an empty line', set(['Title'], text('a\n\nb')), 'unsupported-value'],
    ['a blank at the start', set(['Title'], text(' a')), 'unsupported-value'],
    ['a blank at the end', set(['Title'], text('a\u00a0')), 'unsupported-value'],
    ['a tab', set(['Title'], text('a\tb')), 'unsupported-value'],
    ['half a character', set(['Title'], text('\udc00')), 'unsupported-value'],
    ['a type', set(['Title'], { kind: 'plain', source: 'true' }), 'unsupported-value'],
    ['a list in a single header', set(['Title'], list('a')), 'unsupported-value'],
    ['an empty tag', set(['Tags'], list('a', '')), 'unsupported-value'],
    ['a tag of two lines', add('Authors', list('a\nb')), 'unsupported-value'],
    ['a map', add('x', { kind: 'map', entries: [] }), 'unsupported-value'],
    ['a name with a space', add('a b', text('c')), 'unsupported-value'],
    ['no name', { kind: 'rename-key', path: ['Title'], key: '' }, 'unsupported-value'],
    ['a tag with the sign that parts tags', append('Tags', 'a, b'), 'unsupported-value'],
    ['an item of a text', append('Title', 'a'), 'not-a-list'],
    ['a name that is there', add('TITLE', text('c')), 'duplicate-key'],
    ['another header’s name', { kind: 'rename-key', path: ['Title'], key: 'date' }, 'duplicate-key'],
    ['no such header', set(['Nope'], text('a')), 'no-such-field'],
    ['no such item', removeItem('Tags', 2), 'no-such-field'],
    ['a part of a text', set(['Title', 'x'], text('a')), 'no-such-field'],
  ])('%s', (_what, edit, reason) => {
    expect(reasonOf(editFrontMatter(post, edit, pelican))).toBe(reason)
  })

  test('a header that is there twice, in whatever case; the others stay editable', () => {
    const twice = 'Title: A\ntitle: B\nDate: C\n\nBody'
    const result = editFrontMatter(twice, set(['title'], text('x')), pelican)
    expect(reasonOf(result)).toBe('duplicate-key')
    expect(result.kind === 'refused' && result.refusal.offset).toBe(9)
    expect(changed(twice, editFrontMatter(twice, set(['Date'], text('D')), pelican))).toContain('Date: D\n')
    const read = readFrontMatter(twice, pelican)
    expect(read.kind === 'fields' && read.fields.map(({ refusal }) => refusal?.reason ?? null)).toEqual([
      'duplicate-key',
      'duplicate-key',
      null,
    ])
  })

  test('the last header of all: its block would be gone', () => {
    const one = 'Title: A\n\nBody'
    expect(reasonOf(editFrontMatter(one, { kind: 'remove-key', path: ['Title'] }, pelican))).toBe(
      'would-touch-more',
    )
  })
})

test('fields come with their places; tags and authors are lists', () => {
  const read = readFrontMatter(`\ufeff${post}`, pelican)
  if (read.kind !== 'fields') throw new Error(read.kind)
  const shown = read.fields.map(({ key, value, keyRange, valueRange }) => [
    key,
    value.kind === 'list' ? value.items.map((item) => item.kind === 'text' && item.text) : value,
    `\ufeff${post}`.slice(keyRange.from, keyRange.to),
    `\ufeff${post}`.slice(valueRange.from, valueRange.to),
  ])
  expect(shown).toEqual([
    ['Title', text('A: b'), 'Title', 'A: b'],
    ['Date', text('2018-05-31'), 'Date', '2018-05-31'],
    ['Tags', ['one', 'two'], 'Tags', 'one, two'],
    ['Summary', text('first\nsecond'), 'Summary', 'first\n    second'],
    ['Empty', text(''), 'Empty', ''],
  ])
})

test.each([
  ['in their column', 'Title:    A\nDate:     B\n', 'Slug:     s\n'],
  ['without a space', 'Title:A\nDate:B\n', 'Slug:s\n'],
  ['behind one space where they differ', 'Title:  A\nDate: B\nTags:  x\n', 'Slug: s\n'],
])('a new header has its text as the others have theirs: %s', (_, headers, line) => {
  const before = `${headers}\nBody\n`
  const added = { kind: 'add-key', path: [], key: 'Slug', value: { kind: 'text', text: 's' } } as const
  expect(changed(before, editFrontMatter(before, added, { pelican: true }))).toBe(`${headers}${line}\nBody\n`)
})
