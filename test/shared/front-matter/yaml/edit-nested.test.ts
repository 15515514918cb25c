import { describe, expect, test } from 'vitest'
import { addedValueOf } from '#shared/front-matter/added-value'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue, FieldEdit, FieldPath, WritingHabit } from '#shared/front-matter/front-matter'
import { changed } from '../outcome'

const habit: WritingHabit = {
  order: ['title', 'date', 'draft', 'tags', 'author'],
  quotes: 'plain',
  list: 'block-indented',
}

/** The block's lines after an edit, or why it was refused. */
function edited(block: string, edit: FieldEdit, knownHabit?: WritingHabit): string {
  const post = `---\n${block}\n---\nBody\n`
  const result = editFrontMatter(post, edit, knownHabit === undefined ? {} : { habit: knownHabit })
  if (result.kind === 'refused') return `refused: ${result.refusal.reason}`
  const text = changed(post, result)
  return text.slice('---\n'.length, -'\n---\nBody\n'.length)
}

function value(json: unknown): AddedValue {
  const added = addedValueOf(json)
  if (added === null) throw new Error('not JSON')
  return added
}

const set = (path: FieldPath, json: unknown): FieldEdit => ({ kind: 'set', path, value: value(json) })
const append = (path: FieldPath, json: unknown): FieldEdit => ({ kind: 'append', path, value: value(json) })
const addKey = (path: FieldPath, key: string, json: unknown): FieldEdit => ({
  kind: 'add-key',
  path,
  key,
  value: value(json),
})
const move = (path: FieldPath, from: number, to: number): FieldEdit => ({ kind: 'move-item', path, from, to })
const removeItem = (path: FieldPath, index: number): FieldEdit => ({ kind: 'remove-item', path, index })
const removeKey = (path: FieldPath): FieldEdit => ({ kind: 'remove-key', path })
const rename = (path: FieldPath, key: string): FieldEdit => ({ kind: 'rename-key', path, key })
const clear = (path: FieldPath): FieldEdit => ({ kind: 'clear', path })

describe('a list or map set over', () => {
  test.each<[string, FieldEdit, string]>([
    ['tags:', set(['tags'], ['a', 'b, c']), 'tags: [a, "b, c"]'],
    ['tags: a # why', set(['tags'], ['a', 'b']), 'tags: [a, b] # why'],
    ['tags: [a, "b"]', set(['tags'], ['b', 'a', 'c']), 'tags: ["b", a, "c"]'],
    ['tags: [ a ]', set(['tags'], ['a', 'b']), 'tags: [ a, b ]'],
    ['tags: [a]', set(['tags'], []), 'tags: []'],
    ['tags:\n  - a\nx: 1', set(['tags'], []), 'tags: []\nx: 1'],
    ['tags:\n  - a # A\n  - b', set(['tags'], ['a', 'b', 'c', 'd']), 'tags:\n  - a # A\n  - b\n  - c\n  - d'],
    ["tags:\n- 'a'\n- b", set(['tags'], ['b', 'x', 'a']), "tags:\n- b\n- x\n- 'a'"],
    ['tags:\n  - a # A\n  - b', set(['tags'], ['x', 'b']), 'tags:\n  - x # A\n  - b'],
    ['tags:  # why\n  - a\n  - b\nx: 1', set(['tags'], []), 'tags: []  # why\nx: 1'],
    ['tags:  # why\n  - a\n  # B\n  - b\nx: 1', set(['tags'], []), 'refused: comment-in-the-way'],
    ['tags:\n  - a # A\n  - b', set(['tags'], ['b']), 'refused: comment-in-the-way'],
    ['tags: # todo\nx: 1', set(['tags'], ['a']), 'refused: comment-in-the-way'],
    ['tags:\n  - a\nx: 1', set(['tags'], { b: 1, c: { d: 'x' } }), 'tags:\n  b: 1\n  c:\n    d: x\nx: 1'],
    ['p:\n  a: 1\n  b: "two"', set(['p'], { b: 'two', c: [1, 2] }), 'p:\n  b: "two"\n  c: [1, 2]'],
    ['p: {a: 1, b: two}', set(['p'], { b: 'two', c: 'x' }), 'p: {b: two, c: x}'],
    ['p: {a: 1}', set(['p', 'a'], ['x', 'w']), 'p: {a: [x, w]}'],
    ['p: [1, 2]', set(['p', 1], { a: 'x' }), 'p: [1, {a: x}]'],
    ['l:\n  - a\n  - b', set(['l', 0], { a: 'x', b: 'w' }), 'l:\n  - a: x\n    b: w\n  - b'],
    ['a: &x [1]\nb: *x', set(['a'], ['y']), 'refused: shared-anchor'],
    ['a: 1', set(['a'], { b: { c: { d: [] } } }), 'a:\n  b:\n    c:\n      d: []'],
  ])('%j', (block, edit, expected) => {
    expect(edited(block, edit)).toBe(expected)
  })

  test('an empty value takes the list style of the habit, when the file has no list', () => {
    expect(edited('tags:\nx: 1', set(['tags'], ['a']), habit)).toBe('tags:\n  - a\nx: 1')
    expect(edited('tags:\nx: 1', set(['tags'], ['a']), { ...habit, list: 'block' })).toBe('tags:\n- a\nx: 1')
    expect(edited('tags:\nx: [y]', set(['tags'], ['a']), habit)).toBe('tags: [a]\nx: [y]')
  })
})

