import type { Blog } from '#shared/contract/blog'
import type { SiteForReaders } from '#shared/contract/site-for-readers'
import type { FlavourOrSetup } from '#shared/markdown/flavours/setup'
import { pageValuesOf } from '#shared/markdown/templates/page-values'
import type { TemplateContext } from '#shared/markdown/templates/template-context'
import { cutText } from '#shared/post/excerpt'
import { shareFacts } from '#shared/post/share-facts'
import { shownDay, summarisePost } from '#shared/post/summarise-post'
import { headingOf } from '#shared/post/title'
import { valuesOfFields } from '#shared/post/values-of-fields'
import { plainListStyle, writeListLine } from '#shared/site/reader/write-list-line'
import { excerptText } from './excerpt-text'
import type { ShownPost } from './use-shown-post'

/** A post as it is met elsewhere than on its own page. */
export type ReaderFacts = {
  readonly title: string
  /** The line of the site's list: name and date. */
  readonly listLine: string
  readonly linePlace: 'before' | 'behind'
  readonly excerpt: string
  /** For search engines and social networks; the excerpt where the front matter has none. */
  readonly description: string
  readonly hasOwnDescription: boolean
  /** As the post writes it; null without one. */
  readonly image: string | null
  readonly siteTitle: string
  /** Null where the site's files do not say where it is published. */
  readonly siteUrl: string | null
}

/** How much of a description search engines and social networks show, in characters. */
const descriptionLength = 155

/** What readers see of a post, from its text and from what is known of the site. */
export function readerFacts(
  { path, frontMatter, body }: ShownPost,
  blog: Blog,
  site: SiteForReaders,
  setup: FlavourOrSetup,
  context: TemplateContext,
): ReaderFacts {
  const { generator } = blog.evidence.locate
  const values = valuesOfFields(frontMatter)
  const { title, author, day, dateISO } = summarisePost(
    { path, markup: 'markdown', values, heading: headingOf(body.slice(0, 4096)) },
    generator,
  )
  const style = site.list ?? plainListStyle
  const excerpt = excerptText(body, generator, setup, { context, page: pageValuesOf(frontMatter) })
  const { description, image } = shareFacts(values)
  return {
    title,
    listLine: writeListLine({ author, day: shownDay({ day, dateISO }) }, style, new Date().getFullYear()),
    linePlace: style.linePlace,
    excerpt,
    description: cutText(description ?? excerpt, descriptionLength),
    hasOwnDescription: description !== null,
    image,
    siteTitle: site.title ?? blog.name,
    siteUrl: site.url,
  }
}
