import type { Handlers } from '#shared/contract/calls'
import { describeExtras } from '#shared/site/extras/describe-extras'
import type { BlogRegistry } from '../blogs/blog-registry'
import { chooseForSite } from './choose-for-site'
import { describeSites } from './describe-sites'
import { describeToReaders } from './describe-to-readers'
import { gatherSiteTexts } from './gather-site-texts'
import { createPageFrameReader } from './page-frame/page-frame-reader'
import { readTemplateContext } from './read-template-context'

type SiteHandlers = Pick<
  Handlers,
  | 'site.understand'
  | 'site.choose'
  | 'site.describeToReaders'
  | 'site.describeExtras'
  | 'site.readPageFrame'
  | 'site.readTemplateContext'
>

/** The calls about the site that a blog is published as. */
export function createSiteHandlers(blogs: BlogRegistry): SiteHandlers {
  const readPageFrame = createPageFrameReader()
  return {
    'site.understand': async ({ blog }) => describeSites(blogs.get(blog)),
    'site.choose': async ({ blog: id, choice, value }) => {
      const blog = blogs.get(id)
      await chooseForSite(blog.root, choice, value)
      return describeSites(blog)
    },
    'site.describeToReaders': async ({ blog }) => describeToReaders(blogs.get(blog)),
    'site.describeExtras': async ({ blog, flavour }) => {
      const { root, index } = blogs.get(blog)
      const { generator } = await index.scan()
      return describeExtras({ generator, flavour, texts: await gatherSiteTexts(root) })
    },
    'site.readPageFrame': async ({ blog, path, samplePage }) =>
      readPageFrame(blogs.get(blog), path, samplePage),
    'site.readTemplateContext': async ({ blog }) => readTemplateContext(blogs.get(blog)),
  }
}
