import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { removeIfThere } from './remove-if-there'
import { syncFolder } from './sync-folder'
import { systemCode } from './system-failure'

/**
 * Puts a new file on the disk so that it lasts; false, with nothing written, when there is anything under that name, also a link that
 * leads nowhere. `target` is absolute, its folder's links resolved. A failure leaves no half of a file behind.
 */
export async function writeNewFile(target: string, bytes: Uint8Array): Promise<boolean> {
  let file: FileHandle
  try {
    file = await open(target, 'wx')
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    await writeAndClose(file, bytes)
  } catch (error) {
    await removeIfThere(target)
    throw error
  }
  await syncFolder(dirname(target))
  return true
}

async function writeAndClose(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
