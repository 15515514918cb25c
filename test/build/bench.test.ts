import { expect, test } from 'vitest'
import { holds, median, percentile, ratioOfPairs } from '../bench/bench'

test('a goal is met on its own side, the limit included', () => {
  expect([holds(20, '>=20'), holds(19.9, '>=20'), holds(2, '<=2'), holds(2.01, '<=2')]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('a goal that cannot be read is an error, not a pass', () => {
  for (const goal of ['20', '> 20', '>=fast', '']) expect(() => holds(1, goal)).toThrow('a goal is written')
})

test('the median does not follow one slow sample', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([1, 1, 1000])).toBe(1)
  expect(median([])).toBeNaN()
})

test('a percentile is one of the numbers', () => {
  const numbers = Array.from({ length: 30 }, (_, index) => 30 - index)
  expect([percentile(numbers, 95), percentile(numbers, 50), percentile(numbers, 100)]).toEqual([29, 15, 30])
  expect(percentile([], 95)).toBeNaN()
})

test('the first pair warms up and is not counted', async () => {
  const measured = [1000, 10, 12, 11]
  const baseline = [1, 2, 2, 2]
  const take = (from: number[]) => async () => from.shift() ?? Number.NaN
  expect(await ratioOfPairs(3, take(measured), take(baseline))).toEqual({ ratio: 5.5, samples: 3 })
})
