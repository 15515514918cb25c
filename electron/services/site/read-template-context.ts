import type { SitePage, TemplateContext } from '#shared/markdown/templates/template-context'
import { textOf, valueFor } from '#shared/post/post-values'
import { titleFromPath } from '#shared/post/title'
import { templateContextOf } from '#shared/site/templates/template-context-of'
import type { OpenBlog } from '../blogs/blog-registry'
import { findSiteFolder, gatherSiteTexts } from './gather-site-texts'
import { pathInSite } from './understand-sites'

/** What template tags in a blog's posts may refer to, from the files of its site; none of them is run, links out of the blog are passed by. */
export async function readTemplateContext({ root, index }: OpenBlog): Promise<TemplateContext> {
  const [scan, site, texts] = await Promise.all([index.scan(), findSiteFolder(root), gatherSiteTexts(root)])
  const pages = [...scan.values].flatMap(([path, values]): SitePage[] => {
    const own = pathInSite(path, site.folder)
    const fate = scan.fates.get(path)
    const title = fate?.title ?? textOf(valueFor(values ?? {}, 'title')) ?? titleFromPath(path)
    return own === null ? [] : [{ path: own, title, address: fate?.permalink ?? null }]
  })
  return templateContextOf({ generator: scan.generator, texts, names: site.names, pages })
}
