import { serialize } from 'parse5'
import { cleanAttributes, cleanTree } from './clean-page'
import { type DateSample, type DateStyle, learnDateStyle, samplesIn } from './date-style'
import { compareWith } from './differences'
import { filterCss } from './filter-css'
import { authorOf } from './find-fields'
import { leaveOutPostsOwn, ownNodesOf } from './leave-out'
import { markBody, markFields } from './mark-frame'
import { type MatchedPage, printedDateOn, titleIn } from './match-page'
import { allElementsIn, attributeOf, findElement, htmlNamespace, isText, type PageElement } from './page-tree'
import { type PagePlace, siteAddress, siteScheme } from './site-address'

/** A style sheet of the page, in its order. */
export type FrameStyle =
  /** `address` begins with `siteScheme`. */
  | { readonly kind: 'sheet'; readonly address: string; readonly media: string }
  | { readonly kind: 'text'; readonly css: string; readonly media: string }

/** A page's markup around a post, with places for what is the post's own. */
export type LearnedFrame = {
  readonly htmlAttributes: Readonly<Record<string, string>>
  readonly bodyAttributes: Readonly<Record<string, string>>
  readonly styles: readonly FrameStyle[]
  /** What stands around the post's title in the page's own. */
  readonly pageTitle: { readonly before: string; readonly after: string }
  /**
   * The inside of the page's body, cleaned. An element with `data-galley="body"` holds the post's body; `galley-slot` elements with
   * `data-galley` of `title`, `author`, `date`, `text:KEY` or `list:KEY` hold a text; elements with `data-galley-list="KEY"` are the items of a
   * list, each with a `galley-slot` of `item`; an image with `data-galley="image"` is the post's own, and what has `data-galley-of="author"`
   * belongs to the author of the page it was learnt from.
   */
  readonly markup: string
  readonly dateStyle: DateStyle | null
  /** The author whom the page was built with, whose picture it shows. */
  readonly author: string | null
}

/** How to learn: `isOwn` when the page is that of the very post that is to be shown. */
export type LearnOptions = { readonly isOwn: boolean; readonly place: PagePlace }

/**
 * Learns the frame from a built page. `others` are pages of other posts of the site: what differs from them is the post's own, and is left out
 * of the frame of another post. Changes the page's tree.
 */
export function learnFrame(
  matched: MatchedPage,
  others: readonly MatchedPage[],
  { isOwn, place }: LearnOptions,
): LearnedFrame {
  const { page, html, body, post, language } = matched
  const pageTitle = pageTitleOf(matched)
  const styles = stylesOf(page, place)
  dropForgedMarks(body)
  const differences = compareWith(others.map((other) => other.body))
  const dateStyle = learnDates(matched, others)
  const author = authorOf(post.values)
  const own = ownNodesOf(matched, differences)
  const kept = markFields(matched, differences, author)
  markBody(matched)
  if (!isOwn) leaveOutPostsOwn(body, own, kept)
  cleanTree(body, place)
  return {
    htmlAttributes: recordOf(html, place, language),
    bodyAttributes: recordOf(body, place, null),
    styles,
    pageTitle,
    markup: serialize(body),
    dateStyle,
    author,
  }
}

/** How the site prints dates, by what pages print near the bodies of posts whose days are known. */
export function learnDates(matched: MatchedPage, others: readonly MatchedPage[]): DateStyle | null {
  const samples = [matched, ...others].flatMap((one): DateSample[] => {
    const printed = printedDateOn(one, () => false)
    return printed === null ? [] : printed.parts.map(({ node }) => ({ day: printed.day, text: node.value }))
  })
  const elsewhere = matched.around.texts.flatMap(({ node }) => samplesIn(node.value))
  return learnDateStyle(samples, matched.language, elsewhere.slice(0, 200))
}

function pageTitleOf({ page, post }: MatchedPage): LearnedFrame['pageTitle'] {
  const title = findElement(page, 'title')
  return (title && titleIn(title, post.title)) ?? { before: '', after: '' }
}

function stylesOf(page: MatchedPage['page'], place: PagePlace): readonly FrameStyle[] {
  const styles: FrameStyle[] = []
  for (const element of allElementsIn(page)) {
    const media = attributeOf(element, 'media') ?? ''
    if (element.tagName === 'style' && element.namespaceURI === htmlNamespace) {
      const written = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
      styles.push({ kind: 'text', css: filterCss(written, (address) => siteAddress(address, place)), media })
    }
    const address = element.tagName === 'link' ? siteAddress(attributeOf(element, 'href') ?? '', place) : null
    // a sheet that waits for a script to be put in force is put in force: `media="print"` with an `onload`, or a preloaded one
    const waits = attributeOf(element, 'onload') !== null
    if (address?.startsWith(siteScheme) && isStyleSheet(element))
      styles.push({ kind: 'sheet', address, media: waits && media === 'print' ? '' : media })
  }
  return styles.filter((style, index) => styles.findIndex((other) => isSameStyle(other, style)) === index)
}

function isSameStyle(one: FrameStyle, other: FrameStyle): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isStyleSheet(link: PageElement): boolean {
  const rel = (attributeOf(link, 'rel') ?? '').toLowerCase().split(/\s+/)
  if (rel.includes('alternate')) return false
  return rel.includes('stylesheet') || (rel.includes('preload') && attributeOf(link, 'as') === 'style')
}

function dropForgedMarks(body: PageElement): void {
  for (const element of allElementsIn(body))
    element.attrs = element.attrs.filter(({ name }) => !name.startsWith('data-galley'))
}

function recordOf(
  element: PageElement,
  place: PagePlace,
  language: string | null,
): Readonly<Record<string, string>> {
  const kept = cleanAttributes(element, place).filter(({ name }) => name !== 'href' && name !== 'src')
  const record = Object.fromEntries(kept.map(({ name, value }) => [name, value]))
  return language === null ? record : { ...record, lang: language }
}
