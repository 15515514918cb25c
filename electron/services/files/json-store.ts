import { readFile } from 'node:fs/promises'
import type { Ports } from '../ports'
import { explained, explainSystemError, systemCode } from './system-failure'
import { writePrivateFile } from './write-private-file'

/** One JSON file of Galley's own, read once per use and replaced whole. */
export type JsonStore<Value> = {
  read(): Promise<Value>
  /** Reads, changes and writes; one after the other within this process. Gives what was written. */
  change(change: (current: Value) => Value): Promise<Value>
}

/**
 * A store in `file`. `repair` takes whatever the file holds, `undefined` when it is missing or no JSON, and gives a sound value;
 * it must not throw. A file that is no JSON is logged and counts as missing. What the system refuses is told in the writer's words,
 * `permission-denied`, `disk-full` or `read-only`.
 */
export function createJsonStore<Value>(
  file: string,
  repair: (stored: unknown) => Value,
  log: Ports['log'],
): JsonStore<Value> {
  let tail: Promise<unknown> = Promise.resolve()
  const read = async () => repair(await readJson(file, log))
  const change = async (next: (current: Value) => Value) => {
    const value = next(await read())
    await explained(file, () => writePrivateFile(file, `${JSON.stringify(value, null, 2)}\n`))
    return value
  }
  return {
    read,
    change(next) {
      const run = tail.then(
        () => change(next),
        () => change(next),
      )
      tail = run
      return run
    },
  }
}

async function readJson(file: string, log: Ports['log']): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw explainSystemError(error, file)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    log({ level: 'warn', message: `${file} is damaged; its defaults are used`, error })
    return undefined
  }
}
