import type { PlainValues, TemplateContext } from '#shared/markdown/templates/template-context'
import type { PostValues } from '#shared/post/post-values'
import { summarisePost } from '#shared/post/summarise-post'
import type { AddressedPage } from '#shared/site/templates/page-address'
import { templateContextOf } from '#shared/site/templates/template-context-of'
import type { OpenBlog } from '../blogs/blog-registry'
import { findSiteFolder, gatherSiteTexts } from './gather-site-texts'

/** What template tags in a blog's posts may refer to, from the files of its site; none of them is run, links out of the blog are passed by. */
export async function readTemplateContext({ root, index }: OpenBlog): Promise<TemplateContext> {
  const [scan, site, texts] = await Promise.all([index.scan(), findSiteFolder(root), gatherSiteTexts(root)])
  const { generator } = scan
  const prefix = site.folder === '' ? '' : `${site.folder}/`
  const pages = [...scan.values].flatMap(([path, values]): AddressedPage[] => {
    const file = scan.files.get(path)
    if (!path.startsWith(prefix) || file === undefined) return []
    const { title, day } = summarisePost(
      { path: file.path, markup: file.markup, values, heading: null },
      generator,
    )
    return [{ path: path.slice(prefix.length), title, day, values: plain(values) }]
  })
  return templateContextOf({ generator, texts, names: site.names, pages })
}

/** Only what an address is made from: the rest of the front matter is another post's own. */
const addressKeys = ['permalink', 'url', 'slug', 'category', 'categories', 'date']

function plain(values: PostValues | null): PlainValues | null {
  if (values === null) return null
  const kept = Object.entries(values).filter(([key]) => addressKeys.includes(key))
  return JSON.parse(JSON.stringify(Object.fromEntries(kept)))
}
