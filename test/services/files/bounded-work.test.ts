import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { createGatherer } from '#services/files/gather'
import { createKeyedLock } from '#services/files/keyed-lock'
import { mapBounded } from '#services/files/map-bounded'

test('tasks run side by side up to the limit, and results keep the order', async () => {
  let running = 0
  let most = 0
  const results = await mapBounded([5, 1, 4, 2, 3, 0], 3, async (item) => {
    most = Math.max(most, ++running)
    await wait(item)
    running--
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30, 0])
  expect(most).toBe(3)
})

test('one failure fails the whole', async () => {
  const failing = mapBounded([1, 2, 3], 2, async (item) => {
    if (item === 2) throw new Error('two')
  })
  await expect(failing).rejects.toThrow('two')
})

test('tasks of one key wait for each other, also behind a failure; other keys do not wait', async () => {
  const serialise = createKeyedLock()
  const order: string[] = []
  const task = (name: string, delayMs: number) => async () => {
    order.push(`${name} begins`)
    await wait(delayMs)
    order.push(`${name} ends`)
    if (name === 'first') throw new Error('first')
  }
  const outcomes = await Promise.allSettled([
    serialise('a', task('first', 30)),
    serialise('a', task('second', 0)),
    serialise('b', task('other', 0)),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(order.indexOf('second begins')).toBeGreaterThan(order.indexOf('first ends'))
  expect(order.indexOf('other ends')).toBeLessThan(order.indexOf('first ends'))
})

test('a burst is told once, a steady stream at the latest after the longest wait', () => {
  vi.useFakeTimers()
  try {
    const told: (readonly string[])[] = []
    const gatherer = createGatherer<string>({ quietMs: 10, maxMs: 35 }, (items) => told.push(items))
    for (const item of ['a', 'b', 'a']) gatherer.add(item)
    vi.advanceTimersByTime(10)
    expect(told).toEqual([['a', 'b']])
    for (let turn = 0; turn < 10; turn++) {
      gatherer.add(`${turn}`)
      vi.advanceTimersByTime(8)
    }
    expect(told.length).toBeGreaterThanOrEqual(3)
    gatherer.add('late')
    gatherer.stop()
    vi.advanceTimersByTime(100)
    expect(told.flat()).not.toContain('late')
  } finally {
    vi.useRealTimers()
  }
})
