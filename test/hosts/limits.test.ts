import { expect, test } from 'vitest'
import { createRateLimit } from '../../electron/server/limits'

test('a budget of requests refills evenly and never beyond its size', () => {
  let nowMs = 0
  const { take } = createRateLimit({ requestBurst: 2, requestsPerSecond: 10 }, () => nowMs)
  const takeAt = (timeMs: number) => {
    nowMs = timeMs
    return take()
  }
  expect([takeAt(0), takeAt(0), takeAt(0)]).toEqual([true, true, false])
  expect([takeAt(99), takeAt(100), takeAt(101)]).toEqual([false, true, false])
  expect([takeAt(60_000), takeAt(60_000), takeAt(60_000)]).toEqual([true, true, false])
})
