import { statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fail } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { OpenBlog } from '../open-blog'
import { printable } from '../output'
import { resolvePost } from '../post-argument'

/**
 * The posts that arguments name, each once, in the order of their paths: a post, or all Markdown posts in a folder and the folders
 * in it. The blog's own folder and `.` stand for all posts.
 */
export async function namedPosts(open: OpenBlog, named: readonly string[]): Promise<readonly PostPath[]> {
  const paths = new Set<PostPath>()
  for (const argument of named) for (const path of await postsOf(open, argument)) paths.add(path)
  return [...paths].toSorted()
}

async function postsOf(open: OpenBlog, argument: string): Promise<readonly PostPath[]> {
  const { folder } = open.blog
  const path = (await isBlogItself(folder, argument)) ? null : await resolvePost(folder, argument)
  const isFolder = statSync(join(folder, path ?? ''), { throwIfNoEntry: false })?.isDirectory() ?? false
  if (path !== null && !isFolder) return [path]
  const posts = await markdownPosts(open, path === null ? '' : `${path}/`)
  if (posts.length === 0) fail('not-found', `No Markdown posts lie in ${printable(argument)}.`)
  return posts
}

async function isBlogItself(folder: string, argument: string): Promise<boolean> {
  const root = await realpath(folder)
  try {
    return (await realpath(resolve(root, argument))) === root || (await realpath(resolve(argument))) === root
  } catch {
    // no such file, so not the blog's folder; what it names instead is found out next
    return false
  }
}

async function markdownPosts({ blog, calls }: OpenBlog, folder: string): Promise<readonly PostPath[]> {
  const { posts } = await calls['posts.list']({ blog: blog.id })
  return posts
    .filter(({ markup, path }) => markup === 'markdown' && path.startsWith(folder))
    .map(({ path }) => path)
}