describe('appending', () => {
  test.each<[string, FieldEdit, string]>([
    [
      'authors:\n  - name: Ann\n    role: "dev"',
      append(['authors'], { name: 'Cy', role: 'ed' }),
      'authors:\n  - name: Ann\n    role: "dev"\n  - name: Cy\n    role: "ed"',
    ],
    [
      'authors:\n  - { name: Ann }',
      append(['authors'], { name: 'Cy' }),
      'authors:\n  - { name: Ann }\n  - { name: Cy }',
    ],
    [
      'authors:\nx: 1',
      append(['authors'], { name: 'Cy', role: 'ed' }),
      'authors:\n  - name: Cy\n    role: ed\nx: 1',
    ],
    ['a: {b: [x]}', append(['a', 'b'], 'w'), 'a: {b: [x, w]}'],
    ['a:\n  b:\n    - x\n  c: 1', append(['a', 'b'], 2), 'a:\n  b:\n    - x\n    - 2\n  c: 1'],
    ['tags: a', append(['tags'], 'b'), 'tags: [a, b]'],
    ['tags: a # why', append(['tags'], 'b'), 'tags: [a, b] # why'],
    ["tags: 'a'", append(['tags'], 'b'), "tags: ['a', 'b']"],
    ['tags: a, b', append(['tags'], 'c'), 'tags: ["a, b", c]'],
    ['tags: no', append(['tags'], 'c'), 'tags: [no, c]'],
    ['tags: ""', append(['tags'], 'c'), 'tags: [c]'],
    ['tags: ~', append(['tags'], 'c'), 'tags: [c]'],
    ['tags: {{ x }}', append(['tags'], 'c'), 'refused: not-a-list'],
    ['tags: {a: 1}', append(['tags'], 'c'), 'refused: not-a-list'],
    [
      'tags:\n  - a',
      { kind: 'append', path: ['tags'], value: { kind: 'plain', source: '' } },
      'tags:\n  - a\n  -',
    ],
    [
      'tags: [a]',
      { kind: 'append', path: ['tags'], value: { kind: 'plain', source: '' } },
      'refused: unsupported-value',
    ],
  ])('%j', (block, edit, expected) => expect(edited(block, edit)).toBe(expected))

  test('a single value becomes a list in the style of the habit', () => {
    expect(edited('tags: a', append(['tags'], 'b'), habit)).toBe('tags:\n  - a\n  - b')
    // on lines the comment would come to stand at another item
    expect(edited('tags: a # why', append(['tags'], 'b'), habit)).toBe('tags: [a, b] # why')
  })
})

describe('clearing', () => {
  test.each<[string, FieldEdit, string]>([
    ['a: [x] # c\nb: 1', clear(['a']), 'a: # c\nb: 1'],
    ['a:\n  - x\n  - y\nb: 1', clear(['a']), 'a:\nb: 1'],
    ['a: |\n  x\n  y\nb: 1', clear(['a']), 'a:\nb: 1'],
    ['p:\n  a: x\n  b: y', clear(['p', 'a']), 'p:\n  a:\n  b: y'],
    ['p: {a: x, b: y}', clear(['p', 'a']), 'p: {a: , b: y}'],
    ['l:\n  - x\n  - y', clear(['l', 0]), 'l:\n  -\n  - y'],
    ['l: [x, y]', clear(['l', 0]), 'refused: unsupported-value'],
    ['a:  # c\n  - x\n  - y\nb: 1', clear(['a']), 'a:  # c\nb: 1'],
    ['a: # c\n  b: 1\nd: 1', clear(['a']), 'a: # c\nd: 1'],
    ['a:\n  - x # c\n  - y\nb: 1', clear(['a']), 'refused: comment-in-the-way'],
    ['a:', clear(['a']), 'a:'],
    ['a: !!str 12', clear(['a']), 'refused: tag'],
  ])('%j', (block, edit, expected) => expect(edited(block, edit)).toBe(expected))
})

