import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fail } from '#shared/contract/failure'
import { systemCode } from '../files/system-failure'

const pollMs = 100

/**
 * Waits until no other git holds the index, at most `maxWaitMs`; then `locked`, with the lock's path and age. The lock is never
 * removed: only the writer can know whether the other git is still at work.
 */
export async function awaitIndex(gitFolder: string, now: () => Date, maxWaitMs: number): Promise<void> {
  const lock = join(gitFolder, 'index.lock')
  const deadlineMs = performance.now() + maxWaitMs
  for (;;) {
    const since = await modifiedAt(lock)
    if (since === null) return
    if (performance.now() >= deadlineMs) fail('locked', explain(lock, now().getTime() - since.getTime()))
    await wait(pollMs)
  }
}

function explain(lock: string, ageMs: number): string {
  return `Another git command is at work here: it has held ${lock} for ${inWords(ageMs)}. Try again when it is done; if no git is running, that file was left by a crash and you may delete it.`
}

function inWords(ageMs: number): string {
  const seconds = Math.max(1, Math.round(ageMs / 1000))
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`
}

async function modifiedAt(file: string): Promise<Date | null> {
  try {
    return (await stat(file)).mtime
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
