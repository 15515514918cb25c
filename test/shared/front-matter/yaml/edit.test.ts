import { describe, expect, test } from 'vitest'
import {
  addField,
  appendToList,
  moveInList,
  removeField,
  removeFromList,
  setField,
} from '#shared/front-matter/edit'
import type { EditResult, NewValue } from '#shared/front-matter/front-matter'
import { changed, parsedByAll, reasonOf } from '../outcome'

const text = (value: string): NewValue => ({ kind: 'text', text: value })
const plain = (source: string): NewValue => ({ kind: 'plain', source })

/** Runs an edit on a block of lines and gives the block's lines after it. */
function block(before: string, edit: (post: string) => EditResult): string {
  const after = changed(`---\n${before}\n---\nBody\n`, edit(`---\n${before}\n---\nBody\n`))
  return after.slice('---\n'.length, -'\n---\nBody\n'.length)
}

/** Why an edit of a block of lines was refused. */
function refusal(before: string, edit: (post: string) => EditResult): string {
  return reasonOf(edit(`---\n${before}\n---\nBody\n`))
}

describe('setting a value', () => {
  test.each([
    ['title: A', 'B', 'title: B'],
    ['title:    A', 'B', 'title:    B'],
    ["title: 'A'", "it's", "title: 'it''s'"],
    ['title: "A"', 'say "hi" \\ bye', 'title: "say \\"hi\\" \\\\ bye"'],
    ['title: A', 'A: the sequel', 'title: "A: the sequel"'],
    ["title: A\nslug: 'x'", 'A: the sequel', "title: 'A: the sequel'\nslug: 'x'"],
    ['title: A # why', 'B', 'title: B # why'],
    ['title:', 'B', 'title: B'],
    ['title:   ', 'B', 'title: B'],
    ['title: ""', 'B', 'title: "B"'],
    ['title: A', '', 'title: ""'],
    ['title: a\n  b', 'c', 'title: c'],
    ['title: !!str 12', '13x', 'title: !!str 13x'],
    ['title: &t A', 'B', 'title: &t B'],
    ['"my title": A', 'B', undefined],
  ])('%j to %j', (before, value, after) => {
    const key = before.startsWith('"') ? 'my title' : 'title'
    expect(block(before, (post) => setField(post, [key], text(value)))).toBe(after ?? '"my title": B')
  })

  test('a value that is there already changes nothing', () => {
    const values: [string, NewValue][] = [
      ['title: A', text('A')],
      ['title: "A"', text('A')],
      ["title: 'it''s'", text("it's")],
      ['title: |\n  a\n  b', text('a\nb')],
      ['title: 2018-05-31', plain('2018-05-31')],
      ['title:', plain('')],
    ]
    for (const [before, value] of values) {
      const post = `---\n${before}\n---\n`
      expect(setField(post, ['title'], value)).toEqual({ kind: 'changed', changes: [] })
    }
  })

  test('a number, date or word that is to be text gets quotes', () => {
    expect(block('zip: 012', (post) => setField(post, ['zip'], text('012')))).toBe('zip: "012"')
    expect(block('draft: no', (post) => setField(post, ['draft'], text('no')))).toBe('draft: "no"')
  })

  test('a plain source stays plain', () => {
    expect(
      block('date: 2018-05-31', (post) => setField(post, ['date'], plain('2018-06-01 10:00:00 +0200'))),
    ).toBe('date: 2018-06-01 10:00:00 +0200')
    expect(block('date: "2018-05-31"', (post) => setField(post, ['date'], plain('2018-06-01')))).toBe(
      'date: 2018-06-01',
    )
    expect(block('summary: >-\n  long\nn: 1', (post) => setField(post, ['summary'], plain('1')))).toBe(
      'summary: 1\nn: 1',
    )
  })

  test('clearing leaves the key and its comment', () => {
    expect(block('title: A # why', (post) => setField(post, ['title'], plain('')))).toBe('title: # why')
    expect(block('title: "A"\nx: 1', (post) => setField(post, ['title'], plain('')))).toBe('title:\nx: 1')
  })

  test.each(['a: b', '[a]', '{a: 1}', '"a"', '# a', '- a', 'a\nb', '&a b', '!!str a', ' a', 'a ', '|'])(
    'the source %j is not plain',
    (source) =>
      expect(refusal('title: A', (post) => setField(post, ['title'], plain(source)))).toBe(
        'unsupported-value',
      ),
  )

  test.each(['a\ud800', 'a\0'])('the text %j cannot be written', (value) => {
    expect(refusal('title: A', (post) => setField(post, ['title'], text(value)))).toBe('unsupported-value')
  })

  test('nested values, in blocks and in brackets', () => {
    expect(block('a:\n  b: 1 # c\n  d: 2', (post) => setField(post, ['a', 'd'], plain('3')))).toBe(
      'a:\n  b: 1 # c\n  d: 3',
    )
    expect(
      block('a: {b: {c: x, d: [y, z]}}', (post) => setField(post, ['a', 'b', 'd', 1], text('w, v'))),
    ).toBe('a: {b: {c: x, d: [y, "w, v"]}}')
    expect(
      block('list:\n  - name: a\n    age: 1\n  - name: b', (post) =>
        setField(post, ['list', 1, 'name'], text('c')),
      ),
    ).toBe('list:\n  - name: a\n    age: 1\n  - name: c')
    expect(block('{title: A, tags: [x]}', (post) => setField(post, ['title'], text('B')))).toBe(
      '{title: B, tags: [x]}',
    )
  })

  test.each([
    [['a'], 'collection'],
    [['b'], 'no-such-field'],
    [['a', 'x'], 'no-such-field'],
    [['l', 9], 'no-such-field'],
    [[], 'no-such-field'],
  ])('the path %j is refused: %s', (path, reason) => {
    expect(refusal('a:\n  b: 1\nl: [1]', (post) => setField(post, path, text('x')))).toBe(reason)
  })

  test('a refusal points into the whole text', () => {
    const post = '---\ntitle: A\ntags:\n  a: 1\n---\n'
    const result = setField(post, ['tags'], text('x'))
    expect(result.kind === 'refused' && post.slice(result.refusal.offset)).toMatch(/^tags:/)
  })
})