describe('items', () => {
  test.each<[string, FieldEdit, string]>([
    [
      'l:\n  # about a\n  - a: 1\n    b: 2 # b\n  # about c\n  - c: 3\n\n  - d: 4\nz: 1',
      move(['l'], 0, 2),
      'l:\n  # about c\n  - c: 3\n  - d: 4\n\n  # about a\n  - a: 1\n    b: 2 # b\nz: 1',
    ],
    ['l:\n  - a # A\n  - b', move(['l'], 0, 1), 'l:\n  - b\n  - a # A'],
    ['l:\n  # about a\n  - a\n  - b', move(['l'], 1, 0), 'l:\n  - b\n  # about a\n  - a'],
    ['l:\n- - a\n  - b\n- c', move(['l'], 0, 1), 'l:\n- c\n- - a\n  - b'],
    ['l:\n- - a\n  - b\n- c', move(['l', 0], 1, 0), 'l:\n- - b\n  - a\n- c'],
    ['l: [a, {b: 1}, c]', move(['l'], 2, 0), 'l: [c, a, {b: 1}]'],
    ['l: [\n  # about a\n  a,\n  b\n]', move(['l'], 0, 1), 'refused: comment-in-the-way'],
    ['l: [\n  a, # why\n  b\n]', move(['l'], 0, 1), 'refused: comment-in-the-way'],
    ['l:\n  - |\n    a\n  - b\nx: 1', move(['l'], 0, 1), 'l:\n  - b\n  - |\n    a\nx: 1'],
    ['l: # c\n  - a\nm: 1', removeItem(['l'], 0), 'l: [] # c\nm: 1'],
    ['l: # c\n  a: 1\nm: 1', { kind: 'remove-key', path: ['l', 'a'] }, 'l: {} # c\nm: 1'],
    ['l:\n- - a\n  - b\n- c', removeItem(['l', 0], 0), 'l:\n- - b\n- c'],
    ['l:\n- - a\n- c', removeItem(['l', 0], 0), 'l:\n- []\n- c'],
    ['p:\n  l:\n    - a\n  q: 1', removeItem(['p', 'l'], 0), 'p:\n  l: []\n  q: 1'],
  ])('%j', (block, edit, expected) => expect(edited(block, edit)).toBe(expected))
})

