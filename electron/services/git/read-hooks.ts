import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { explainSystemError } from '../files/system-failure'
import { isMissing } from './is-missing'

/** A hook that git would run. */
export type Hook = {
  readonly name: string
  /** Of its bytes, so that a change is noticed. */
  readonly checksum: string
}

const maxHookBytes = 4 * 1024 * 1024

/** The hooks in a folder that git would run: executable files, less the samples that git itself puts there. None without the folder. */
export async function readHooks(folder: string): Promise<readonly Hook[]> {
  const names = await namesIn(folder)
  const hooks = await Promise.all(
    names.filter((name) => !name.endsWith('.sample')).map((name) => readHook(join(folder, name), name)),
  )
  return hooks.filter((hook) => hook !== null).toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw explainSystemError(error, folder)
  }
}

async function readHook(file: string, name: string): Promise<Hook | null> {
  try {
    const stats = await stat(file)
    // Windows has no such bit: there git runs any file by a hook's name.
    const isExecutable = process.platform === 'win32' || (stats.mode & 0o111) !== 0
    if (!stats.isFile() || !isExecutable) return null
    if (stats.size > maxHookBytes) return { name, checksum: `${stats.size} ${stats.mtimeMs}` }
    return {
      name,
      checksum: createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    }
  } catch (error) {
    // a link that leads nowhere is no hook
    if (isMissing(error)) return null
    throw explainSystemError(error, file)
  }
}
