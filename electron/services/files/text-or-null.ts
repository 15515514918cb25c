import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { readRegularFile } from './read-regular-file'
import { resolveInBlog } from './resolve-in-blog'

/** A text file of the blog, for what does without it: null when it is not there, cannot be read, lies outside or is larger than `maxBytes`. */
export async function textOrNull(root: string, path: string, maxBytes: number): Promise<string | null> {
  try {
    const real = await resolveInBlog(root, PostPath.parse(path))
    return (await readRegularFile(real, path, maxBytes)).toString('utf8')
  } catch (error) {
    if (error instanceof FailureError) return null
    throw error
  }
}