describe('block scalars', () => {
  test('a text that the style cannot hold is set once and for all', () => {
    const lead = (before: string) => block(before, (post) => setField(post, ['s'], text(' lead')))
    expect(lead('s: |\n  a\nt: 1')).toBe('s: " lead"\nt: 1')
    expect(lead(lead('s: |\n  a\nt: 1'))).toBe('s: " lead"\nt: 1')
  })

  test.each([
    ['s: |\n  a\n  b\nt: 1', 'x\ny\nz', 's: |\n  x\n  y\n  z\nt: 1'],
    ['s: |-\n    a\nt: 1', 'x', 's: |-\n    x\nt: 1'],
    ['s: |+\n  a\n\nt: 1', 'x', 's: |+\n  x\n\nt: 1'],
    ['s: | # why\n  a\nt: 1', 'x', 's: | # why\n  x\nt: 1'],
    ['s: >\n  a\n  b\n\n  c\nt: 1', 'a b\nd', 's: >\n  a\n  b\n\n  d\nt: 1'],
    ['s: |\n  a\nt: 1', ' indented', 's: " indented"\nt: 1'],
    ['s: |\n  a\nt: 1', '', 's: ""\nt: 1'],
    ['s: >\n  a\nt: 1', '', 's: ""\nt: 1'],
    ['s: |2\n  a\nt: 1', 'x\n y', 's: |2\n  x\n   y\nt: 1'],
    ['s: |2-\n    a\n  b\nt: 1', '  x', 's: |2-\n    x\nt: 1'],
    ['s: >1-\n a\nt: 1', 'x', 's: >1-\n x\nt: 1'],
    ['s: |-\n  a\nt: 1', 'x\n', 's: "x\\n"\nt: 1'],
  ])('%j to %j', (before, value, after) => {
    expect(block(before, (post) => setField(post, ['s'], text(value)))).toBe(after)
  })

  test('a wrapped paragraph is wrapped as wide as it was', () => {
    const before = 's: >-\n  one two three\n  four five six\n  seven'
    expect(
      block(before, (post) => setField(post, ['s'], text('one two three four five 6 seven eight nine'))),
    ).toBe('s: >-\n  one two three\n  four five 6\n  seven eight\n  nine')
  })

  test('CRLF throughout', () => {
    const post = '---\r\ns: |\r\n  a\r\nt: 1\r\n---\r\n'
    const after = changed(post, setField(post, ['s'], text('x\ny')))
    expect(after).toBe('---\r\ns: |\r\n  x\r\n  y\r\nt: 1\r\n---\r\n')
    for (const parsed of parsedByAll(after)) expect(parsed.s).toBe('x\ny\n')
  })
})

