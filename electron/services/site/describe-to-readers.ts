import type { SiteForReaders } from '#shared/contract/site-for-readers'
import { shownDay } from '#shared/post/summarise-post'
import { siteFolders } from '#shared/site/detect-generator'
import { learnListStyle } from '#shared/site/reader/learn-list-style'
import type { ListedPost } from '#shared/site/reader/list-style'
import { identityFiles, siteIdentityOf } from '#shared/site/reader/site-identity'
import type { OpenBlog } from '../blogs/blog-registry'
import { textOrNull } from '../files/text-or-null'

const maxConfigurationBytes = 1024 * 1024
const maxPageBytes = 4 * 1024 * 1024

/** Where generators put what they build. */
const outputFolders = ['_site', 'public', 'dist', 'output', 'build']

/** Pages of a built site that may list its posts, likeliest first. */
const listPages = [
  'index',
  'blog/index',
  'posts/index',
  'post/index',
  'archive/index',
  'archives/index',
  'blog',
  'archives',
].flatMap((page) => [`${page}.html`, `${page}.htm`])

/** What readers meet of the blog's site, from files inside the blog; nothing in them is run. */
export async function describeToReaders(blog: OpenBlog): Promise<SiteForReaders> {
  const {
    generator,
    list: { posts },
  } = await blog.index.scan()
  const identity = siteIdentityOf(await textsOf(blog.root, identityFiles, maxConfigurationBytes), generator)
  const listed = posts.flatMap((post): ListedPost[] => {
    const day = shownDay(post)
    return day === null ? [] : [{ title: post.title, author: post.author, day }]
  })
  for (const page of pagesToTry()) {
    const html = await textOrNull(blog.root, page, maxPageBytes)
    const list = html === null ? null : learnListStyle(html, listed)
    if (list !== null) return { ...identity, list, listPage: page }
  }
  return { ...identity, list: null, listPage: null }
}

function pagesToTry(): readonly string[] {
  return siteFolders.flatMap((site) =>
    outputFolders.flatMap((output) =>
      listPages.map((page) => [site, output, page].filter(Boolean).join('/')),
    ),
  )
}

/** The texts of those `files` that are there, from the first of the usual folders that has any. */
async function textsOf(
  root: string,
  files: readonly string[],
  maxBytes: number,
): Promise<ReadonlyMap<string, string>> {
  for (const folder of siteFolders) {
    const texts = new Map<string, string>()
    for (const file of files) {
      const text = await textOrNull(root, folder === '' ? file : `${folder}/${file}`, maxBytes)
      if (text !== null) texts.set(file, text)
    }
    if (texts.size > 0) return texts
  }
  return new Map()
}
