import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PostPath } from '#shared/contract/post-path'
import type { GeneratorId } from '#shared/site/detect-generator'
import { isIgnoredFolder } from '#shared/site/post-folders'
import { isInsideBlog } from '../files/resolve-in-blog'
import { systemCode } from '../files/system-failure'
import { isImagePath } from './image-kinds'

/** An image of a blog, as its folder tells of it. */
export type WalkedImage = {
  readonly path: PostPath
  readonly isLink: boolean
}

const maxDepth = 24
const maxImages = 20_000
const unreachable = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'])

// These write the finished site there; the others keep what they copy as it is.
const publicIsOutput: ReadonlySet<GeneratorId | null> = new Set(['hugo', 'hexo', 'zola', 'gatsby'])

/**
 * The image files of a blog, at most 20,000, in the folders where posts are looked for and in a `public` folder that is not the
 * generator's output. Links to folders are not followed; a folder that cannot be read has none.
 */
export async function walkImages(
  root: string,
  generator: GeneratorId | null,
): Promise<readonly WalkedImage[]> {
  const images: WalkedImage[] = []
  const isIgnored = (name: string) =>
    name === 'public' ? publicIsOutput.has(generator) : isIgnoredFolder(name)

  const walk = async (folder: string, depth: number): Promise<void> => {
    const folders: string[] = []
    for (const entry of await entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !isIgnored(entry.name)) folders.push(path)
      const isFile = entry.isFile() || entry.isSymbolicLink()
      if (!isFile || images.length >= maxImages || entry.name.startsWith('.') || !isImagePath(path)) continue
      const checked = PostPath.safeParse(path)
      if (checked.success) images.push({ path: checked.data, isLink: entry.isSymbolicLink() })
    }
    if (depth < maxDepth) await Promise.all(folders.map((path) => walk(path, depth + 1)))
  }
  await walk('', 0)
  return images
}

/** Size and time of an image; null for one that is gone, leads out of the blog or is no ordinary file. */
export async function examineImage(
  root: string,
  { path, isLink }: WalkedImage,
): Promise<{ readonly sizeBytes: number; readonly changedAtMs: number } | null> {
  try {
    const given = join(root, ...path.split('/'))
    const real = isLink ? await realpath(given) : given
    if (!isInsideBlog(root, real) || !isImagePath(real)) return null
    const stats = await stat(real)
    return stats.isFile() ? { sizeBytes: stats.size, changedAtMs: stats.mtimeMs } : null
  } catch (error) {
    if (unreachable.has(systemCode(error) ?? '')) return null
    throw error
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (unreachable.has(systemCode(error) ?? '')) return []
    throw error
  }
}