describe('a new key', () => {
  test.each<[string, FieldEdit, string]>([
    [
      'title: A\n# about tags\ntags: [a]',
      addKey([], 'date', 'May 1'),
      'title: A\ndate: May 1\n# about tags\ntags: [a]',
    ],
    [
      '# about tags\ntags: [a]\nx: 1',
      addKey([], 'date', 'May 1'),
      'date: May 1\n# about tags\ntags: [a]\nx: 1',
    ],
    ['date: x\nother: 1', addKey([], 'tags', ['a', 'b']), 'date: x\ntags:\n  - a\n  - b\nother: 1'],
    ['date: x\nother:\n- 1', addKey([], 'tags', ['a']), 'date: x\ntags:\n- a\nother:\n- 1'],
    ['author: x\ntitle: A', addKey([], 'draft', true), 'author: x\ntitle: A\ndraft: true'],
    [
      'tags:\n  - a\n  # - b\nauthor: x',
      addKey([], 'draft', true),
      'draft: true\ntags:\n  - a\n  # - b\nauthor: x',
    ],
    ['draft: true\nauthor: x', addKey([], 'unknown', 'w'), 'draft: true\nauthor: x\nunknown: w'],
    [
      'x: 1\ntitle:\n  a: 1\n  # of title\nz: 1',
      addKey([], 'date', 'w'),
      'x: 1\ntitle:\n  a: 1\n  # of title\ndate: w\nz: 1',
    ],
    ['{author: x}', addKey([], 'title', 'A'), '{title: A, author: x}'],
    ['{title: x, z: 1}', addKey([], 'date', 'A'), '{title: x, date: A, z: 1}'],
  ])('goes where the habit has it: %j', (block, edit, expected) => {
    expect(edited(block, edit, habit)).toBe(expected)
  })

  test.each<[string, FieldEdit, string]>([
    ['p: {}', addKey(['p'], 'k', 'w'), 'p: {k: w}'],
    ['p: {a: 1}', addKey(['p'], 'k', ['w', 'x']), 'p: {a: 1, k: [w, x]}'],
    ['p:\nq: 1', addKey(['p'], 'k', 'w'), 'p:\n  k: w\nq: 1'],
    ['p:\n    a: 1\nq:', addKey(['q'], 'k', 'w'), 'p:\n    a: 1\nq:\n    k: w'],
    ['p: # c\nq: 1', addKey(['p'], 'k', 'w'), 'refused: comment-in-the-way'],
    ['p: text', addKey(['p'], 'k', 'w'), 'refused: no-such-field'],
    ['p: [a]', addKey(['p'], 'k', 'w'), 'refused: no-such-field'],
    ['l:\n  - name: a\nx: 1', addKey(['l', 0], 'more', ['w']), 'l:\n  - name: a\n    more:\n      - w\nx: 1'],
    [
      'p:\n  a:\n    b: 1\n  # of q\nq: 1',
      addKey(['p', 'a'], 'c', 2),
      'p:\n  a:\n    b: 1\n    c: 2\n  # of q\nq: 1',
    ],
    ['"a": 1\n"b": "x"', addKey([], 'c', 'y'), '"a": 1\n"b": "x"\n"c": "y"'],
    ['t: "A"\nu: "B"', addKey([], 'c', 'x'), 't: "A"\nu: "B"\nc: "x"'],
    ['t: A', addKey([], 'authors', [{ name: 'a', url: 'x' }]), 't: A\nauthors:\n  - name: a\n    url: x'],
    ['t: A', addKey([], 'm', { a: { b: [{ c: 1 }] } }), 't: A\nm:\n  a:\n    b:\n      - c: 1'],
    ['t: A', addKey([], 'm', {}), 't: A\nm: {}'],
    ['t: A', addKey([], '__proto__', 'x'), 'refused: unsupported-value'],
    ['t: A', addKey([], '<<', 'x'), 'refused: unsupported-value'],
    ['t: A', addKey([], 'a\ud800', 'x'), 'refused: unsupported-value'],
    ['t: A', addKey([], 'm', { x: ['\0'] }), 'refused: unsupported-value'],
  ])('%j', (block, edit, expected) =>
    expect(edited(block, edit, { ...habit, list: 'block-indented', order: [] })).toBe(expected),
  )

  test('gets the quotes of the habit where the file has no text', () => {
    expect(edited('t: 1', addKey([], 'c', 'x'), { ...habit, quotes: 'double' })).toBe('t: 1\nc: "x"')
    expect(edited('t: 1', addKey([], 'c', 'a: b'), { ...habit, quotes: 'single' })).toBe("t: 1\nc: 'a: b'")
  })

  test('goes in front of the first key behind a dash', () => {
    const first = { ...habit, order: ['first', 'name'] }
    const block = 'l:\n  # who\n  - name: a # b\n    age: 1'
    expect(edited(block, addKey(['l', 0], 'first', 'w'), first)).toBe(
      'l:\n  # who\n  - first: w\n    name: a # b\n    age: 1',
    )
  })

  test('ends as its delimiter does where the block is empty', () => {
    const post = '---\r\n---\r\nBody'
    expect(changed(post, editFrontMatter(post, addKey([], 'a', { b: 1 })))).toBe(
      '---\r\na:\r\n  b: 1\r\n---\r\nBody',
    )
  })
})