describe('appending to a list', () => {
  test.each([
    ['tags: [a, b]', 'c', 'tags: [a, b, c]'],
    ['tags: ["a", "b"]', 'c', 'tags: ["a", "b", "c"]'],
    ["tags: ['a']", 'c', "tags: ['a', 'c']"],
    ['tags: [a,b]', 'c', 'tags: [a,b,c]'],
    ['tags: [ a, b ]', 'c', 'tags: [ a, b, c ]'],
    ['tags: []', 'c, d', 'tags: ["c, d"]'],
    ['tags: [a] # why', 'c', 'tags: [a, c] # why'],
    ['tags: [\n  a,\n  b\n]', 'c', 'tags: [\n  a,\n  b,\n  c\n]'],
    ['tags: [\n  a\n]', 'c', 'tags: [\n  a,\n  c\n]'],
    ['tags:\n  - a\n  - b\nx: 1', 'c', 'tags:\n  - a\n  - b\n  - c\nx: 1'],
    ['tags:\n- a # why\nx: 1', 'c', 'tags:\n- a # why\n- c\nx: 1'],
    ['tags:\n-   "a"\nx: 1', 'no', 'tags:\n-   "a"\n-   "no"\nx: 1'],
    ['tags:\n  - a\n# about x\nx: 1', 'c', 'tags:\n  - a\n  - c\n# about x\nx: 1'],
    ['tags:\n  - |\n    a\n    b\nx: 1', 'c', 'tags:\n  - |\n    a\n    b\n  - c\nx: 1'],
    ['tags:\nx: 1', 'c', 'tags: [c]\nx: 1'],
    ['tags:\nx:\n  - y', 'c', 'tags:\n  - c\nx:\n  - y'],
    ['tags:\n  - - a\n    - b', 'c', undefined],
  ])('%j and %j', (before, item, after) => {
    if (after === undefined) {
      expect(block(before, (post) => appendToList(post, ['tags', 0], item))).toBe(`${before}\n    - c`)
    } else expect(block(before, (post) => appendToList(post, ['tags'], item))).toBe(after)
  })

  test.each([
    ['tags: {a: 1}', 'not-a-list'],
    ['x: 1', 'no-such-field'],
    ['tags: &t [a]\nx: *t', 'shared-anchor'],
    ['tags: # why\n', 'comment-in-the-way'],
  ])('%j is refused: %s', (before, reason) => {
    expect(refusal(before, (post) => appendToList(post, ['tags'], 'c'))).toBe(reason)
  })
})

describe('removing from a list and reordering it', () => {
  test.each([
    ['tags: [a, b, c]', 0, 'tags: [b, c]'],
    ['tags: [a, b, c]', 2, 'tags: [a, b]'],
    ['tags: [a]', 0, 'tags: []'],
    ['tags: [\n  a,\n  b, # why\n  c\n]', 2, 'tags: [\n  a,\n  b, # why\n]'],
    ['tags: [\n  a,\n  b,\n  c\n]', 2, 'tags: [\n  a,\n  b\n]'],
    ['tags: [\n  a,\n  b,\n]', 0, 'tags: [\n  b,\n]'],
    ['tags:\n  - a\n  - b # gone\n  # about c\n  - c', 1, 'tags:\n  - a\n  # about c\n  - c'],
    ['tags:\n  - a\nx: 1', 0, 'tags: []\nx: 1'],
    ['tags:\n  - name: a\n    age: 1\n  - name: b', 0, 'tags:\n  - name: b'],
  ])('%j without item %j', (before, index, after) => {
    expect(block(before, (post) => removeFromList(post, ['tags'], index))).toBe(after)
  })

  test.each([
    ['tags:\n  - a # why', 0, 'comment-in-the-way'],
    ['tags: [a]', 1, 'no-such-field'],
    ['tags: [a]', -1, 'no-such-field'],
    ['tags: a', 0, 'no-such-field'],
    ['tags: [&x a, b]\nt: *x', 0, 'shared-anchor'],
  ])('%j without item %j is refused: %s', (before, index, reason) => {
    expect(refusal(before, (post) => removeFromList(post, ['tags'], index))).toBe(reason)
  })

  test.each([
    ['tags: [a, b, c]', 2, 0, 'tags: [c, a, b]'],
    ['tags: [a, b, c]', 0, 2, 'tags: [b, c, a]'],
    ['tags:\n  - a\n  - "b"\n  - c', 0, 1, 'tags:\n  - "b"\n  - a\n  - c'],
  ])('%j: item %j to %j', (before, from, to, after) => {
    expect(block(before, (post) => moveInList(post, ['tags'], from, to))).toBe(after)
  })

  test('an index that is not there is refused', () => {
    expect(refusal('tags: [a]', (post) => moveInList(post, ['tags'], 0, 1))).toBe('no-such-field')
  })
})

