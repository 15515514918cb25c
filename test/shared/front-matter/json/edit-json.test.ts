import { describe, expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, EditOptions, FieldEdit, FieldPath } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed, reasonOf } from '../outcome'

const text = (value: string): AddedValue => ({ kind: 'text', text: value })
const plain = (source: string): AddedValue => ({ kind: 'plain', source })
const list = (...items: AddedValue[]): AddedValue => ({ kind: 'list', items })
const map = (...entries: [string, AddedValue][]): AddedValue => ({ kind: 'map', entries })
const set = (path: FieldPath, value: AddedValue): FieldEdit => ({ kind: 'set', path, value })
const append = (path: FieldPath, value: AddedValue): FieldEdit => ({ kind: 'append', path, value })
const add = (key: string, value: AddedValue, path: FieldPath = []): FieldEdit => ({
  kind: 'add-key',
  path,
  key,
  value,
})
const remove = (...path: FieldPath): FieldEdit => ({ kind: 'remove-key', path })
const removeItem = (index: number, ...path: FieldPath): FieldEdit => ({ kind: 'remove-item', path, index })
const move = (from: number, to: number, ...path: FieldPath): FieldEdit => ({
  kind: 'move-item',
  path,
  from,
  to,
})

function expectEdit(before: string, edit: FieldEdit, after: string, options: EditOptions = {}): void {
  expect(changed(before, editFrontMatter(before, edit, options))).toBe(after)
}

const lines = '{\n  "title": "A",\n  "tags": ["a", "b"],\n  "extra": {\n    "x": 1\n  }\n}\n\nBody\n'

describe('one value', () => {
  test.each<[string, string, FieldEdit, string]>([
    ['a title', lines, set(['title'], text('It’s "B"')), lines.replace('"A"', '"It’s \\"B\\""')],
    ['a value inside an object', lines, set(['extra', 'x'], plain('2.50')), lines.replace(': 1', ': 2.50')],
    ['an item', lines, set(['tags', 1], text('c')), lines.replace('"b"', '"c"')],
    ['two lines of text', lines, set(['title'], text('a\nb\t\\')), lines.replace('"A"', '"a\\nb\\t\\\\"')],
    [
      'a list over a text',
      lines,
      set(['title'], list(text('a'), plain('1'))),
      lines.replace('"A"', '["a", 1]'),
    ],
    [
      'an object over a text',
      lines,
      set(['title'], map(['a', text('b')])),
      lines.replace('"A"', '{\n    "a": "b"\n  }'),
    ],
    ['odd spacing', '{ "a" :1 ,"b" :  2 }\n', set(['b'], plain('3')), '{ "a" :1 ,"b" :  3 }\n'],
    ['tabs and CRLF', '{\r\n\t"a": 1\r\n}\r\nB', set(['a'], plain('true')), '{\r\n\t"a": true\r\n}\r\nB'],
    [
      'a number of twenty digits beside it',
      '{"id": 12345678901234567890, "a": "b"}',
      set(['a'], text('c')),
      '{"id": 12345678901234567890, "a": "c"}',
    ],
    ['a key named __proto__', '{"__proto__": "a"}', set(['__proto__'], text('b')), '{"__proto__": "b"}'],
    [
      'a key with dots, spaces and an emoji',
      '{"a.b c 🎉": "a"}',
      set(['a.b c 🎉'], text('b')),
      '{"a.b c 🎉": "b"}',
    ],
  ])('%s', (_what, before, edit, after) => expectEdit(before, edit, after))

  test('keeps its way of escaping', () => {
    expectEdit(
      '{"a": "caf\\u00e9"}',
      set(['a'], text('th\u00e9\u{1f600}')),
      '{"a": "th\\u00e9\\ud83d\\ude00"}',
    )
    expectEdit('{"a": "caf\\u00E9"}', set(['a'], text('\u00ea')), '{"a": "\\u00EA"}')
    expectEdit('{"a": "caf\u00e9"}', set(['a'], text('th\u00e9')), '{"a": "th\u00e9"}')
    expectEdit('{"a": "\\/x"}', set(['a'], text('/y')), '{"a": "\\/y"}')
  })

  test('that is there already changes nothing, however it is escaped', () => {
    expectEdit('{"a": "caf\\u00e9"}', set(['a'], text('caf\u00e9')), '{"a": "caf\\u00e9"}')
    expectEdit('{"a": [ 1,2 ]}', set(['a'], list(plain('1'), plain('2'))), '{"a": [ 1,2 ]}')
  })

  test('cleared is empty in its own kind', () => {
    const post = '{"a": "x", "b": [1], "c": {"d": 1}, "e": 3, "f": null}'
    expectEdit(post, { kind: 'clear', path: ['a'] }, post.replace('"x"', '""'))
    expectEdit(post, { kind: 'clear', path: ['b'] }, post.replace('[1]', '[]'))
    expectEdit(post, { kind: 'clear', path: ['c'] }, post.replace('{"d": 1}', '{}'))
    expectEdit(post, { kind: 'clear', path: ['e'] }, post.replace('3', '""'))
    expectEdit(post, { kind: 'clear', path: ['f'] }, post)
  })
})

