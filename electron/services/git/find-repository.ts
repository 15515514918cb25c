import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { systemCode } from '../files/system-failure'

/** Where a working copy's repository lies. All absolute; found by looking at files alone, without running git. */
export type RepositoryPlace = {
  /** The folder that holds `.git`. */
  readonly top: string
  /** HEAD and the index of this working copy. */
  readonly gitFolder: string
  /** Configuration, hooks and references; differs from `gitFolder` in a linked working copy. */
  readonly commonFolder: string
  /** The `.git` file that points to `gitFolder`; null when `.git` is the folder itself. */
  readonly pointer: string | null
}

/**
 * The repository that a folder belongs to, its own or that of a folder above; null when there is none. `folder` is a real path. A bare
 * repository on the way up, which may lie among a blog's files, ends the search: git would take it, and must not.
 */
export async function findRepository(folder: string): Promise<RepositoryPlace | null> {
  const place = await placeAt(folder)
  if (place !== null) return place
  if (await isGitFolder(folder)) return null
  const parent = dirname(folder)
  return parent === folder ? null : findRepository(parent)
}

/** Whether a folder is git's own: a bare repository, or a `.git` folder. */
export async function isGitFolder(folder: string): Promise<boolean> {
  const parts = await Promise.all([
    exists(join(folder, 'HEAD')),
    isFolder(join(folder, 'refs')),
    isFolder(join(folder, 'objects')),
  ])
  return parts.every(Boolean)
}

async function placeAt(top: string): Promise<RepositoryPlace | null> {
  const entry = join(top, '.git')
  if (await isGitFolder(entry)) {
    const gitFolder = await realpath(entry)
    return { top, gitFolder, commonFolder: gitFolder, pointer: null }
  }
  const target = /^gitdir: (.+?)\r?\n?$/.exec((await textOf(entry)) ?? '')?.[1]
  if (target === undefined) return null
  const gitFolder = await realpathOrNull(resolve(top, target))
  if (gitFolder === null) return null
  return { top, gitFolder, commonFolder: await commonFolderOf(gitFolder), pointer: entry }
}

async function commonFolderOf(gitFolder: string): Promise<string> {
  const common = (await textOf(join(gitFolder, 'commondir')))?.trim()
  return common === undefined ? gitFolder : ((await realpathOrNull(resolve(gitFolder, common))) ?? gitFolder)
}

async function exists(path: string): Promise<boolean> {
  return (await orNull(() => stat(path))) !== null
}

async function isFolder(path: string): Promise<boolean> {
  return (await orNull(() => stat(path)))?.isDirectory() ?? false
}

async function textOf(path: string): Promise<string | null> {
  const stats = await orNull(() => stat(path))
  return stats?.isFile() && stats.size < 64 * 1024 ? orNull(() => readFile(path, 'utf8')) : null
}

async function realpathOrNull(path: string): Promise<string | null> {
  return orNull(() => realpath(path))
}

async function orNull<Value>(task: () => Promise<Value>): Promise<Value | null> {
  try {
    return await task()
  } catch (error) {
    if (systemCode(error) !== null) return null
    throw error
  }
}
