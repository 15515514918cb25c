import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { removeIfThere } from './remove-if-there'
import { renamePatiently } from './rename-patiently'
import { syncFolder } from './sync-folder'
import { temporaryName } from './temporary-name'

/** Replaces a file of Galley's own in one step, readable by this user alone; its folder is made when missing. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, temporaryName())
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renamePatiently(temporary, file)
  } catch (error) {
    await removeIfThere(temporary)
    throw error
  }
  await syncFolder(folder)
}
