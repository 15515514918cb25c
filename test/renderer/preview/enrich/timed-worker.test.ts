import { expect, test } from 'vitest'
import { type StartWorker, TimedWorker } from '../../../../renderer/preview/enrich/timed-worker'

const limits = { loadMs: 40, workMs: 20 }
const wanted = () => true

/** Workers that echo their job, but hang on `hang`, never load for `load`, and break on `break`. */
function echo() {
  const log: string[] = []
  const start: StartWorker<string, string> = (hear, fail) => {
    log.push('start')
    return {
      post({ id, job }) {
        log.push(job)
        if (job === 'load') return
        if (job === 'break') queueMicrotask(() => fail('broken'))
        queueMicrotask(() => {
          hear({ id: id + 1000, kind: 'done', result: 'of somebody else' })
          hear({ id, kind: 'began' })
          if (job !== 'hang' && job !== 'break') hear({ id, kind: 'done', result: job })
        })
      },
      end: () => log.push('end'),
    }
  }
  return { log, worker: new TimedWorker(start, limits) }
}

test('jobs are done one after the other by one worker', async () => {
  const { log, worker } = echo()
  const outcomes = await Promise.all(['a', 'b'].map((job) => worker.run(job, wanted)))
  expect(outcomes).toEqual([
    { kind: 'done', result: 'a' },
    { kind: 'done', result: 'b' },
  ])
  expect(log).toEqual(['start', 'a', 'b'])
})

test.each(['hang', 'load'])(
  'one that takes too long (%s) is cut off, and the next gets a new worker',
  async (job) => {
    const { log, worker } = echo()
    const outcomes = await Promise.all([job, 'next'].map((each) => worker.run(each, wanted)))
    expect(outcomes).toEqual([{ kind: 'cut-off' }, { kind: 'done', result: 'next' }])
    expect(log).toEqual(['start', job, 'end', 'start', 'next'])
  },
)

test('a worker that breaks is replaced', async () => {
  const { log, worker } = echo()
  const outcomes = await Promise.all(['break', 'next'].map((job) => worker.run(job, wanted)))
  expect(outcomes).toEqual([
    { kind: 'failed', message: 'broken' },
    { kind: 'done', result: 'next' },
  ])
  expect(log).toEqual(['start', 'break', 'end', 'start', 'next'])
})

test('what nobody wants any more is not begun', async () => {
  const { log, worker } = echo()
  let isWanted = true
  const outcomes = [worker.run('a', wanted), worker.run('b', () => isWanted), worker.run('c', wanted)]
  isWanted = false
  expect(await Promise.all(outcomes)).toEqual([
    { kind: 'done', result: 'a' },
    { kind: 'dropped' },
    { kind: 'done', result: 'c' },
  ])
  expect(log).toEqual(['start', 'a', 'c'])
})

test('after its end nothing is done', async () => {
  const { log, worker } = echo()
  const running = [worker.run('hang', wanted), worker.run('b', wanted)]
  worker.dispose()
  expect(await Promise.all([...running, worker.run('c', wanted)])).toEqual([
    { kind: 'dropped' },
    { kind: 'dropped' },
    { kind: 'dropped' },
  ])
  expect(log).toEqual(['start', 'hang', 'end'])
})
