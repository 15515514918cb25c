import { describe, expect, test } from 'vitest'
import { addField, appendToList, setField } from '#shared/front-matter/edit'
import type { NewValue } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { changed, parsedByAll, reasonOf } from './outcome'

const openerless = { openerless: true }
const text = (value: string): NewValue => ({ kind: 'text', text: value })
const plain = (source: string): NewValue => ({ kind: 'plain', source })

/** A field's value and refusal, or what else the front matter is. */
function shown(post: string, key: string): unknown {
  const read = readFrontMatter(post)
  if (read.kind !== 'fields') return read
  const field = read.fields.find((candidate) => candidate.key === key)
  return { value: field?.value, refusal: field?.refusal?.reason ?? null }
}

describe('cases that break other editors', () => {
  test('1: a quoted date in a block that has no opener and ends in dots', () => {
    const post = 'title: A\npublished_on: "May 31, 2018"\n...\nBody'
    expect(changed(post, setField(post, ['published_on'], text('June 1, 2018'), openerless))).toBe(
      'title: A\npublished_on: "June 1, 2018"\n...\nBody',
    )
  })

  test('2: a setext heading that looks like a key is prose', () => {
    expect(readFrontMatter('Note: hi\n---\ntext')).toEqual({ kind: 'none' })
    expect(reasonOf(setField('Note: hi\n---\ntext', ['Note'], text('x')))).toBe('no-front-matter')
  })

  test('3: byte order mark, CRLF, a comment and no final newline stay', () => {
    const post = '\ufeff---\r\ntitle: "A" # keep\r\n---\r\nBody'
    expect(changed(post, setField(post, ['title'], text('B')))).toBe(
      '\ufeff---\r\ntitle: "B" # keep\r\n---\r\nBody',
    )
    expect(changed(post, addField(post, 'draft', plain('true')))).toBe(
      '\ufeff---\r\ntitle: "A" # keep\r\ndraft: true\r\n---\r\nBody',
    )
  })

  test('4: yes becomes no, not false', () => {
    const post = '---\ndraft: yes\n---\n'
    expect(shown(post, 'draft')).toMatchObject({ value: { kind: 'plain', type: 'yes-no', source: 'yes' } })
    expect(changed(post, setField(post, ['draft'], plain('no')))).toBe('---\ndraft: no\n---\n')
  })

  test('5: a mistake is told with its place, and no field is edited around it', () => {
    const post = '---\nok: 1\ntitle: {#if x}\n---\n'
    expect(readFrontMatter(post)).toMatchObject({ kind: 'unreadable', line: 3, column: 9, offset: 18 })
    expect(reasonOf(setField(post, ['title'], text('x')))).toBe('unreadable')
    expect(reasonOf(setField(post, ['ok'], plain('2')))).toBe('unreadable')
  })

  test('6: braces around words are shown as they are, and become text when edited', () => {
    const post = '---\ntitle: {let/const}\n---\n'
    expect(shown(post, 'title')).toEqual({ value: { kind: 'text', text: '{let/const}' }, refusal: null })
    expect(setField(post, ['title'], text('{let/const}'))).toEqual({ kind: 'changed', changes: [] })
    expect(changed(post, setField(post, ['title'], text('{let/const} in use')))).toBe(
      '---\ntitle: "{let/const} in use"\n---\n',
    )
  })

  test('7: so is a template placeholder', () => {
    const post = '---\ntitle: {{ title }}\n---\n'
    expect(shown(post, 'title')).toEqual({ value: { kind: 'text', text: '{{ title }}' }, refusal: null })
    expect(changed(post, setField(post, ['title'], text('A')))).toBe('---\ntitle: A\n---\n')
  })

  test.each(['---\ndate:\u00a02017-09-12\n---\n', '---\ntitle: x\ndate:\u00a02017-09-12\n---\n'])(
    '8: a no-break space after the colon is named: %j',
    (post) => {
      const read = readFrontMatter(post)
      expect(read.kind === 'unreadable' && read.message).toContain('no-break space')
      expect(reasonOf(setField(post, ['date'], plain('2018-01-01')))).toBe('unreadable')
    },
  )

  test('9: only the key that is there twice is refused', () => {
    const post = '---\ntags: [a]\ntitle: x\ntags: [b]\n---\n'
    expect(shown(post, 'tags')).toMatchObject({ refusal: 'duplicate-key' })
    expect(reasonOf(appendToList(post, ['tags'], 'c'))).toBe('duplicate-key')
    expect(changed(post, setField(post, ['title'], text('why')))).toBe(
      '---\ntags: [a]\ntitle: why\ntags: [b]\n---\n',
    )
  })

  test('10: a value that is repeated by an alias is refused, and so is the alias', () => {
    const post = '---\ndescription: &s hi\nsummary: *s\ntitle: A\n---\n'
    expect(shown(post, 'summary')).toEqual({ value: { kind: 'text', text: 'hi' }, refusal: 'alias' })
    expect(shown(post, 'description')).toMatchObject({ refusal: 'shared-anchor' })
    expect(reasonOf(setField(post, ['description'], text('x')))).toBe('shared-anchor')
    expect(reasonOf(setField(post, ['summary'], text('x')))).toBe('alias')
    expect(changed(post, setField(post, ['title'], text('B')))).toContain('title: B\n')
  })

  test('11: an indented --- inside a block scalar closes nothing', () => {
    const post = '---\nexcerpt: |\n  a\n  ---\n  b\n---\nBody'
    expect(shown(post, 'excerpt')).toMatchObject({ value: { text: 'a\n---\nb' } })
    expect(changed(post, setField(post, ['excerpt'], text('a\n---\nc')))).toBe(
      '---\nexcerpt: |\n  a\n  ---\n  c\n---\nBody',
    )
  })

  test('12: a folded value that gets two lines stays folded and keeps both', () => {
    const post = '---\nsummary: >-\n  long\n---\n'
    const after = changed(post, setField(post, ['summary'], text('one\ntwo')))
    expect(after).toBe('---\nsummary: >-\n  one\n\n  two\n---\n')
    for (const parsed of parsedByAll(after)) expect(parsed.summary).toBe('one\ntwo')
  })

  test('13: a new key goes below blank lines that belong to a |+ value', () => {
    const post = '---\nx: |+\n  a\n\n\n---\n'
    expect(changed(post, addField(post, 'new', text('v')))).toBe('---\nx: |+\n  a\n\n\nnew: v\n---\n')
  })

  test('14: a comment stays on its item when another is appended', () => {
    const post = '---\ntags: [\n  a,\n  b, # why\n]\n---\n'
    expect(changed(post, appendToList(post, ['tags'], 'c'))).toBe(
      '---\ntags: [\n  a,\n  b, # why\n  c,\n]\n---\n',
    )
    const withoutComma = '---\ntags: [\n  a,\n  b # why\n]\n---\n'
    expect(changed(withoutComma, appendToList(withoutComma, ['tags'], 'c'))).toBe(
      '---\ntags: [\n  a,\n  b, # why\n  c\n]\n---\n',
    )
  })

  test('15: an empty list with a comment is refused, a value is not', () => {
    const post = '---\ncategories:   # todo\n---\n'
    expect(reasonOf(appendToList(post, ['categories'], 'a'))).toBe('comment-in-the-way')
    expect(changed(post, setField(post, ['categories'], text('a')))).toBe(
      '---\ncategories: a   # todo\n---\n',
    )
  })

  test('16: numbers stay as written', () => {
    const post = '---\nversion: 1.10\nzip: 012\ntitle: A\n---\n'
    expect(shown(post, 'version')).toMatchObject({ value: { kind: 'plain', type: 'number', source: '1.10' } })
    expect(shown(post, 'zip')).toMatchObject({ value: { kind: 'plain', type: 'number', source: '012' } })
    expect(changed(post, setField(post, ['title'], text('B')))).toBe(
      '---\nversion: 1.10\nzip: 012\ntitle: B\n---\n',
    )
    expect(changed(post, setField(post, ['version'], plain('1.20')))).toContain('version: 1.20\n')
  })

  test.each([
    '=',
    '<<',
    'no',
    '12:30',
    '1_000',
    '2020-01-01',
    '~',
    '0x1F',
    '1e3',
    '.inf',
    'Null',
    '- a',
    'a: b',
    'a #b',
  ])('17: the title %j stays text', (title) => {
    const post = '---\ntitle: A\n---\n'
    const after = changed(post, setField(post, ['title'], text(title)))
    for (const parsed of parsedByAll(after)) expect(parsed.title).toBe(title)
  })

  test('18: a line separator inside a block scalar survives', () => {
    const post = '---\nintro: |\n  a\u2028b\ntitle: A\n---\n'
    expect(changed(post, setField(post, ['title'], text('B')))).toBe(
      '---\nintro: |\n  a\u2028b\ntitle: B\n---\n',
    )
    const after = changed(post, setField(post, ['intro'], text('c\u2028d')))
    for (const parsed of parsedByAll(after)) expect(String(parsed.intro).trim()).toBe('c\u2028d')
  })

  test('19: a new key of TOML goes above the first table, and an apostrophe forces double quotes', () => {
    const post = "+++\ntitle = 'A'\n[extra]\nx=1\n+++\n"
    expect(changed(post, addField(post, 'draft', plain('true')))).toBe(
      "+++\ntitle = 'A'\ndraft = true\n[extra]\nx=1\n+++\n",
    )
    expect(changed(post, setField(post, ['title'], text("it's")))).toBe(
      '+++\ntitle = "it\'s"\n[extra]\nx=1\n+++\n',
    )
  })

  test('20: metadata lines are one text each, without types; tags are the list that Pelican makes of them', () => {
    const post = 'Title: A\nDraft: no\nTags: a, b\n\nBody'
    const pelican = { generator: 'pelican' } as const
    const read = readFrontMatter(post, pelican)
    expect(read.kind === 'fields' && read.fields.map(({ key, value }) => [key, value])).toEqual([
      ['Title', text('A')],
      ['Draft', text('no')],
      ['Tags', { kind: 'list', items: [text('a'), text('b')] }],
    ])
    expect(changed(post, setField(post, ['Title'], text('"no": [x'), pelican))).toBe(
      'Title: "no": [x\nDraft: no\nTags: a, b\n\nBody',
    )
    expect(changed(post, appendToList(post, ['Tags'], 'c', pelican))).toBe(
      'Title: A\nDraft: no\nTags: a, b, c\n\nBody',
    )
    expect(reasonOf(setField(post, ['Draft'], plain('false'), pelican))).toBe('unsupported-value')
  })
})
