import { join } from 'node:path'
import { fail } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { makeFolderInBlog } from '../files/make-folder-in-blog'
import { explained } from '../files/system-failure'
import { writeNewFile } from '../files/write-new-file'
import { whyNotMarkdown } from './post-access'

/** Puts a new post on the disk so that it lasts, with the folders that it needs; `conflict` when there is anything under that name. */
export async function createPost(root: string, path: PostPath, text: string): Promise<void> {
  const why = whyNotMarkdown(path)
  if (why !== null) fail('read-only', why)
  const segments = path.split('/')
  const name = segments.pop() ?? path
  const folder = await makeFolderInBlog(root, segments.join('/'))
  const isNew = await explained(path, () => writeNewFile(join(folder, name), Buffer.from(text)))
  if (!isNew) fail('conflict', `There is a file ${path} already. Choose another name; nothing was written.`)
}
