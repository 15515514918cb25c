import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '#shared/contract/failure'
import { isInsideBlog } from './resolve-in-blog'
import { explained, systemCode } from './system-failure'

/**
 * The real path of a folder of the blog, made with those above it when it is missing; `''` is the blog's own. `outside-blog` when a
 * link on the way leads out: then nothing is made behind it. `not-found` when a part of the path is a file.
 */
export async function makeFolderInBlog(root: string, folder: string): Promise<string> {
  let real = root
  for (const segment of folder.split('/').filter((part) => part !== '')) {
    const next = join(real, segment)
    await explained(folder, () => makeIfMissing(next))
    real = await explained(folder, () => realpath(next))
    if (!isInsideBlog(root, real)) {
      fail(
        'outside-blog',
        `${folder} lies behind a link that leads out of the blog, so Galley leaves it alone.`,
      )
    }
  }
  return real
}

async function makeIfMissing(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}
