import { unlink } from 'node:fs/promises'
import { systemCode } from './system-failure'

/** Removes a file; one that is gone already is as good as removed. */
export async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
