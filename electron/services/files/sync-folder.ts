import { open } from 'node:fs/promises'
import { systemCode } from './system-failure'

/** What systems answer that cannot sync this folder at all: one we may not read, a network or FUSE file system. */
const refusals: ReadonlySet<string | null> = new Set([
  'EACCES',
  'EPERM',
  'EINVAL',
  'ENOTSUP',
  'EBADF',
  'EISDIR',
])

/**
 * Makes the names in a folder last: after a rename only this keeps the new name through a power cut. Does nothing where the system
 * refuses it for this folder. Windows has no such call and needs none: its rename is written through.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    await syncNames(folder)
  } catch (error) {
    if (!refusals.has(systemCode(error))) throw error
  }
}

async function syncNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
