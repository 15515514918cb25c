import { imageOf } from '../../post/post-image'
import type { Differences } from './differences'
import { findList, findName, findWording, itemsOf, listKeys, otherTexts, type TextPart } from './find-fields'
import { type MatchedPage, printedDateOn } from './match-page'
import {
  ancestorsOf,
  attributeOf,
  isElement,
  isText,
  makeElement,
  makeText,
  nodesIn,
  type PageElement,
  type PageNode,
  type PageText,
  removeNode,
  replaceNode,
  setAttribute,
} from './page-tree'

/** Marks what is the post's own; gives the nodes that stay whatever else is left out. */
export function markFields(
  matched: MatchedPage,
  { isPerPost }: Differences,
  author: string | null,
): ReadonlySet<PageNode> {
  const { around, post } = matched
  const parts: (TextPart & { readonly name: string })[] = []
  const addParts = (name: string, found: readonly TextPart[]): void => {
    for (const part of found) parts.push({ ...part, name })
  }
  const whole: (readonly [name: string, element: PageElement])[] = []
  for (const element of findWording(around, post.title, isPerPost)) whole.push(['title', element])
  if (author !== null) addParts('author', findName(around, author, isPerPost))
  const date = printedDateOn(matched, isPerPost)
  if (date !== null) addParts('date', date.parts)
  const kept = new Set<PageNode>()
  for (const key of listKeys) {
    if (markList(matched, key, kept)) continue
    const written = itemsOf(post.values, key).join(', ')
    const near = findName(around, written, isPerPost).filter(
      ({ node }) => sharedOf(matched, node) >= around.depth - 2,
    )
    addParts(`list:${key}`, near)
  }
  for (const [key, text] of otherTexts(post.values)) {
    if (text === author || text === post.title) continue
    const [element] = findWording(around, text, isPerPost)
    if (element !== undefined && sharedOf(matched, element) >= around.depth - 2 && isFree(element, kept))
      whole.push([`text:${key}`, element])
  }
  markImages(matched, author)
  for (const slot of splitTexts(parts)) kept.add(slot)
  for (const [name, element] of whole) {
    if (!isFree(element, kept)) continue
    const slot = makeSlot(name, '')
    emptyElement(element)
    putInto(element, slot)
    kept.add(slot)
  }
  return kept
}

/** How near to the body a node stands; 0 for one that is not around it. */
function sharedOf({ around }: MatchedPage, node: PageNode): number {
  const nearby = [...around.texts, ...around.elements].find((candidate) => candidate.node === node)
  return nearby?.shared ?? 0
}

/** Whether neither the element nor what is around or in it has been marked. */
function isFree(element: PageElement, kept: ReadonlySet<PageNode>): boolean {
  for (const slot of kept) if (slot === element || [...ancestorsOf(slot)].includes(element)) return false
  return ![...ancestorsOf(element)].some((ancestor) => kept.has(ancestor))
}

function makeSlot(name: string, text: string): PageElement {
  const slot = makeElement('galley-slot', { 'data-galley': name })
  if (text !== '') putInto(slot, makeText(text))
  return slot
}

function putInto(parent: PageElement, child: PageNode): void {
  child.parentNode = parent
  parent.childNodes.push(child)
}

function splitTexts(parts: readonly (TextPart & { readonly name: string })[]): readonly PageElement[] {
  const byNode = new Map<PageText, (TextPart & { readonly name: string })[]>()
  for (const part of parts) byNode.set(part.node, [...(byNode.get(part.node) ?? []), part])
  return [...byNode].flatMap(([node, own]) => {
    const pieces: PageNode[] = []
    const slots: PageElement[] = []
    let at = 0
    for (const { name, from, to } of own.toSorted((one, other) => one.from - other.from)) {
      if (from < at) continue
      if (from > at) pieces.push(makeText(node.value.slice(at, from)))
      const slot = makeSlot(name, node.value.slice(from, to))
      slots.push(slot)
      pieces.push(slot)
      at = to
    }
    if (at < node.value.length) pieces.push(makeText(node.value.slice(at)))
    replaceNode(node, pieces)
    return slots
  })
}

/** Marks the first of the elements that name a post's tags and takes off the others; whether there are such. */
function markList({ around, post }: MatchedPage, key: string, kept: Set<PageNode>): boolean {
  const tags = itemsOf(post.values, key)
  if (tags.length === 0 || tags.length > 30) return false
  const list = findList(around, tags)
  if (list === null || [...kept].some((node) => [...ancestorsOf(node)].includes(list.parent))) return false
  const [first, ...others] = list.items
  const text =
    first && [...nodesIn(first)].find((node): node is PageText => isText(node) && node.value.trim() !== '')
  if (first === undefined || text === undefined) return false
  const { before, name, after } =
    /^(?<before>[\s#]*)(?<name>.*?)(?<after>\s*)$/s.exec(text.value)?.groups ?? {}
  const second = others[0]
  setAttribute(first, 'data-galley-list', key)
  setAttribute(
    first,
    'data-galley-separator',
    second === undefined ? ' ' : textBetween(list.parent, first, second),
  )
  const lastItem = others.at(-1)
  if (lastItem !== undefined) removeBetween(list.parent, first, lastItem)
  const slot = makeSlot('item', name ?? '')
  replaceNode(text, [makeText(before ?? ''), slot, makeText(after ?? '')])
  kept.add(first)
  return true
}

function textBetween(parent: PageElement, first: PageElement, second: PageElement): string {
  const [from, to] = [parent.childNodes.indexOf(first), parent.childNodes.indexOf(second)]
  return parent.childNodes
    .slice(from + 1, to)
    .map((node) => (isText(node) ? node.value : ''))
    .join('')
}

function removeBetween(parent: PageElement, first: PageElement, last: PageElement): void {
  const [from, to] = [parent.childNodes.indexOf(first), parent.childNodes.indexOf(last)]
  for (const node of parent.childNodes.slice(from + 1, to + 1)) removeNode(node)
}

/** A file's name without folders, ending and what an image processor adds to it. */
function stemOf(reference: string): string {
  return (
    reference
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  )
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
}

function markImages({ around, post }: MatchedPage, author: string | null): void {
  const image = imageOf(post.values)
  const stem = image === null ? '' : stemOf(image.reference)
  const name = author?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') ?? ''
  for (const { node, shared } of around.elements) {
    if (node.tagName !== 'img' || shared < around.depth - 2) continue
    const source = stemOf(attributeOf(node, 'src') ?? attributeOf(node, 'data-src') ?? '')
    const plain = source.replace(/[^\p{L}\p{N}]/gu, '')
    if (stem !== '' && source.startsWith(stem)) setAttribute(node, 'data-galley', 'image')
    else if (plain.length > 2 && (name.includes(plain) || (name !== '' && plain.includes(name))))
      setAttribute(node, 'data-galley-of', 'author')
  }
}

/** Takes the known post's body off the page and marks what held it. */
export function markBody({ slot: { container, nodes } }: MatchedPage): void {
  const posts = new Set(nodes)
  const isAlone = container.childNodes.every(
    (node) => posts.has(node) || (isText(node) ? node.value.trim() === '' : !isElement(node)),
  )
  if (isAlone && container.tagName !== 'body') {
    emptyElement(container)
    setAttribute(container, 'data-galley', 'body')
    return
  }
  const [first, ...others] = nodes
  if (first !== undefined) replaceNode(first, [makeElement('div', { 'data-galley': 'body' })])
  others.forEach(removeNode)
}

function emptyElement(element: PageElement): void {
  for (const child of [...element.childNodes]) removeNode(child)
}
