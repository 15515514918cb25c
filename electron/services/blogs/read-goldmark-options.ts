import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import type { GoldmarkOptions } from '#shared/markdown/flavours/goldmark/goldmark'
import { goldmarkOptionsOf, hugoConfigurationFiles } from '#shared/markdown/flavours/goldmark/read-options'
import { siteFolders } from '#shared/site/detect-generator'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'

const maxBytes = 1024 * 1024

/** How the Hugo site at `root`, or in one of the folders where sites usually lie, has its Markdown rendered. */
export async function readGoldmarkOptions(root: string): Promise<GoldmarkOptions> {
  for (const folder of siteFolders) {
    const texts = new Map<string, string>()
    for (const file of hugoConfigurationFiles) {
      const text = await textOrNull(root, folder === '' ? file : `${folder}/${file}`)
      if (text !== null) texts.set(file, text)
    }
    if (texts.size > 0) return goldmarkOptionsOf(texts)
  }
  return goldmarkOptionsOf(new Map())
}

async function textOrNull(root: string, path: string): Promise<string | null> {
  try {
    const real = await resolveInBlog(root, PostPath.parse(path))
    return (await readRegularFile(real, path, maxBytes)).toString('utf8')
  } catch (error) {
    // a file that is not there or cannot be read sets nothing
    if (error instanceof FailureError) return null
    throw error
  }
}
