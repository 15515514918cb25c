import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { explainSystemError } from '../files/system-failure'
import { isMissing } from './is-missing'

// Git itself reads no longer pointer.
const maxPointerBytes = 1024 * 1024

/** Where a working copy's repository lies. All absolute; found by looking at files alone, without running git. */
export type RepositoryPlace = {
  /** The folder that holds `.git`. */
  readonly top: string
  /** HEAD and the index of this working copy. */
  readonly gitFolder: string
  /** Configuration, hooks and references; differs from `gitFolder` in a linked working copy, and where a `commondir` file says so. */
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

/** Whether a folder is git's own: a bare repository, or a `.git` folder. Its objects and references may lie in another one. */
export async function isGitFolder(folder: string): Promise<boolean> {
  if (!(await exists(join(folder, 'HEAD')))) return false
  const common = await commonFolderOf(folder)
  const parts = await Promise.all([isFolder(join(common, 'refs')), isFolder(join(common, 'objects'))])
  return parts.every(Boolean)
}

async function placeAt(top: string): Promise<RepositoryPlace | null> {
  const entry = join(top, '.git')
  if (await isGitFolder(entry)) {
    const gitFolder = await realpath(entry)
    return { top, gitFolder, commonFolder: await commonFolderOf(gitFolder), pointer: null }
  }
  const target = targetOf((await textOf(entry)) ?? '')
  if (target === null) return null
  const gitFolder = await orNull(entry, () => realpath(resolve(top, target)))
  if (gitFolder === null) return null
  return { top, gitFolder, commonFolder: await commonFolderOf(gitFolder), pointer: entry }
}

/** Where a `.git` file points, read as git reads it (`read_gitfile_gently` in its setup.c): without line ends, up to a NUL. */
function targetOf(pointer: string): string | null {
  const prefix = 'gitdir: '
  return pointer.startsWith(prefix) ? asPath(pointer.slice(prefix.length)) : null
}

async function commonFolderOf(gitFolder: string): Promise<string> {
  const file = join(gitFolder, 'commondir')
  const common = asPath((await textOf(file)) ?? '')
  if (common === null) return gitFolder
  return (await orNull(file, () => realpath(resolve(gitFolder, common)))) ?? gitFolder
}

function asPath(text: string): string | null {
  const [path = ''] = text.replace(/[\r\n]+$/, '').split('\0')
  return path === '' ? null : path
}

async function exists(path: string): Promise<boolean> {
  // HEAD may be a link to a branch that has no commit yet
  return (await orNull(path, () => lstat(path))) !== null
}

async function isFolder(path: string): Promise<boolean> {
  return (await orNull(path, () => stat(path)))?.isDirectory() ?? false
}

async function textOf(path: string): Promise<string | null> {
  const stats = await orNull(path, () => stat(path))
  if (!stats?.isFile() || stats.size > maxPointerBytes) return null
  return orNull(path, () => readFile(path, 'utf8'))
}

async function orNull<Value>(path: string, task: () => Promise<Value>): Promise<Value | null> {
  try {
    return await task()
  } catch (error) {
    if (isMissing(error)) return null
    throw explainSystemError(error, path)
  }
}
