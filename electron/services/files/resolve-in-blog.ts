import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { fail } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { explained } from './system-failure'

/**
 * The real, absolute path of a file of the blog, every link resolved. `root` is the blog's own real path.
 * Fails with `not-found`, or with `outside-blog` when a link leads out of the blog or into git's own folder.
 */
export async function resolveInBlog(root: string, path: PostPath): Promise<string> {
  const real = await explained(path, () => realpath(join(root, ...path.split('/'))))
  if (!isInsideBlog(root, real)) {
    fail('outside-blog', `${path} is a link that leads out of the blog, so Galley leaves it alone.`)
  }
  return real
}

/**
 * Where a file of the blog is or would be created: the real path of its folder, and its own name as given. For a file that may not
 * be there yet. Fails like `resolveInBlog`.
 */
export async function resolveNewInBlog(root: string, path: PostPath): Promise<string> {
  const segments = path.split('/')
  const name = segments.pop() ?? path
  const folder = await explained(`The folder of ${path}`, () => realpath(join(root, ...segments)))
  const target = join(folder, name)
  if (!isInsideBlog(root, target)) {
    fail('outside-blog', `${path} lies behind a link that leads out of the blog, so Galley leaves it alone.`)
  }
  return target
}

/** Whether the real path `real` lies below the real path `root` and not in git's own folder. Both absolute, links resolved. */
export function isInsideBlog(root: string, real: string): boolean {
  const inside = relative(root, real)
  if (inside === '' || isAbsolute(inside)) return false
  return PostPath.safeParse(toPostPath(inside)).success
}

/** A path relative to the blog as the contract writes it, `/` between segments. */
export function toPostPath(relativePath: string): string {
  return sep === '/' ? relativePath : relativePath.split(sep).join('/')
}
