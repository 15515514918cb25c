import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FolderListing } from '#shared/contract/blog'
import { mapBounded } from '../files/map-bounded'
import { explained, systemCode } from '../files/system-failure'
import { resolveFolder } from './blog-folder'

const maxFolders = 2000
const statsAtOnce = 32

/** The folders in a folder, by name, hidden ones left out, at most 2,000. Fails as opening the folder would. */
export async function browseFolder(folder: string, homeFolder: string): Promise<FolderListing> {
  const real = await resolveFolder(folder, homeFolder)
  const entries = await explained(folder, () => readdir(real, { withFileTypes: true }))
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  const folders = await mapBounded(visible, statsAtOnce, async (entry) => {
    const child = join(real, entry.name)
    if (!(await isFolder(entry, child))) return null
    return { name: entry.name, folder: child, isRepository: (await statsOf(join(child, '.git'))) !== null }
  })
  const parent = dirname(real)
  return {
    folder: real,
    parent: parent === real ? null : parent,
    folders: folders
      .filter((listed) => listed !== null)
      .toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
      .slice(0, maxFolders),
  }
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return (await statsOf(path))?.isDirectory() ?? false
}

async function statsOf(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (systemCode(error) !== null) return null
    throw error
  }
}
