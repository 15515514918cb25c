import { open } from 'node:fs/promises'

/**
 * Makes the names in a folder last: after a rename only this keeps the new name through a power cut. Windows has no such call and
 * needs none: its rename is written through.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
