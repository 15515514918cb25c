import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { siteFolders } from '#shared/site/detect-generator'
import { resolveInBlog } from '../../files/resolve-in-blog'
import { systemCode } from '../../files/system-failure'

/** A page of a built site. Paths are relative to the blog. */
export type BuiltPage = { readonly path: PostPath; readonly output: string }

/** Where generators put what they build; `public` and `dist` may as well be sources, then they hold no pages. */
const outputNames = [
  '_site',
  'public',
  'dist',
  'output',
  'build',
  'out',
  '.vitepress/dist',
  '_build/html',
  'htdocs',
  'site',
]

const maxPages = 5000
const maxEntries = 40_000
const maxDepth = 10
const skipped = new Set(['node_modules', 'bower_components', 'vendor'])

/** The pages that generators have put where they usually do, below the blog's real path `root`. Links out of the blog are not followed. At most 5,000. */
export async function findBuiltPages(root: string): Promise<readonly BuiltPage[]> {
  const pages: BuiltPage[] = []
  const budget = { entries: maxEntries }
  for (const site of siteFolders)
    for (const name of outputNames) {
      const output = site === '' ? name : `${site}/${name}`
      if (await isInBlog(root, output)) await walk(root, output, output, 0, pages, budget)
    }
  return pages
}

async function walk(
  root: string,
  output: string,
  folder: string,
  depth: number,
  pages: BuiltPage[],
  budget: { entries: number },
): Promise<void> {
  const folders: string[] = []
  for (const entry of await entriesOf(join(root, ...folder.split('/')))) {
    budget.entries -= 1
    if (budget.entries < 0 || pages.length >= maxPages) return
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path)
    } else if (entry.isFile() && /\.html?$/i.test(entry.name)) {
      const checked = PostPath.safeParse(path)
      if (checked.success) pages.push({ path: checked.data, output })
    }
  }
  if (depth >= maxDepth) return
  for (const inner of folders) await walk(root, output, inner, depth + 1, pages, budget)
}

async function isInBlog(root: string, folder: string): Promise<boolean> {
  try {
    await resolveInBlog(root, PostPath.parse(folder))
    return true
  } catch (error) {
    if (error instanceof FailureError) return false
    throw error
  }
}

/** What cannot be looked into holds nothing to learn from. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'].includes(systemCode(error) ?? '')) return []
    throw error
  }
}
