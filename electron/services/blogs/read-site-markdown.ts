import type { GeneratorId } from '#shared/site/detect-generator'
import { markdownFilesOf, readSiteMarkdown } from '#shared/site/markdown/read-site-markdown'
import type { SiteMarkdown } from '#shared/site/markdown/site-markdown'
import { textOrNull } from '../files/text-or-null'
import { findSiteFolder } from '../site/gather-site-texts'

const maxBytes = 1024 * 1024

/** What the configuration of the blog's site says about its Markdown; a file that cannot be read says nothing, and none is run. */
export async function readSiteMarkdownOf(root: string, generator: GeneratorId | null): Promise<SiteMarkdown> {
  const { folder } = await findSiteFolder(root)
  const texts = new Map<string, string>()
  for (const file of markdownFilesOf(generator)) {
    const text = await textOrNull(root, folder === '' ? file : `${folder}/${file}`, maxBytes)
    if (text !== null) texts.set(file, text)
  }
  return readSiteMarkdown(generator, texts)
}
