import { expect, test } from 'vitest'
import { bodyChanges } from '../../../renderer/preview/body-changes'

test('a change in the body is counted from the body’s beginning', () => {
  expect(bodyChanges([{ from: 12, to: 13, insert: 'x' }], 10, 10)).toEqual([{ from: 2, to: 3, insert: 'x' }])
})

test('a change of the front matter is none of the body', () => {
  expect(bodyChanges([{ from: 3, to: 5, insert: 'longer' }], 10, 14)).toEqual([])
})

test('a change across the border cannot be told apart', () => {
  expect(bodyChanges([{ from: 8, to: 12, insert: '' }], 10, 8)).toBeNull()
})

test('a border that moves for another reason shows the whole body anew', () => {
  expect(bodyChanges([{ from: 12, to: 12, insert: '---' }], 10, 16)).toBeNull()
})
