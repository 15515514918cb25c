import { namesOf, type PostValues, textOf, valueFor } from '../../post/post-values'
import type { BodySlot } from './find-body'
import {
  ancestorsOf,
  isElement,
  isText,
  nodesIn,
  type PageElement,
  type PageNode,
  type PageText,
  textIn,
} from './page-tree'
import { isSameWording, wordsOf } from './words'

/** A node of the page outside of the body, with how near to the body it stands. */
export type Nearby<Node extends PageNode> = {
  readonly node: Node
  /** How many of the elements around the body are around it as well: the more, the nearer. */
  readonly shared: number
  /** How many nodes stand between it and the body. */
  readonly distance: number
  readonly isBefore: boolean
}

/** The page around a body. */
export type Surroundings = {
  readonly texts: readonly Nearby<PageText>[]
  readonly elements: readonly Nearby<PageElement>[]
  /** How many elements are around the body. */
  readonly depth: number
}

/** Takes stock of everything outside of the body. */
export function surroundingsOf(body: PageElement, slot: BodySlot): Surroundings {
  const around = new Set<PageNode>([slot.container, ...ancestorsOf(slot.container)])
  const inSlot = new Set<PageNode>(slot.nodes)
  const texts: Nearby<PageText>[] = []
  const elements: Nearby<PageElement>[] = []
  const order: PageNode[] = []
  let slotAt = -1
  const visit = (parent: PageElement): void => {
    for (const child of parent.childNodes) {
      if (inSlot.has(child)) {
        if (slotAt < 0) slotAt = order.length
        continue
      }
      order.push(child)
      if (isElement(child) && !['script', 'style', 'template', 'noscript'].includes(child.tagName))
        visit(child)
    }
  }
  visit(body)
  order.forEach((node, index) => {
    const shared = [...ancestorsOf(node)].filter((ancestor) => around.has(ancestor)).length
    const nearby = { shared, distance: Math.abs(index - slotAt), isBefore: index < slotAt }
    if (isText(node)) texts.push({ node, ...nearby })
    else if (isElement(node) && !around.has(node)) elements.push({ node, ...nearby })
  })
  return { texts, elements, depth: around.size }
}

function nearestFirst(one: Nearby<PageNode>, other: Nearby<PageNode>): number {
  if (one.shared !== other.shared) return other.shared - one.shared
  if (one.isBefore !== other.isBefore) return one.isBefore ? -1 : 1
  return one.distance - other.distance
}

/** The nearest, and those that others tell to be the post's own. */
function chosenAmong<Node extends PageNode>(
  candidates: readonly Nearby<Node>[],
  isPerPost: (node: PageNode) => boolean,
): readonly Node[] {
  const [nearest, ...others] = candidates.toSorted(nearestFirst)
  if (nearest === undefined) return []
  return [nearest, ...others.filter(({ node }) => textsIn(node).some(isPerPost))].map(({ node }) => node)
}

function textsIn(node: PageNode): readonly PageText[] {
  if (isText(node)) return [node]
  return isElement(node) ? [...nodesIn(node)].filter(isText) : []
}

/** The innermost elements that say just `text`. */
export function findWording(
  { elements }: Surroundings,
  text: string,
  isPerPost: (node: PageNode) => boolean,
): readonly PageElement[] {
  const saying = elements.filter(({ node }) => isShort(node) && isSameWording(textIn(node), text))
  const all = new Set<PageNode>(saying.map(({ node }) => node))
  const innermost = saying.filter(({ node }) => !node.childNodes.some((child) => all.has(child)))
  const ranked = innermost.map((nearby) => ({
    ...nearby,
    distance: nearby.distance - headingBonus(nearby.node),
  }))
  return chosenAmong(ranked, isPerPost)
}

/** A heading is likelier the title than a crumb of the way to it that stands nearer. */
function headingBonus(element: PageElement): number {
  return [element, ...ancestorsOf(element)].some(({ tagName }) => /^h[1-3]$/.test(tagName)) ? 1000 : 0
}

const longestTitle = 1000

function isShort(element: PageElement): boolean {
  return element.childNodes.length < 40 && textIn(element).length <= longestTitle
}