describe('removing and renaming keys', () => {
  test.each<[string, FieldEdit, string]>([
    ['p:\n  a: 1\nq: 2', removeKey(['p', 'a']), 'p: {}\nq: 2'],
    ['p:\n  a: 1 # c\nq: 2', removeKey(['p', 'a']), 'refused: comment-in-the-way'],
    ['p:\n  a: 1 # gone\n  # of b\n  b: 2', removeKey(['p', 'a']), 'p:\n  # of b\n  b: 2'],
    ['p: {a: 1, b: 2}', removeKey(['p', 'a']), 'p: {b: 2}'],
    ['p: {a: 1}', removeKey(['p', 'a']), 'p: {}'],
    ['l:\n  - a: 1\n    b: 2\n  - c: 3', removeKey(['l', 0, 'a']), 'l:\n  - b: 2\n  - c: 3'],
    ['l:\n  - a: 1\n    # of b\n    b: 2', removeKey(['l', 0, 'a']), 'refused: comment-in-the-way'],
    ['l:\n  - a: 1\n    b: 2\n  - c: 3', removeKey(['l', 1, 'c']), 'l:\n  - a: 1\n    b: 2\n  - {}'],
    ['a: &x 1\nb: *x', removeKey(['b']), 'a: &x 1'],
    ['a: &x 1\nb: *x', removeKey(['a']), 'refused: shared-anchor'],
    ['a: [&x 1]\nb: *x', removeKey(['a']), 'refused: would-touch-more'],
    // js-yaml reads neither, for the key that is there twice: then nothing but the anchors tells
    ['d: 1\nd: 2\na: [&x 1]\nb: *x', removeKey(['a']), 'refused: would-touch-more'],
    ['d: 1\nd: 2\na: [&x 1]\nb: *x', removeKey(['b']), 'd: 1\nd: 2\na: [&x 1]'],
    ['"a": 1\n"b": 2', rename(['a'], 'c'), '"c": 1\n"b": 2'],
    ["'a': 1", rename(['a'], "it's"), "'it''s': 1"],
    ['p:\n  a: 1 # c\n  b: 2', rename(['p', 'a'], 'x y'), 'p:\n  x y: 1 # c\n  b: 2'],
    ['p: {a: 1}', rename(['p', 'a'], 'no'), 'p: {"no": 1}'],
    ['a: 1\nb: 2', rename(['a'], 'b'), 'refused: duplicate-key'],
    ['a: 1', rename(['a'], 'a'), 'a: 1'],
    ['a: 1', rename(['a'], ''), 'refused: unsupported-value'],
    ['a: &x 1\nb: *x', rename(['a'], 'c'), 'c: &x 1\nb: *x'],
    ['a: &x 1\nb: *x', rename(['b'], 'c'), 'a: &x 1\nc: *x'],
    ['l: [a]', rename(['l', 0], 'b'), 'refused: no-such-field'],
  ])('%j', (block, edit, expected) => expect(edited(block, edit)).toBe(expected))
})

describe('what is refused leaves the rest to be edited', () => {
  const merged = 'b: &m {k: 1}\nt:\n  <<: *m\n  z: 2'
  test.each<[string, FieldEdit, string]>([
    [merged, set(['t', 'k'], 2), 'refused: merge-key'],
    [merged, addKey(['t'], 'k', 2), 'refused: merge-key'],
    [merged, rename(['t', 'z'], 'k'), 'refused: merge-key'],
    [merged, set(['t', '<<'], 'x'), 'refused: alias'],
    [merged, set(['b', 'k'], 2), 'refused: shared-anchor'],
    [merged, set(['t', 'z'], 3), 'b: &m {k: 1}\nt:\n  <<: *m\n  z: 3'],
    ['? a\n: 1\nb: 2', set(['a'], 2), 'refused: explicit-key'],
    ['? a\n: 1\nb: 2', set(['b'], 3), '? a\n: 1\nb: 3'],
    ['b: 2', set(['b', 'c'], 3), 'refused: no-such-field'],
  ])('%j', (block, edit, expected) => expect(edited(block, edit)).toBe(expected))

  test('a tag of one’s own', () => {
    const post = '---\na: !x 1\nb: 2\n---\n'
    const refused = editFrontMatter(post, set(['a'], 'y'))
    expect(refused).toMatchObject({ kind: 'refused', refusal: { reason: 'tag', offset: 4 } })
    expect(changed(post, editFrontMatter(post, set(['b'], 'w')))).toBe('---\na: !x 1\nb: w\n---\n')
  })

  test('a second document is told with its place', () => {
    const post = 'a: 1\n--- b\nc: 2\n...\n'
    const result = editFrontMatter(post, set(['a'], 2), { openerless: true })
    expect(result.kind).toBe('refused')
    if (result.kind === 'refused') expect(result.refusal).toMatchObject({ reason: 'no-front-matter' })
    const fenced = editFrontMatter('---\na: 1\n--- b\n---\n', set(['a'], 2))
    expect(fenced).toMatchObject({ kind: 'refused', refusal: { reason: 'unreadable', offset: 9 } })
  })
})
