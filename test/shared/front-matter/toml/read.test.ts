import { describe, expect, test } from 'vitest'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import { readFrontMatter } from '#shared/front-matter/read'
import { fields, post } from './block'

/** A value as a test shows it. */
function shown(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'plain':
      return `${value.type} ${value.source}`
    case 'list':
      return value.items.map(shown)
    case 'map':
      return shownFields(value.entries)
  }
}

function shownFields(all: readonly Field[]): unknown {
  return all.map(({ key, value }) => [key, shown(value)])
}

const values = (block: string) => shownFields(fields(block))

describe('a value is shown', () => {
  test.each([
    ['"a \\"b\\" \\u00e9"', 'a "b" é'],
    ["'a \\n'", 'a \\n'],
    ['"""\na\n  b"""', 'a\n  b'],
    ['"""a \\\n   b"""', 'a b'],
    ["'''\na\\n'''", 'a\\n'],
    ['12', 'number 12'],
    ['1_000', 'number 1_000'],
    ['0xFF', 'number 0xFF'],
    ['-1.5e3', 'number -1.5e3'],
    ['inf', 'number inf'],
    ['nan', 'number nan'],
    ['true', 'yes-no true'],
    ['2024-05-31T10:00:00+02:00', 'date 2024-05-31T10:00:00+02:00'],
    ['2024-05-31 10:00:00', 'date 2024-05-31 10:00:00'],
    ['2024-05-31', 'date 2024-05-31'],
    ['07:32:00', 'date 07:32:00'],
    ['["a", 1, [true]]', ['a', 'number 1', ['yes-no true']]],
    [
      '{ a = 1, b.c = "d" }',
      [
        ['a', 'number 1'],
        ['b', [['c', 'd']]],
      ],
    ],
  ])('%s as %j', (source, expected) => {
    expect(values(`key = ${source}\n`)).toEqual([['key', expected]])
  })
})

describe('tables', () => {
  test('under headings are fields with fields of their own', () => {
    expect(values('title = "A"\n[taxonomies]\ntags = ["x"]\n[extra]\n')).toEqual([
      ['title', 'A'],
      ['taxonomies', [['tags', ['x']]]],
      ['extra', []],
    ])
  })

  test('in several parts are one field, where the first part is', () => {
    const block = 'a.b = 1\nz = 2\na.c = 3\n[a.d]\ne = 4\n'
    expect(values(block)).toEqual([
      [
        'a',
        [
          ['b', 'number 1'],
          ['c', 'number 3'],
          ['d', [['e', 'number 4']]],
        ],
      ],
      ['z', 'number 2'],
    ])
    const [a] = fields(block)
    expect(post(block).slice(a?.keyRange.from, a?.keyRange.to)).toBe('a')
    expect(post(block).slice(a?.valueRange.from, a?.valueRange.to)).toBe('1')
  })

  test('of a list are its items, with the tables within them', () => {
    expect(values('[[menu]]\nname = "a"\n[[menu]]\nname = "b"\n[menu.more]\nx = 1\n')).toEqual([
      [
        'menu',
        [
          [['name', 'a']],
          [
            ['name', 'b'],
            ['more', [['x', 'number 1']]],
          ],
        ],
      ],
    ])
  })

  test('lead to their values by keys and indices', () => {
    const [menu] = fields('[[menu]]\nx = { "a b" = 1 }\n')
    const item = menu?.value.kind === 'list' ? menu.value.items[0] : undefined
    const x = item?.kind === 'map' ? item.entries[0] : undefined
    expect(x?.path).toEqual(['menu', 0, 'x'])
    expect(x?.value.kind === 'map' && x.value.entries[0]?.path).toEqual(['menu', 0, 'x', 'a b'])
  })
})

