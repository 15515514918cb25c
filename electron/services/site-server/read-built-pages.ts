import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { slugOf } from '#shared/site/serve/page-guesses'
import { choosePage, type SoughtPost } from '#shared/site/serve/post-page'
import { readRegularFile } from '../files/read-regular-file'

const maxPages = 5000
const maxPageBytes = 4 * 1024 * 1024

/**
 * The page that a generator has made of a post in the folder it builds into, as a path below the site's home without a leading slash;
 * null when none holds the post's text. Pages named like the post are looked at first.
 */
export async function findBuiltPage(
  folder: string,
  postPath: string,
  post: SoughtPost,
): Promise<string | null> {
  const slug = slugOf(postPath).toLowerCase()
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .slice(0, maxPages)
  const isNamedAlike = (file: string): boolean => relative(folder, file).toLowerCase().includes(slug)
  for (const some of [files.filter(isNamedAlike), files.filter((file) => !isNamedAlike(file))]) {
    const pages: { readonly file: string; readonly html: string }[] = []
    for (const file of some) {
      const html = (await readRegularFile(file, file, maxPageBytes)).toString('utf8')
      // one page at a time beside the best so far: a large site does not fit into memory
      const best = choosePage([...pages.splice(0), { file, html }], post)
      if (best !== null) pages.push(best)
    }
    const [best] = pages
    if (best !== undefined) return addressOf(relative(folder, best.file))
  }
  return null
}

function addressOf(file: string): string {
  const path = file.split(sep).map(encodeURIComponent).join('/')
  return path.replace(/(^|\/)index\.html$/, '$1')
}
