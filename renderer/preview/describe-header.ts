import type { FrontMatter } from '#shared/front-matter/front-matter'
import type { PostImage } from '#shared/post/post-image'
import type { PostValues } from '#shared/post/post-values'
import { valuesOfFields } from '#shared/post/values-of-fields'
import type { DateStyle } from '#shared/site/page-frame/date-style'
import { frameTextsOf } from '#shared/site/page-frame/frame-texts'

/** What stands above the body, by the front matter. */
export type PostHeader = {
  readonly title: string
  /** Who wrote it when. */
  readonly byline: string
  /** The picture at the top. */
  readonly image?: PostImage | null
  /** The whole front matter, for a page that prints more of it, and where the post lies. */
  readonly values?: PostValues
  readonly path?: string
}

/**
 * The header of the post at `path`; empty texts for what its front matter does not say. The date is printed in the site's `dateStyle`, as the
 * file writes it where that is not known.
 */
export function describeHeader(
  frontMatter: FrontMatter,
  { path = '', dateStyle = null }: { readonly path?: string; readonly dateStyle?: DateStyle | null } = {},
): PostHeader {
  const values = valuesOfFields(frontMatter)
  const texts = frameTextsOf(path, values, dateStyle)
  const [author, date] = [texts.textFor('author'), texts.textFor('date')]
  const byline = [author && `by ${author}`, date && (author ? `on ${date}` : date)].filter(Boolean).join(' ')
  return { title: texts.title, byline, image: texts.image, values, path }
}