test('a field is where its range says, in the whole text and with line breaks of two characters', () => {
  const text = '\ufeff+++\r\n# 😀\r\n"two words" = \'😀\' # keep\r\n[extra]\r\nx = 1\r\ny = [ 2 ]\r\n+++\r\n'
  const read = readFrontMatter(text)
  if (read.kind !== 'fields') throw new Error('not read')
  const slices = read.fields.map(({ keyRange, valueRange }) => [
    text.slice(keyRange.from, keyRange.to),
    text.slice(valueRange.from, valueRange.to),
  ])
  expect(slices).toEqual([
    ['"two words"', "'😀'"],
    ['extra', 'x = 1\r\ny = [ 2 ]'],
  ])
})

describe('a mistake is told in a sentence, with its place', () => {
  test.each([
    ['title = "A\n', 1, 'A closing quote is missing'],
    ['title = A\n', 1, 'Put quotes around a text'],
    ['title = \n', 1, 'The value is missing'],
    ['title "A"\n', 1, 'An `=` is missing'],
    ['= "A"\n', 1, 'A name is missing'],
    ['a = 1\ntitle = yes\n', 2, 'yes and no as true and false'],
    ['a = 1\na = 2\n', 2, 'This name is there twice'],
    ['a.b = 1\n[a]\n', 2, 'This name is there twice'],
    ['a = [1 2]\n', 1, 'comma is missing'],
    ['a = [1,\n', 1, '`]` is missing'],
    ['a = { b = 1\n}\n', 1, 'must be on one line'],
    ['a = { b = 1, }\n', 1, 'comma too many'],
    ['zip = 012\n', 1, 'cannot begin with 0'],
    ['date = 2023-02-29\n', 1, 'No calendar has this date'],
    ['date = 2024-05-31T25:00:00Z\n', 1, 'No calendar has this date'],
    ['path = "C:\\new\\x"\n', 1, 'begins no escape'],
    ['a = 1 b = 2\n', 1, 'on a line of its own'],
    ['größe = 1\n', 1, 'needs quotes'],
    ['a..b = 1\n', 1, 'A dot is too many'],
    ['a = "\u0007"\n', 1, 'invisible control character'],
    ['[extra\nx = 1\n', 1, '`]` is missing'],
    ['a = 1\rb = 2\n', 1, 'on a line of its own'],
  ])('%j', (block, line, message) => {
    const read = readFrontMatter(post(block))
    expect(read).toMatchObject({ kind: 'unreadable', line: line + 1 })
    expect(read.kind === 'unreadable' && read.message).toContain(message)
  })
})

describe('hostile front matter is refused rather than read', () => {
  test.each([
    ['brackets', `a = ${'['.repeat(200)}${']'.repeat(200)}\n`],
    ['a hundred thousand brackets', `a = ${'['.repeat(50_000)}\n`],
    ['braces', `a = ${'{a='.repeat(200)}1${'}'.repeat(200)}\n`],
    ['dotted keys', `a${'.a'.repeat(200)} = 1\n`],
    ['headings', `[a${'.a'.repeat(200)}]\nx = 1\n`],
    [
      'dotted keys in braces under a heading',
      `[${'a.'.repeat(30)}a]\nx${'.x'.repeat(30)} = { b${'.b'.repeat(30)} = 1 }\n`,
    ],
  ])('nested too deep by %s', (_by, block) => {
    const read = readFrontMatter(post(block))
    expect(read.kind === 'unreadable' && read.message).toContain('more than 64 levels deep')
  })

  test('too long', () => {
    const read = readFrontMatter(post(`a = "${'x'.repeat(1_000_000)}"\n`))
    expect(read.kind === 'unreadable' && read.message).toContain('too long for the form')
  })

  test('but 60 levels, or brackets in texts and comments, are nothing special', () => {
    expect(fields(`a = ${'['.repeat(60)}${']'.repeat(60)}\n`)).toHaveLength(1)
    expect(
      fields(`a = "${'['.repeat(100)}" # ${'{'.repeat(100)}\nb = '''${'['.repeat(100)}'''\n`),
    ).toHaveLength(2)
  })

  test('and a key that every object has is a key like any other', () => {
    expect(values('__proto__ = 1\n[constructor]\ntoString = 2\n')).toEqual([
      ['__proto__', 'number 1'],
      ['constructor', [['toString', 'number 2']]],
    ])
  })
})
