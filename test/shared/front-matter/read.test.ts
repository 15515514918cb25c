import { describe, expect, test } from 'vitest'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'

function fieldsOf(post: string): readonly Field[] {
  const read = readFrontMatter(post)
  if (read.kind !== 'fields') throw new Error(JSON.stringify(read))
  return read.fields
}

function readValue(source: string): FieldValue | undefined {
  return fieldsOf(`---\nkey: ${source}\n---\n`)[0]?.value
}

describe('values', () => {
  test.each([
    ['2018-05-31', 'date'],
    ['2018-5-1', 'date'],
    ['2018-05-31 12:00:00 +0200', 'date'],
    ['2018-05-31T12:00:00.000Z', 'date'],
    ['yes', 'yes-no'],
    ['False', 'yes-no'],
    ['on', 'yes-no'],
    ['12', 'number'],
    ['012', 'number'],
    ['1.10', 'number'],
    ['12345678901234567890', 'number'],
    ['1_000', 'number'],
    ['~', 'null'],
    ['null', 'null'],
    ['', 'null'],
  ])('%s is a plain %s, shown as written', (source, type) => {
    expect(readValue(source)).toEqual({ kind: 'plain', type, source })
  })

  test.each([
    ['May 31, 2018', 'May 31, 2018'],
    ['"2018-05-31"', '2018-05-31'],
    ['"yes"', 'yes'],
    ["'it''s'", "it's"],
    ['"a\\nb"', 'a\nb'],
    ['a\n  b', 'a b'],
    ['|\n  a\n  b', 'a\nb'],
    ['>-\n  a\n  b', 'a b'],
    ['12:30', '12:30'],
    ['y', 'y'],
    ['!!str 12', '12'],
    ['{let/const}', '{let/const}'],
    ['{{ title }}', '{{ title }}'],
  ])('%j is the text %j', (source, text) => expect(readValue(source)).toEqual({ kind: 'text', text }))

  test('lists and maps', () => {
    expect(readValue('[a, 1, "no"]')).toEqual({
      kind: 'list',
      items: [
        { kind: 'text', text: 'a' },
        { kind: 'plain', type: 'number', source: '1' },
        { kind: 'text', text: 'no' },
      ],
    })
    const map = readValue('{a: {b: c}}')
    expect(map?.kind === 'map' && map.entries[0]?.path).toEqual(['key', 'a'])
  })
})

describe('places in the whole text', () => {
  test.each([
    ['---\na: 1\ntitle: "A b" # why\n---\n', '"A b"'],
    ['\ufeff---\r\ntitle: A\r\n---\r\n', 'A'],
    ['---\ntitle:\n  - a\n  - b # why\n# end\nx: 1\n---\n', '- a\n  - b'],
    ['---\ntitle: |\n  a\nx: 1\n---\n', '|\n  a\n'],
    ['---\ntitle:\nx: 1\n---\n', ''],
    ['---\ntitle: &t A\n---\n', 'A'],
  ])('%j', (post, source) => {
    const field = fieldsOf(post).find(({ key }) => key === 'title')
    expect(field && post.slice(field.keyRange.from, field.keyRange.to)).toBe('title')
    expect(field && post.slice(field.valueRange.from, field.valueRange.to)).toBe(source)
    if (source === '') expect(post.slice(0, field?.valueRange.from)).toMatch(/title:$/)
  })

  test('nested fields have theirs', () => {
    const post = '---\nextra:\n  image: a.png\n---\n'
    const extra = fieldsOf(post)[0]?.value
    const image = extra?.kind === 'map' ? extra.entries[0] : undefined
    expect(image && post.slice(image.valueRange.from, image.valueRange.to)).toBe('a.png')
  })
})

describe('mistakes are told in the writer’s words, with their place', () => {
  test.each([
    ['---\ntitle: A: b\n---\n', 'Put quotes around the value', 2],
    ['---\nok: 1\n\tx: 1\n---\n', 'Use spaces', 3],
    ['---\ntitle: @x\n---\n', 'Put quotes around the value', 2],
    ['---\nok: 1\ntitle: "A\nb: 1\n---\n', 'This quote has no closing quote', 3],
    ["---\ntitle: 'It's A'\n---\n", "Write `''` for an apostrophe", 2],
    ['---\ntitle: "A "B" C"\n---\n', 'Write `\\"` for a quote', 2],
    ["---\ntags: [a, 'b]\nc: 1\n---\n", 'This quote has no closing quote', 2],
    ['---\ntags: [a\nb: 1\n---\n', 'bracket', undefined],
    ['---\ntitle: A\n', 'no closing line', 1],
    ['---\nJust prose between two rules.\n---\n', '`key: value`', 2],
    ['+++\ntitle = \n+++\n', 'value is missing', 2],
    ['{\n"title": "A" "b": 1\n}\n', 'comma', undefined],
  ])('%j', (post, words, line) => {
    const read = readFrontMatter(post)
    expect(read.kind === 'unreadable' && read.message).toContain(words)
    if (line !== undefined) expect(read).toMatchObject({ line })
    expect(read.kind === 'unreadable' && read.offset).toBeLessThanOrEqual(post.length)
  })
})

test('an anchor that nothing repeats is no reason to refuse, one that is repeated refuses what is inside it too', () => {
  expect(fieldsOf('---\na: &x 1\n---\n')[0]?.refusal).toBeNull()
  const [a] = fieldsOf('---\na: &x {b: 1}\nc: *x\n---\n')
  expect(a?.value.kind === 'map' && a.value.entries[0]?.refusal?.reason).toBe('shared-anchor')
})

test('aliases that multiply or contain themselves end', () => {
  const bomb = [
    'a0: &a0 [x, x]',
    ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
  ]
  expect(fieldsOf(`---\n${bomb.join('\n')}\n---\n`)).toHaveLength(41)
  expect(fieldsOf('---\nloop: &l [*l]\n---\n')[0]?.value).toEqual({
    kind: 'list',
    items: [{ kind: 'text', text: '*l' }],
  })
})

test('JSON is shown with its types', () => {
  expect(
    fieldsOf('{"title": "A", "n": 1, "draft": false, "x": null, "tags": ["a"]}\n').map(({ value }) => value),
  ).toEqual([
    { kind: 'text', text: 'A' },
    { kind: 'plain', type: 'number', source: '1' },
    { kind: 'plain', type: 'yes-no', source: 'false' },
    { kind: 'plain', type: 'null', source: 'null' },
    { kind: 'list', items: [{ kind: 'text', text: 'a' }] },
  ])
  expect(fieldsOf(';;;\n"title": "A"\n;;;\n')[0]).toMatchObject({
    key: 'title',
  })
})

test.each([
  ['anchors', (index: number) => `k${index}: &a${index} b`],
  ['keys', (index: number) => `k${index}: b`],
])('thousands of %s are read at once', (_name, line) => {
  const lines = Array.from({ length: 3000 }, (_, index) => line(index))
  const startMs = performance.now()
  expect(readFrontMatter(`---\n${lines.join('\n')}\n---\n`)).toMatchObject({ kind: 'fields' })
  expect(performance.now() - startMs).toBeLessThan(2500)
})