describe('a list', () => {
  const onLines = '{\n  "tags": [\n    "a",\n    "b"\n  ]\n}\n'
  test.each<[string, string, FieldEdit, string]>([
    ['append on one line', lines, append(['tags'], text('c')), lines.replace('"b"]', '"b", "c"]')],
    ['append on lines', onLines, append(['tags'], text('c')), onLines.replace('"b"\n', '"b",\n    "c"\n')],
    [
      'append to one item on a line',
      '{\n\t"tags": [\n\t\t"a"\n\t]\n}',
      append(['tags'], text('b')),
      '{\n\t"tags": [\n\t\t"a",\n\t\t"b"\n\t]\n}',
    ],
    [
      'append an object as the last one is written',
      '{\n  "l": [\n    { "a": 1 }\n  ],\n  "m": {\n    "b": 2\n  }\n}',
      append(['l'], map(['a', plain('2')])),
      '{\n  "l": [\n    { "a": 1 },\n    { "a": 2 }\n  ],\n  "m": {\n    "b": 2\n  }\n}',
    ],
    ['append to an empty one', '{"tags": []}', append(['tags'], text('a')), '{"tags": ["a"]}'],
    ['append to null', '{"tags": null}', append(['tags'], text('a')), '{"tags": ["a"]}'],
    ['append to an empty text', '{"tags": ""}', append(['tags'], text('a')), '{"tags": ["a"]}'],
    [
      'append to a single value',
      '{"tags": "a\\u0041"}',
      append(['tags'], text('b')),
      '{"tags": ["a\\u0041", "b"]}',
    ],
    [
      'append without spaces',
      '{"a":1,"tags":["a"]}',
      append(['tags'], text('b')),
      '{"a":1,"tags":["a","b"]}',
    ],
    [
      'append an object',
      '{\n  "x": [\n    {\n      "a": 1\n    }\n  ]\n}',
      append(['x'], map(['a', plain('2')])),
      '{\n  "x": [\n    {\n      "a": 1\n    },\n    {\n      "a": 2\n    }\n  ]\n}',
    ],
    ['remove the first', lines, removeItem(0, 'tags'), lines.replace('"a", ', '')],
    ['remove the last', onLines, removeItem(1, 'tags'), onLines.replace(',\n    "b"', '')],
    ['remove the only one', '{"tags": [ "a" ]}', removeItem(0, 'tags'), '{"tags": []}'],
    ['move down', onLines, move(0, 1, 'tags'), '{\n  "tags": [\n    "b",\n    "a"\n  ]\n}\n'],
    ['move up past two', '{"t": ["a", "b",  "c"]}', move(2, 0, 't'), '{"t": ["c", "a",  "b"]}'],
  ])('%s', (_what, before, edit, after) => expectEdit(before, edit, after))
})

