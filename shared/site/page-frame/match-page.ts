import type { PostValues } from '../../post/post-values'
import { dateOf } from '../../post/summarise-post'
import { dateFinder } from './date-style'
import { type BodySlot, findBody, type SoughtBody } from './find-body'
import { findNearText, type Surroundings, surroundingsOf } from './find-fields'
import { attributeOf, findElement, type PageElement, type PageParent, parsePage, textIn } from './page-tree'
import { isSameWording } from './words'

/** A post whose built page is looked for. */
export type KnownPost = {
  readonly path: string
  readonly title: string
  readonly values: PostValues
  readonly body: SoughtBody
}

/** A built page on which a known post was found. */
export type MatchedPage = {
  readonly post: KnownPost
  readonly page: PageParent
  readonly html: PageElement
  readonly body: PageElement
  readonly slot: BodySlot
  readonly around: Surroundings
  /** The page's language, such as `de`; null when it does not say. */
  readonly language: string | null
}

/** Which part of a post's words its page must have: it may have been written on since, but lists show posts in part as well. */
const enough = 0.3

/**
 * Looks for a post on a built page. null when the page does not hold it, which may also be because it holds something else by the same name. Throws
 * `UnreadablePageError` for a page beyond the bounds.
 */
export function matchPage(html: string, post: KnownPost): MatchedPage | null {
  const page = parsePage(html)
  const root = findElement(page, 'html')
  const body = findElement(page, 'body')
  const slot = findBody(page, post.body)
  if (root === null || body === null || slot === null) return null
  const around = surroundingsOf(body, slot)
  if (slot.coverage < enough || !isAbout(page, around, post.title)) return null
  return { post, page, html: root, body, slot, around, language: attributeOf(root, 'lang') }
}

/** Whether the page is the post's own, and not a list that has it in it: the page's title or its only heading of a kind is the post's. */
function isAbout(page: PageParent, { elements }: Surroundings, postTitle: string): boolean {
  const title = findElement(page, 'title')
  if (title !== null && titleIn(title, postTitle) !== null) return true
  return ['h1', 'h2', 'h3'].some((level) => {
    const headings = elements.filter(({ node }) => node.tagName === level)
    const own = headings.filter(({ node }) => isSameWording(textIn(node), postTitle))
    return own.length > 0 && (level === 'h1' || own.length === headings.length)
  })
}

/** What stands around a post's title in a page's `title`; null when it is not in there. */
export function titleIn(
  title: PageElement,
  postTitle: string,
): { readonly before: string; readonly after: string } | null {
  const text = rawText(title).replace(/\s+/g, ' ').trim()
  const plain = (value: string): string => value.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
  const at = plain(text).indexOf(plain(postTitle))
  return at < 0 ? null : { before: text.slice(0, at), after: text.slice(at + postTitle.length) }
}

function rawText({ childNodes }: PageElement): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** The days on which a page may print its post's date: the day written, and its neighbours for a site in another zone. */
export function daysOf({ path, values }: KnownPost): readonly string[] {
  const day = dateOf(path, values).day
  if (day === null) return []
  const time = Date.parse(`${day}T00:00:00Z`)
  return [0, 1, -1].map((shift) => new Date(time + shift * 86_400_000).toISOString().slice(0, 10))
}

/** Where the page prints its post's date nearest to the body, and which day that is; null when it prints none. */
export function printedDateOn(
  { post, around, language }: MatchedPage,
  isPerPost: Parameters<typeof findNearText>[2],
): { readonly day: string; readonly parts: ReturnType<typeof findNearText> } | null {
  for (const day of daysOf(post)) {
    const parts = findNearText(around, dateFinder(day, language), isPerPost)
    if (parts.length > 0) return { day, parts }
  }
  return null
}