/** A part of a run of text. */
export type TextPart = { readonly node: PageText; readonly from: number; readonly to: number }

/** Where texts around the body name somebody, among other words. */
export function findName(
  { texts }: Surroundings,
  name: string,
  isPerPost: (node: PageNode) => boolean,
): readonly TextPart[] {
  const candidates = texts.filter(({ node }) => placeOfName(node.value, name) !== null)
  return chosenAmong(candidates, isPerPost).flatMap((node) => {
    const place = placeOfName(node.value, name)
    return place === null ? [] : [{ node, ...place }]
  })
}

function placeOfName(text: string, name: string): { readonly from: number; readonly to: number } | null {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  if (words.length === 0 || name.trim().length < 2) return null
  const match = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`,
    'iu',
  ).exec(text)
  return match === null ? null : { from: match.index, to: match.index + match[0].length }
}

/** Where the page prints a date, by a finder of it in a text; the nearest places only. */
export function findNearText(
  { texts }: Surroundings,
  find: (text: string) => { readonly from: number; readonly to: number } | null,
  isPerPost: (node: PageNode) => boolean,
): readonly TextPart[] {
  const candidates = texts.filter(({ node }) => find(node.value) !== null)
  return chosenAmong(candidates, isPerPost).flatMap((node) => {
    const place = find(node.value)
    return place === null ? [] : [{ node, from: place.from, to: place.to }]
  })
}

/** The elements that name a post's tags, one each, beside each other; null when the page lists none or many more than the post has. */
export function findList(
  { elements, depth }: Surroundings,
  tags: readonly string[],
): { readonly parent: PageElement; readonly items: readonly PageElement[] } | null {
  const wanted = new Set(tags.map((tag) => wordsOf(tag).join(' ')))
  const saying = elements.filter(
    ({ node, shared }) =>
      shared >= depth - 4 &&
      node.tagName !== 'time' &&
      isShort(node) &&
      wanted.has(wordsOf(textIn(node)).join(' ')),
  )
  for (const { node } of saying.toSorted(nearestFirst)) {
    let item = node
    // out of `li > a` to the `li`
    while (
      itemNames.has(item.parentNode?.nodeName ?? '') &&
      item.parentNode !== null &&
      isElement(item.parentNode) &&
      isSameWording(textIn(item.parentNode), textIn(item))
    )
      item = item.parentNode
    const parent = item.parentNode
    if (parent === null || !isElement(parent)) continue
    const alike = parent.childNodes.filter(
      (child): child is PageElement => isElement(child) && child.tagName === item.tagName,
    )
    const named = alike.filter((child) => wanted.has(wordsOf(textIn(child)).join(' ')))
    if (named.length * 2 >= wanted.size && alike.length <= named.length + 1) return { parent, items: named }
  }
  return null
}

/** What one tag of several may stand in. */
const itemNames = new Set(['li', 'a', 'span', 'small', 'strong', 'b', 'em', 'dd', 'button'])

const notPrinted =
  /^(?:title|date|author|authors|tags|categories|keywords|layout|type|slug|url|permalink|draft|published|id|uuid|lang|image|cover)$/i

/** The plain texts of a post's front matter that a layout may print beside title, date, author and tags, by their key. */
export function otherTexts(values: PostValues): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(values)) {
    const text = typeof value === 'string' ? textOf(value) : null
    if (text !== null && text.length >= 3 && !notPrinted.test(key) && !/^[-\d:/.\sTZ+]+$/.test(text))
      texts.set(key, text)
  }
  return texts
}

/** Who wrote a post, by the keys that generators use. */
export function authorOf(values: PostValues): string | null {
  return namesOf(valueFor(values, 'author')) ?? namesOf(valueFor(values, 'authors'))
}

/** The keys whose lists layouts print. */
export const listKeys: readonly string[] = ['tags', 'categories', 'keywords', 'topics', 'category', 'tag']

/** The items of a list of the front matter; a text with commas or blanks is a list as well. */
export function itemsOf(values: PostValues, key: string): readonly string[] {
  const value = valueFor(values, key)
  const items = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(value.includes(',') ? ',' : /\s+/)
      : []
  return items.map(textOf).filter((text) => text !== null)
}
