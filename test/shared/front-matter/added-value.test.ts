import { describe, expect, test } from 'vitest'
import { addedValueOf } from '#shared/front-matter/added-value'

describe('a JSON value as an edit writes it', () => {
  test.each<[unknown, unknown]>([
    ['no', { kind: 'text', text: 'no' }],
    ['', { kind: 'text', text: '' }],
    [true, { kind: 'plain', source: 'true' }],
    [null, { kind: 'plain', source: 'null' }],
    [1.5, { kind: 'plain', source: '1.5' }],
    [-0, { kind: 'plain', source: '0' }],
    [[], { kind: 'list', items: [] }],
    [{}, { kind: 'map', entries: [] }],
    [
      ['a', 1],
      {
        kind: 'list',
        items: [
          { kind: 'text', text: 'a' },
          { kind: 'plain', source: '1' },
        ],
      },
    ],
    [
      { b: 'x', a: null },
      {
        kind: 'map',
        entries: [
          ['b', { kind: 'text', text: 'x' }],
          ['a', { kind: 'plain', source: 'null' }],
        ],
      },
    ],
  ])('%j', (json, value) => expect(addedValueOf(json)).toEqual(value))

  test('a key named __proto__ is a key like any other', () => {
    const parsed: unknown = JSON.parse('{"__proto__": {"x": 1}}')
    const inner = { kind: 'map', entries: [['x', { kind: 'plain', source: '1' }]] }
    expect(addedValueOf(parsed)).toEqual({ kind: 'map', entries: [['__proto__', inner]] })
    expect(addedValueOf(Object.assign(Object.create(null), { a: 'b' }))).toEqual({
      kind: 'map',
      entries: [['a', { kind: 'text', text: 'b' }]],
    })
    expect(addedValueOf(Object.create({ inherited: 1 }))).toEqual({ kind: 'map', entries: [] })
  })

  test('what JSON cannot hold is none', () => {
    for (const value of [
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      () => 1,
      Symbol('s'),
      1n,
      [undefined],
      { a: undefined },
    ]) {
      expect(addedValueOf(value)).toBeNull()
    }
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(addedValueOf(deep)).toBeNull()
  })
})
