import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Ports } from '../ports'
import { removeIfThere } from './remove-if-there'
import { systemCode } from './system-failure'
import { temporaryOwner } from './temporary-name'

const settledMs = 10_000
const abandonedMs = 60 * 60 * 1000

/**
 * Removes temporary files of our own that a crash left behind. `files` are absolute; names that are not ours are left alone, and so
 * are files whose process still runs, unless they are over an hour old.
 */
export async function sweepStaleTemporaries(
  files: readonly string[],
  { now, log }: Pick<Ports, 'now' | 'log'>,
): Promise<void> {
  for (const file of files) {
    try {
      if (await isStale(file, now())) await removeIfThere(file)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') continue
      log({ level: 'warn', message: `A leftover temporary file could not be removed: ${file}`, error })
    }
  }
}

async function isStale(file: string, now: Date): Promise<boolean> {
  const owner = temporaryOwner(basename(file))
  if (owner === null) return false
  const ageMs = now.getTime() - (await stat(file)).mtimeMs
  return ageMs > abandonedMs || (ageMs > settledMs && !isRunning(owner))
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}
