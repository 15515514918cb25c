import { expect, test } from 'vitest'
import { oppositeWord, saysYes } from '../../../renderer/front-matter/yes-no-words'

test.each([
  ['yes', 'no'],
  ['No', 'Yes'],
  ['TRUE', 'FALSE'],
  ['off', 'on'],
  ['n', 'y'],
])('%s turns into %s, in the file’s own words', (word, other) => {
  expect(oppositeWord(word)).toBe(other)
  expect(saysYes(word)).toBe(!saysYes(other))
})

test('a word that is neither yes nor no has no opposite', () => {
  expect(oppositeWord('maybe')).toBeNull()
})

test('where nothing is said, the switch says yes', () => {
  expect(saysYes('')).toBe(false)
  expect(oppositeWord('')).toBe('true')
})
