/** Runs tasks of the same key one after the other, in the order they came; tasks of different keys run side by side. */
export type KeyedLock = <Value>(key: string, task: () => Promise<Value>) => Promise<Value>

/** A lock within this process. A task that fails does not stop those behind it. */
export function createKeyedLock(): KeyedLock {
  const tails = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(task, task)
    tails.set(key, run)
    const forget = () => {
      if (tails.get(key) === run) tails.delete(key)
    }
    run.then(forget, forget)
    return run
  }
}
