import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fail } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'

/**
 * `file` relative to `root`, null when it is not inside. Links in the folders on the way are resolved, the last name is kept: a
 * post that is itself a link has the name that the writer gave.
 */
async function pathInside(root: string, file: string): Promise<PostPath | null> {
  try {
    const folder = await realpath(dirname(file))
    const path = relative(root, join(folder, basename(file)))
    return PostPath.safeParse(path.split(sep).join('/')).data ?? null
  } catch {
    // no such folder, so no post of the blog
    return null
  }
}

/**
 * The post that an argument names: a path inside the blog, or any path to a file of the blog (absolute, or from the current
 * folder). A path inside the blog wins. When there is no such file the services say so; `outside-blog` when it names no place in
 * the blog at all.
 */
export async function resolvePost(blogFolder: string, argument: string): Promise<PostPath> {
  const root = await realpath(blogFolder)
  const files = [resolve(root, argument), resolve(argument)]
  const paths = await Promise.all(files.map((file) => pathInside(root, file)))
  const inside = paths.filter((path) => path !== null)
  const existing = inside.find((path) => existsSync(join(root, path)))
  const plain = PostPath.safeParse(argument).data
  return (
    existing ??
    inside[0] ??
    plain ??
    fail(
      'outside-blog',
      `${argument} is not in the blog ${blogFolder}. \`galley list\` shows the posts that are there.`,
    )
  )
}
