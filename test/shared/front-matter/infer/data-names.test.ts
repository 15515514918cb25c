import { describe, expect, test } from 'vitest'
import { matchNames, nameOfThing, namesIn } from '#shared/front-matter/infer/data-names'

describe('the things in a data file', () => {
  test.each([
    [
      { ann: { name: 'Ann' }, ben: {} },
      [
        { key: 'ann', label: 'Ann' },
        { key: 'ben', label: null },
      ],
    ],
    [
      { en: 'English', de: 'German' },
      [
        { key: 'en', label: 'English' },
        { key: 'de', label: 'German' },
      ],
    ],
    [
      [{ id: 'a', title: 'A' }, { name: 'B' }, { x: 1 }, 'c', 4],
      [
        { key: 'a', label: 'A' },
        { key: 'B', label: null },
        { key: 'c', label: null },
      ],
    ],
    ['text', []],
    [null, []],
    [undefined, []],
  ])('of %j', (data, names) => expect(namesIn(data)).toEqual(names))

  test('are the first two thousand', () => {
    expect(namesIn(Array.from({ length: 5000 }, (_, index) => `n${index}`))).toHaveLength(2000)
  })

  test('are called by their own name, never by one that they inherit', () => {
    expect(nameOfThing({ title: 'A' })).toBe('A')
    expect(nameOfThing(Object.create({ name: 'inherited' }))).toBeNull()
  })
})

describe('the data file that a field refers to', () => {
  const file = (name: string, ...keys: readonly string[]) => ({
    file: `_data/${name}.yml`,
    name,
    entries: keys.map((key) => ({ key, label: key.toUpperCase() })),
  })
  const match = (key: string, texts: readonly string[], ...files: readonly ReturnType<typeof file>[]) => {
    const found = matchNames(key, new Set(texts), files)
    return found === null ? null : [found.names.name, found.by]
  }

  test.each([
    ['author', ['ann', 'x'], [file('authors', 'ann')], ['authors', 'key']],
    ['author', ['ANN'], [file('people', 'ann')], ['people', 'label']],
    ['author', ['x', 'y', 'ann'], [file('authors', 'ann')], null],
    ['author', [], [file('authors', 'ann')], ['authors', 'key']],
    ['author', [], [file('authors')], null],
    ['category', ['a', 'b'], [file('categories', 'a')], ['categories', 'key']],
    ['tree', ['a', 'b', 'c'], [file('forest', 'a', 'b', 'c')], ['forest', 'key']],
    ['tree', ['a', 'b'], [file('forest', 'a', 'b')], null],
    ['tree', ['a', 'b', 'c', 'd'], [file('forest', 'a', 'b', 'c')], null],
    ['author', ['ann'], [file('authors', 'x', 'ann'), file('team', 'ann')], ['authors', 'key']],
    [
      'author',
      ['a', 'b', 'c'],
      [file('forest', 'a', 'b', 'c'), file('authors', 'a', 'b')],
      ['authors', 'key'],
    ],
  ] as const)('%s with %j', (key, texts, files, found) => expect(match(key, texts, ...files)).toEqual(found))
})
