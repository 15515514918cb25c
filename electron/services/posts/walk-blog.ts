import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PostPath } from '#shared/contract/post-path'
import { markupOf } from '#shared/site/markup'
import { isIgnoredFolder } from '#shared/site/post-folders'
import { mapBounded } from '../files/map-bounded'
import { isInsideBlog } from '../files/resolve-in-blog'
import { explainSystemError, systemCode } from '../files/system-failure'
import { temporaryOwner } from '../files/temporary-name'

/** A file that may be a post. */
export type WalkedFile = {
  readonly path: PostPath
  /** Absolute, links resolved. */
  readonly real: string
  readonly markup: 'markdown' | 'other'
  /** Changes whenever the file is written or replaced. */
  readonly stamp: string
}

/** What a walk through a blog's folders found. */
export type Walk = {
  readonly files: readonly WalkedFile[]
  readonly unreadable: readonly { readonly path: PostPath; readonly message: string }[]
  /** Absolute paths of temporary files that some Galley left. */
  readonly temporaries: readonly string[]
}

type Found = {
  readonly files: {
    readonly path: PostPath
    readonly isLink: boolean
    readonly markup: 'markdown' | 'other'
  }[]
  readonly unreadable: { readonly path: PostPath; readonly message: string }[]
  readonly temporaries: string[]
}

const maxDepth = 24
const statsAtOnce = 32

/**
 * Every Markdown and other markup file of the blog, below the folders where posts can be. Links to files inside the blog are
 * followed, links to folders are not. `root` is the blog's real path.
 */
export async function walkBlog(root: string): Promise<Walk> {
  const found: Found = { files: [], unreadable: [], temporaries: [] }
  await walkFolder(root, '', 0, found)
  const results = await mapBounded(found.files, statsAtOnce, async (file) => {
    try {
      return await examine(root, file)
    } catch (error) {
      // gone since the folder was read
      if (systemCode(error) === 'ENOENT' && !file.isLink) return null
      found.unreadable.push({ path: file.path, message: messageFor(error, file.path) })
      return null
    }
  })
  return {
    files: results.filter((file) => file !== null),
    unreadable: found.unreadable,
    temporaries: found.temporaries,
  }
}

async function walkFolder(root: string, folder: string, depth: number, found: Found): Promise<void> {
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
      if (!isIgnoredFolder(entry.name)) folders.push(path)
    } else if (temporaryOwner(entry.name) !== null) {
      found.temporaries.push(join(root, path))
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      addFile(path, entry.isSymbolicLink(), found)
    }
  }
  if (depth < maxDepth) await Promise.all(folders.map((path) => walkFolder(root, path, depth + 1, found)))
}

function addFile(path: string, isLink: boolean, found: Found): void {
  const markup = markupOf(path)
  const checked = PostPath.safeParse(path)
  // A name that the contract cannot carry (a backslash, a device's name) cannot be opened through it either.
  if (markup !== null && checked.success) found.files.push({ path: checked.data, isLink, markup })
}

async function examine(root: string, file: Found['files'][number]): Promise<WalkedFile | null> {
  const given = join(root, ...file.path.split('/'))
  const real = file.isLink ? await realpath(given) : given
  if (!isInsideBlog(root, real)) return null
  const stats = await stat(real, { bigint: true })
  if (!stats.isFile()) return null
  const stamp = `${stats.mtimeNs} ${stats.size} ${stats.ino} ${stats.ctimeNs}`
  return { path: file.path, real, markup: file.markup, stamp }
}

function messageFor(error: unknown, path: string): string {
  const explained = explainSystemError(error, path)
  return explained instanceof Error ? explained.message : String(explained)
}
