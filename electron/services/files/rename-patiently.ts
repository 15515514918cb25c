import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { systemCode } from './system-failure'

const delaysMs = [10, 20, 40, 80, 160, 320, 640]
const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])

/**
 * Renames over an existing file. On Windows a virus scanner or a sync client may hold the file for a moment: there it is tried again
 * for about a second, then the last error is thrown.
 */
export async function renamePatiently(from: string, to: string, platform = process.platform): Promise<void> {
  for (const delayMs of delaysMs) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (platform !== 'win32' || !passing.has(systemCode(error) ?? '')) throw error
      await wait(delayMs)
    }
  }
  await rename(from, to)
}
