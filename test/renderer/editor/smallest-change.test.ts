import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyTextChanges } from '#shared/text/text-change'
import { smallestChange } from '../../../renderer/editor/smallest-change'

test('equal texts need no change', () => {
  expect(smallestChange('same', 'same')).toBeNull()
})

test('only what differs is replaced', () => {
  expect(smallestChange('team: Infrastructure\n', 'team: Web\n')).toEqual({ from: 6, to: 20, insert: 'Web' })
})

test('a repeated character is not counted at both ends', () => {
  expect(smallestChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
})

test('applied to the one text it always gives the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = smallestChange(before, after)
      expect(applyTextChanges(before, change === null ? [] : [change])).toBe(after)
    }),
  )
})
