import {
  elementsIn,
  findElement,
  isElement,
  isText,
  nodesIn,
  type PageElement,
  type PageNode,
  type PageParent,
  parsePiece,
} from './page-tree'
import { shingleLength, shinglesOf, wordsOf } from './words'

/** Where a page holds a post's body: nodes that stand side by side in `container`. */
export type BodySlot = {
  readonly container: PageElement
  readonly nodes: readonly PageNode[]
  /** Which part of the post's runs of words the page has, 0…1. */
  readonly coverage: number
}

/** A post's rendered body, ready to be looked for on pages. */
export type SoughtBody = {
  readonly words: readonly string[]
  readonly shingles: ReadonlySet<string>
  readonly length: number
  /** The words of each block at the top. */
  readonly blocks: readonly (readonly string[])[]
  /** The elements that the whole body stands in by its own writing, outermost first. */
  readonly wrappers: readonly string[]
}

/** Prepares a body's HTML to be looked for. Throws `UnreadablePageError` for HTML beyond the bounds. */
export function seekBody(html: string): SoughtBody {
  const piece = parsePiece(html)
  const words = wordsIn(piece.childNodes)
  const length = shingleLength(words)
  const blocks = piece.childNodes
    .filter((node) => isElement(node) || (isText(node) && node.value.trim() !== ''))
    .map((node) => wordsIn([node]))
  return { words, shingles: new Set(shinglesOf(words, length)), length, blocks, wrappers: wrappersIn(piece) }
}

/** What can hold a whole body; anything else is part of one. */
const holders = new Set(['body', 'div', 'section', 'article', 'main', 'td', 'center', 'span', 'form'])

const canHold = ({ tagName }: PageElement): boolean => holders.has(tagName) || tagName.includes('-')

/** An element goes on holding the body while it has this part of what is around it. */
const almostAll = 0.97

/** Finds the innermost element that holds a post's body, by its words; null when the page has none of them. */
export function findBody(page: PageParent, sought: SoughtBody): BodySlot | null {
  const body = findElement(page, 'body')
  if (body === null || sought.words.length === 0) return null
  const text = readPage(body, sought)
  const total = text.distinctIn(body)
  if (total === 0) return null
  let container = body
  for (;;) {
    const inner = elementsIn(container).find(
      (child) => canHold(child) && text.distinctIn(child) >= text.distinctIn(container) * almostAll,
    )
    if (inner === undefined) break
    container = inner
  }
  container = leaveWrappers(container, sought.wrappers)
  const range = rangeIn(container, text, sought)
  if (range === null) return null
  const nodes = container.childNodes.slice(range.from, range.to + 1)
  return { container, nodes, coverage: total / sought.shingles.size }
}

type ReadPage = {
  /** How many different runs of the post's words an element has. */
  distinctIn(element: PageElement): number
  /** Which part of a node's words are the post's, null for a node without words. */
  shareOf(node: PageNode): number | null
}

function readPage(body: PageElement, sought: SoughtBody): ReadPage {
  const words: string[] = []
  const ranges = new Map<PageNode, readonly [from: number, to: number]>()
  const read = (node: PageNode): void => {
    const from = words.length
    if (isText(node)) for (const word of wordsOf(node.value)) words.push(word)
    else if (isElement(node) && !hidden.has(node.tagName)) node.childNodes.forEach(read)
    ranges.set(node, [from, words.length])
  }
  read(body)
  const shingles = shinglesOf(words, sought.length)
  const covered = new Uint8Array(words.length)
  shingles.forEach((shingle, at) => {
    if (sought.shingles.has(shingle)) covered.fill(1, at, at + sought.length)
  })
  const distinct = new Map<PageElement, number>()
  const rangeOf = (node: PageNode): readonly [number, number] => ranges.get(node) ?? [0, 0]
  return {
    distinctIn(element) {
      const known = distinct.get(element)
      if (known !== undefined) return known
      const [from, to] = rangeOf(element)
      const found = new Set<string>()
      for (let at = from; at + sought.length <= to; at++) {
        const shingle = shingles[at] ?? ''
        if (sought.shingles.has(shingle)) found.add(shingle)
      }
      distinct.set(element, found.size)
      return found.size
    },
    shareOf(node) {
      const [from, to] = rangeOf(node)
      if (from === to) return null
      return covered.subarray(from, to).reduce((sum, flag) => sum + flag, 0) / (to - from)
    },
  }
}

const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'textarea'])

/** A body that its writer put into elements of its own ends around them. */
function leaveWrappers(container: PageElement, wrappers: readonly string[]): PageElement {
  let outer = container
  for (const tagName of wrappers.toReversed()) {
    const parent = outer.parentNode
    if (outer.tagName !== tagName || parent === null || !isElement(parent)) return container
    outer = parent
  }
  return outer
}

function wrappersIn(piece: PageParent): readonly string[] {
  const wrappers: string[] = []
  let parent = piece
  for (;;) {
    const [only, ...others] = parent.childNodes.filter(
      (node) => isElement(node) || (isText(node) && node.value.trim() !== ''),
    )
    if (only === undefined || others.length > 0 || !isElement(only) || !canHold(only)) return wrappers
    wrappers.push(only.tagName)
    parent = only
  }
}

/** The children from the first to the last that are the post's for the most part, and pictures at the edges with them. */
function rangeIn(
  container: PageElement,
  text: ReadPage,
  sought: SoughtBody,
): { readonly from: number; readonly to: number } | null {
  const children = container.childNodes
  const own = children.flatMap((node, index) => ((text.shareOf(node) ?? 0) >= 0.6 ? [index] : []))
  const last = own.at(-1)
  if (own.length === 0 || last === undefined) return null
  const first = beginningAmong(own, children, sought)
  const before = sought.blocks.findIndex((block) => block.length > 0)
  const behind = sought.blocks.toReversed().findIndex((block) => block.length > 0)
  return {
    from: extend(children, first, -1, before, text),
    to: extend(children, last, 1, behind, text),
  }
}

/** Where a post begins with its title, the title above it says the same: the later one begins the body. */
function beginningAmong(
  own: readonly number[],
  children: readonly PageNode[],
  { blocks }: SoughtBody,
): number {
  const opening = blocks.find((block) => block.length > 0)?.join(' ')
  const same = own.filter((index) => {
    const child = children[index]
    return child !== undefined && wordsIn([child]).join(' ') === opening
  })
  const [first = 0] = own
  const later = same[1]
  return same[0] === first &&
    later !== undefined &&
    blocks.filter((block) => block.join(' ') === opening).length === 1
    ? later
    : first
}

function extend(
  children: readonly PageNode[],
  edge: number,
  step: 1 | -1,
  most: number,
  text: ReadPage,
): number {
  let reached = edge
  let taken = 0
  for (let at = edge + step; taken < most; at += step) {
    const node = children[at]
    if (node === undefined || text.shareOf(node) !== null) break
    if (!isElement(node)) continue
    reached = at
    taken += 1
  }
  return reached
}

function wordsIn(nodes: readonly PageNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return wordsOf(node.value)
    if (!isElement(node)) return []
    return [...nodesIn(node)].filter(isText).flatMap(({ value }) => wordsOf(value))
  })
}