describe('a key', () => {
  test.each<[string, string, FieldEdit, string]>([
    [
      'added at the end',
      lines,
      add('draft', plain('true')),
      lines.replace('  }\n}', '  },\n  "draft": true\n}'),
    ],
    ['added in an object', lines, add('y', text('z'), ['extra']), lines.replace('1\n', '1,\n    "y": "z"\n')],
    ['added on one line', '{ "a" : 1 }', add('b', plain('2')), '{ "a" : 1, "b" : 2 }'],
    ['added to nothing', '{}\nBody', add('a', plain('1')), '{"a": 1}\nBody'],
    ['added to nothing on two lines', '{\n}\nBody', add('a', plain('1')), '{\n  "a": 1\n}\nBody'],
    [
      'added with a list',
      lines,
      add('more', list(text('a'), text('b'))),
      lines.replace('  }\n}', '  },\n  "more": ["a", "b"]\n}'),
    ],
    ['removed, the first', '{"a": 1, "b": 2}', remove('a'), '{"b": 2}'],
    ['removed, the last', '{"a": 1, "b": 2}', remove('b'), '{"a": 1}'],
    ['removed, with its line', lines, remove('tags'), lines.replace('  "tags": ["a", "b"],\n', '')],
    [
      'removed, the last line',
      lines,
      remove('extra'),
      '{\n  "title": "A",\n  "tags": ["a", "b"]\n}\n\nBody\n',
    ],
    ['removed, the only one', '{\n  "a": 1\n}\nB', remove('a'), '{}\nB'],
    ['removed from an object', lines, remove('extra', 'x'), lines.replace('{\n    "x": 1\n  }', '{}')],
    [
      'renamed',
      lines,
      { kind: 'rename-key', path: ['tags'], key: 'a"b' },
      lines.replace('"tags"', '"a\\"b"'),
    ],
  ])('%s', (_what, before, edit, after) => expectEdit(before, edit, after))

  test('is added where the other posts have it', () => {
    const habit = { order: ['title', 'date', 'draft', 'tags'], quotes: 'plain', list: 'flow' } as const
    expectEdit(lines, add('draft', plain('true')), lines.replace('"A",', '"A",\n  "draft": true,'), { habit })
    expectEdit('{"tags": [], "x": 1}', add('date', text('d')), '{"date": "d", "tags": [], "x": 1}', { habit })
    expectEdit('{"x": 1}', add('date', text('d')), '{"x": 1, "date": "d"}', { habit })
  })
})

describe('between semicolons', () => {
  const bare = ';;;\n"title": "A",\n"tags": ["a"]\n;;;\nBody'
  const braced = ';;;\n{\n  "title": "A"\n}\n;;;\nBody'

  test.each<[string, string, FieldEdit, string]>([
    ['a value without braces', bare, set(['title'], text('B')), bare.replace('"A"', '"B"')],
    ['a value in braces', braced, set(['title'], text('B')), braced.replace('"A"', '"B"')],
    ['an item', bare, append(['tags'], text('b')), bare.replace('["a"]', '["a", "b"]')],
    ['a key without braces', bare, add('n', plain('1')), bare.replace('["a"]\n', '["a"],\n"n": 1\n')],
    ['a second key', ';;;\n"a": 1\n;;;\n', add('b', plain('2')), ';;;\n"a": 1,\n"b": 2\n;;;\n'],
    ['a first key', ';;;\n;;;\nBody', add('a', plain('1')), ';;;\n"a": 1\n;;;\nBody'],
    ['the first key away', bare, remove('title'), ';;;\n"tags": ["a"]\n;;;\nBody'],
    ['the last key away', bare, remove('tags'), ';;;\n"title": "A"\n;;;\nBody'],
    ['a key in braces', braced, add('n', plain('1')), braced.replace('"A"\n', '"A",\n  "n": 1\n')],
    [
      'a line of semicolons in a text',
      bare,
      set(['title'], text('a\n;;;\nb')),
      bare.replace('"A"', '"a\\n;;;\\nb"'),
    ],
  ])('%s', (_what, before, edit, after) => expectEdit(before, edit, after))

  test('Hexo’s form without an opening line', () => {
    const post = '"title": "A"\n;;;\nBody'
    expectEdit(post, set(['title'], text('B')), '"title": "B"\n;;;\nBody', { generator: 'hexo' })
  })
})

test('in a comment, no text ends the comment', () => {
  const post = '<!--{"title": "A"}-->\nBody'
  const after = changed(post, editFrontMatter(post, set(['title'], text('a --> b --!> c'))))
  expect(after).toBe('<!--{"title": "a --\\u003e b --!\\u003e c"}-->\nBody')
  const read = readFrontMatter(after)
  expect(read.kind === 'fields' && read.fields[0]?.value).toEqual(text('a --> b --!> c'))
  const added = changed(post, editFrontMatter(post, add('-->', plain('1'))))
  expect(added).toBe('<!--{"title": "A", "--\\u003e": 1}-->\nBody')
})

