import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PostPath } from '#shared/contract/post-path'
import { markupOf } from '#shared/site/markup'
import { mapBounded } from '../files/map-bounded'
import { isInsideBlog } from '../files/resolve-in-blog'
import { explainSystemError, systemCode } from '../files/system-failure'
import { temporaryOwner } from '../files/temporary-name'

/** A file or a link of the blog, by its name alone. */
export type ListedFile = { readonly path: PostPath; readonly isLink: boolean }

/** A file that may be a post. */
export type WalkedFile = {
  readonly path: PostPath
  /** Absolute, links resolved. */
  readonly real: string
  readonly markup: 'markdown' | 'other'
  /** Changes whenever the file is written or replaced. */
  readonly stamp: string
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  readonly createdAt: number
}

/** A file or folder that could not be read, and why, in a sentence. */
export type Unreadable = { readonly path: PostPath; readonly message: string }

/** The names of all that lies in a blog's folders. */
export type Listing = {
  /** Sorted by path. */
  readonly files: readonly ListedFile[]
  readonly unreadable: readonly Unreadable[]
  /** Absolute paths of temporary files that some Galley left. */
  readonly temporaries: readonly string[]
}

type Found = {
  readonly files: ListedFile[]
  readonly unreadable: Unreadable[]
  readonly temporaries: string[]
}

const maxDepth = 24
const maxFiles = 500_000
const statsAtOnce = 32

/** What package managers and version control fill: never a site's own, whatever the generator. */
const foreignFolders = new Set(['node_modules', 'bower_components', '__pycache__'])

/**
 * Every file of the blog by name, without hidden folders and what package managers fetch. Links to folders are not followed. `root` is
 * the blog's real path.
 */
export async function listBlog(root: string): Promise<Listing> {
  const found: Found = { files: [], unreadable: [], temporaries: [] }
  await listFolder(root, '', 0, found)
  return { ...found, files: found.files.toSorted((one, other) => (one.path < other.path ? -1 : 1)) }
}

async function listFolder(root: string, folder: string, depth: number, found: Found): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    const path = PostPath.safeParse(folder)
    if (path.success) found.unreadable.push({ path: path.data, message: messageFor(error, folder) })
    else throw explainSystemError(error, 'The blog’s folder')
    return
  }
  const folders: string[] = []
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !foreignFolders.has(entry.name)) folders.push(path)
    } else if (temporaryOwner(entry.name) !== null) {
      found.temporaries.push(join(root, path))
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      const checked = PostPath.safeParse(path)
      // A name that the contract cannot carry (a backslash, a device's name) cannot be opened through it either.
      if (checked.success && found.files.length < maxFiles)
        found.files.push({ path: checked.data, isLink: entry.isSymbolicLink() })
    }
  }
  if (depth < maxDepth) await Promise.all(folders.map((path) => listFolder(root, path, depth + 1, found)))
}

/**
 * Those of `files` that are regular files inside the blog, with what tells whether they changed; what cannot be looked at is in
 * `unreadable`. Links to files inside the blog are followed.
 */
export async function examineFiles(
  root: string,
  files: readonly ListedFile[],
): Promise<{ readonly files: readonly WalkedFile[]; readonly unreadable: readonly Unreadable[] }> {
  const unreadable: Unreadable[] = []
  const results = await mapBounded(files, statsAtOnce, async (file) => {
    try {
      return await examine(root, file)
    } catch (error) {
      // gone since the folder was read
      if (systemCode(error) === 'ENOENT' && !file.isLink) return null
      unreadable.push({ path: file.path, message: messageFor(error, file.path) })
      return null
    }
  })
  return { files: results.filter((file) => file !== null), unreadable }
}

async function examine(root: string, file: ListedFile): Promise<WalkedFile | null> {
  const given = join(root, ...file.path.split('/'))
  const real = file.isLink ? await realpath(given) : given
  if (!isInsideBlog(root, real)) return null
  const stats = await stat(real, { bigint: true })
  if (!stats.isFile()) return null
  return {
    path: file.path,
    real,
    markup: markupOf(file.path) ?? 'other',
    stamp: `${stats.mtimeNs} ${stats.size} ${stats.ino} ${stats.ctimeNs}`,
    modifiedAt: Number(stats.mtimeMs),
    createdAt: Number(stats.birthtimeMs),
  }
}

function messageFor(error: unknown, path: string): string {
  const explained = explainSystemError(error, path)
  return explained instanceof Error ? explained.message : String(explained)
}