describe('adding and removing a key', () => {
  test.each([
    ['title: A', 'draft', plain('true'), 'title: A\ndraft: true'],
    ['title: A\n', 'draft', plain('true'), 'title: A\ndraft: true\n'],
    ['title: A\n# about nothing', 'draft', plain('true'), 'title: A\n# about nothing\ndraft: true'],
    ['  title: A', 'draft', plain('true'), '  title: A\n  draft: true'],
    ['a:\n  b: 1', 'c', text('x'), 'a:\n  b: 1\nc: x'],
    ['tags:\n  - a', 'c', text('no'), 'tags:\n  - a\nc: "no"'],
    [
      'title: A',
      'tags',
      { kind: 'list', items: [text('a'), text('b, c')] } as const,
      'title: A\ntags: [a, "b, c"]',
    ],
    ['title: A', 'tags', { kind: 'list', items: [] } as const, 'title: A\ntags: []'],
    ['title: A', 'tags', plain(''), 'title: A\ntags:'],
    ['title: A', 'a: b', text('x'), 'title: A\n"a: b": x'],
    ['{title: A}', 'b', text('x, y'), '{title: A, b: "x, y"}'],
  ])('%j and %j', (before, key, value, after) => {
    expect(block(before, (post) => addField(post, key, value))).toBe(after)
  })

  test('the first key of an empty block', () => {
    expect(changed('---\n---\nBody', addField('---\n---\nBody', 'title', text('A')))).toBe(
      '---\ntitle: A\n---\nBody',
    )
    expect(changed('---\r\n# why\r\n---\r\n', addField('---\r\n# why\r\n---\r\n', 'title', text('A')))).toBe(
      '---\r\n# why\r\ntitle: A\r\n---\r\n',
    )
  })

  test('a key that is there, or has no name, is refused', () => {
    expect(refusal('title: A', (post) => addField(post, 'title', text('B')))).toBe('duplicate-key')
    expect(refusal('title: A', (post) => addField(post, '', text('B')))).toBe('unsupported-value')
    expect(reasonOf(addField('Body', 'title', text('B')))).toBe('no-front-matter')
    expect(reasonOf(addField('---\ntitle: A\n', 'draft', text('B')))).toBe('unreadable')
  })

  test.each([
    ['a: 1\nb: 2 # gone\nc: 3', 'a: 1\nc: 3'],
    ['a: 1\n# stays\nb:\n  - x\n  - y\n# stays too\nc: 3', 'a: 1\n# stays\n# stays too\nc: 3'],
    ['a: 1\nb: |\n  x\n  y\nc: 3', 'a: 1\nc: 3'],
    ['a: 1\nb:\nc: 3', 'a: 1\nc: 3'],
    ['{a: 1, b: 2, c: 3}', '{a: 1, c: 3}'],
  ])('%j without b', (before, after) => {
    expect(block(before, (post) => removeField(post, 'b'))).toBe(after)
  })

  test('the only key of a block that has no opener stays: without it there is no block', () => {
    const post = 'title: A\n...\nBody'
    expect(reasonOf(removeField(post, 'title', { openerless: true }))).toBe('would-touch-more')
    expect(refusal('a: 1', (block) => removeField(block, 'b'))).toBe('no-such-field')
    expect(refusal('a: 1\na: 2', (block) => removeField(block, 'a'))).toBe('duplicate-key')
  })
})

describe('a comment in brackets', () => {
  const remove = (index: number) => (post: string) => removeFromList(post, ['tags'], index)
  test.each([
    ['tags: [a, # why a\n  b]', 1, 'tags: [a, # why a\n  ]'],
    ['tags: [a, # why a\r\n  b]', 1, 'tags: [a, # why a\r\n  ]'],
    ['tags: [a, # why a\n  b]', 0, 'tags: [b]'],
    ['tags: [a,\n  # why b\n  b]', 0, 'tags: [\n  # why b\n  b]'],
    ['tags: [\n  a, # why a\n  b # why b\n]', 1, 'tags: [\n  a, # why a\n]'],
    ['tags: [\r\n  a, # why a\r\n  b, # why b\r\n  c\r\n]', 1, 'tags: [\r\n  a, # why a\r\n  c\r\n]'],
    ['tags: [\r\n  a,\r\n  b\r\n]', 0, 'tags: [\r\n  b\r\n]'],
    // the comment of the one that goes does not become that of the one before
    ['tags: [\n  a,\n  b  # why b\n]', 1, 'tags: [\n  a\n]'],
  ])('of a neighbour stays: %j without item %i', (before, index, after) => {
    expect(block(before, remove(index))).toBe(after)
  })

  test('of a neighbour stays when a key goes', () => {
    const after = block('{title: A, # t\n draft: true}', (post) => removeField(post, 'draft'))
    expect(after).toBe('{title: A, # t\n }')
  })

  test('stays behind a last item that gets its comma when another comes', () => {
    const before = 'tags: [\n  a,\n  b  # why b\n]'
    const after = 'tags: [\n  a,\n  b,  # why b\n  c\n]'
    expect(block(before, (post) => appendToList(post, ['tags'], 'c'))).toBe(after)
  })

  test('keeps its line’s own ending when an item is added', () => {
    const before = 'tags: [\r\n  a, # why a\r\n  b,\r\n]'
    const after = 'tags: [\r\n  a, # why a\r\n  b,\r\n  c,\r\n]'
    expect(block(before, (post) => appendToList(post, ['tags'], 'c'))).toBe(after)
  })
})
