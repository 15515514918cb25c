import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldChoice } from '#shared/contract/field'
import { nearDuplicateOf, nearDuplicates } from '#shared/front-matter/near-duplicates'

/** Choices by how often they are used, most used first. */
function used(counts: Readonly<Record<string, number>>): readonly FieldChoice[] {
  return Object.entries(counts).map(([value, count]) => ({ value, label: null, count }))
}

const tags = used({ JavaScript: 12, 'front-end': 9, category: 7, css: 5, boxes: 3, 'C++': 2, javascript: 1 })

describe('a value that is nearly another one', () => {
  test.each([
    ['javascript', 'JavaScript'],
    ['Java Script', 'JavaScript'],
    [' JAVASCRIPT ', 'JavaScript'],
    ['java_scripts', 'JavaScript'],
    ['Frontend', 'front-end'],
    ['front ends', 'front-end'],
    ['categories', 'category'],
    ['box', 'boxes'],
    ['c++', 'C++'],
  ])('%s is %s', (value, meant) => expect(nearDuplicateOf(value, tags)?.value).toBe(meant))

  test.each(['JavaScript', 'Java', 'cs', 'C', 'C#', 'categorical', '', ' ', '-'])('%j is none', (value) =>
    expect(nearDuplicateOf(value, tags)).toBeNull(),
  )

  test('says how often the commoner spelling is used', () => {
    expect(nearDuplicateOf('javascript', tags)).toEqual({ value: 'JavaScript', label: null, count: 12 })
  })

  test.each([
    ['css', 'cs'],
    ['news', 'new york'],
    ['status', 'statu'],
    ['analysis', 'analysi'],
    ['ios', 'io'],
  ])('%s is no plural of %s', (value, other) => {
    expect(nearDuplicateOf(value, used({ [other]: 9 }))).toBeNull()
  })
})

describe('near duplicates among the values in use', () => {
  test('each rarer spelling with the commonest', () => {
    const found = nearDuplicates(used({ Posts: 5, a: 4, post: 3, POST: 1 }))
    expect([...found].map(([value, { value: meant }]) => [value, meant])).toEqual([
      ['post', 'Posts'],
      ['POST', 'Posts'],
    ])
  })

  test('of two used equally often the later one', () => {
    const found = nearDuplicates(used({ Dog: 1, dog: 1 }))
    expect([...found.keys()]).toEqual(['dog'])
  })

  test('are the same for one value and for all', () => {
    const letters = fc.constantFrom('a', 'A', 'b', 's', '-', ' ', 'é', 'e\u0301')
    const values = fc.uniqueArray(fc.string({ unit: letters, maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(values, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (names, counts) => {
        const choices = names.map((value, index) => ({ value, label: null, count: counts[index] ?? 0 }))
        const found = nearDuplicates(choices)
        for (const { value } of choices)
          expect(found.get(value) ?? null).toEqual(nearDuplicateOf(value, choices))
      }),
    )
  })
})