describe('refused', () => {
  test.each<[string, FieldEdit, string, number]>([
    ['{"a": 1, "b": 2, "a": 3}', set(['a'], plain('4')), 'duplicate-key', 17],
    ['{"a": {"b": 1, "b": 2}}', set(['a', 'b'], plain('4')), 'duplicate-key', 15],
    ['{"a": 1, "b": 2, "a": 3}', remove('a'), 'duplicate-key', 17],
    ['{"a": 1}', add('a', plain('2')), 'duplicate-key', 1],
    ['{"a": 1, "b": 2}', { kind: 'rename-key', path: ['a'], key: 'b' }, 'duplicate-key', 9],
    ['{"a": 1}', set(['b'], plain('2')), 'no-such-field', 0],
    ['{"a": [1]}', set(['a', 1], plain('2')), 'no-such-field', 6],
    ['{"a": 1}', remove('b'), 'no-such-field', 0],
    ['{"a": [1]}', set(['a'], text('x')), 'collection', 6],
    ['{"a": {"b": 1}}', append(['a'], text('x')), 'not-a-list', 6],
    ['{"a": 1}', removeItem(0, 'a'), 'not-a-list', 6],
    ['{"a": "b"}', set(['a'], plain('2018-05-31')), 'unsupported-value', 6],
    ['{"a": "b"}', set(['a'], plain('012')), 'unsupported-value', 6],
    ['{"a": "b"}', set(['a'], text('\ud800')), 'unsupported-value', 6],
    ['{"a": "b"}', add('', text('x')), 'unsupported-value', 0],
    ['{"a": "b"}', add('__proto__', text('x')), 'unsupported-value', 0],
    ['{"a": "b"}', add('c', map(['__proto__', text('x')])), 'unsupported-value', 0],
    ['{"a": "b",}', set(['a'], text('x')), 'unreadable', 10],
  ])('%s %j: %s', (post, edit, reason, offset) => {
    const result = editFrontMatter(post, edit)
    expect(reasonOf(result)).toBe(reason)
    expect(result.kind === 'refused' && result.refusal.offset).toBe(offset)
  })

  test('a key that is there twice leaves the others editable', () => {
    expectEdit('{"a": 1, "b": 2, "a": 3}', set(['b'], plain('4')), '{"a": 1, "b": 4, "a": 3}')
  })
})

describe('mistakes are told with their place', () => {
  test.each([
    ['{"a": 1,}', 9, /comma too many/],
    ['{\n  "a": 1 // why\n}', 12, /no comments/],
    ['{"a": 012}', 8, /begin with 0/],
    ['{"a": \'b\'}', 7, /double quotes/],
    ['{"a": "b\tc"}', 7, /\\t/],
    ['{"a" 1}', 6, /`:`/],
    ['{"a": 1 "b": 2}', 9, /comma is missing/],
    ['{"a": nul}', 7, /no value of JSON/],
    ['{"a": "\\x"}', 7, /escape/],
  ])('%j', (block, column, message) => {
    const post = `;;;\n${block}\n;;;\n`
    const read = readFrontMatter(post)
    expect(read).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(message) })
    const lineStart = block.lastIndexOf('\n', column - 2) + 1
    const place = { line: 2 + block.slice(0, lineStart).split('\n').length - 1 }
    expect(read).toMatchObject({ ...place, offset: 4 + column - 1 })
  })
})

test('fields come with their places', () => {
  const post = '\ufeff{\n "a": {"b": [1, "x"]},\n "n": null, "y": true\n}\n'
  const read = readFrontMatter(post)
  if (read.kind !== 'fields') throw new Error(read.kind)
  const [a, n, y] = read.fields
  expect(a?.value).toEqual({
    kind: 'map',
    entries: [
      {
        key: 'b',
        path: ['a', 'b'],
        value: { kind: 'list', items: [{ kind: 'plain', type: 'number', source: '1' }, text('x')] },
        keyRange: { from: 10, to: 13 },
        valueRange: { from: 15, to: 23 },
        refusal: null,
      },
    ],
  })
  expect(post.slice(a?.keyRange.from, a?.keyRange.to)).toBe('"a"')
  expect(n?.value).toEqual({ kind: 'plain', type: 'null', source: 'null' })
  expect(y?.value).toEqual({ kind: 'plain', type: 'yes-no', source: 'true' })
})
