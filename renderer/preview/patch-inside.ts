import { type HtmlPart, partsOf } from './html-parts'

/** Gives sanitised nodes of HTML as they would stand inside an element of the name `context`. */
export type ToNodes = (html: string, context: string) => DocumentFragment

/** Where two texts differ: what is equal at the beginning and at the end, in characters. */
type Difference = {
  readonly before: string
  readonly after: string
  readonly head: number
  readonly tail: number
}

type Range = { readonly from: number; readonly to: number }

/** What stands in the page for parts of HTML: nodes side by side. */
type Place = {
  readonly nodes: readonly Node[]
  readonly old: Range
  readonly next: Range
  readonly parent: Element | null
}

/** The first line break in them is none. */
const dropsLineBreak = /^(?:pre|listing)$/

const embeds = /<(?:iframe|object|embed)\b/i

/**
 * Changes `nodes`, which were made of `before`, into what `after` would give, leaving alone all that is not part of the change: so a key in a
 * long list costs one item. Only for HTML that holds nothing as the writer typed it. Gives the nodes that were put in; null, and nothing has changed,
 * where it cannot tell which nodes belong to which HTML.
 */
export function patchInside(
  nodes: readonly Node[],
  before: string,
  after: string,
  toNodes: ToNodes,
): readonly Node[] | null {
  const difference = differenceOf(before, after)
  if (embeds.test(after.slice(Math.max(0, difference.head - 10), after.length - difference.tail))) return null
  const place = {
    nodes,
    old: { from: 0, to: before.length },
    next: { from: 0, to: after.length },
    parent: null,
  }
  return patchPlace(place, difference, toNodes)
}

function patchPlace(place: Place, difference: Difference, toNodes: ToNodes): readonly Node[] | null {
  const { before, after, head, tail } = difference
  const old = partsOf(before, place.old.from, place.old.to)
  const next = partsOf(after, place.next.from, place.next.to)
  if (old === null || next === null || place.nodes.length !== old.length) return null
  const shorter = Math.min(old.length, next.length)
  let first = 0
  while (first < shorter && old[first]?.end === next[first]?.end && (old[first]?.end ?? 0) <= head) first++
  const fromEnd = (text: string, part: HtmlPart | undefined): number => text.length - (part?.start ?? 0)
  let behind = 0
  while (
    behind < shorter - first &&
    fromEnd(before, old.at(-1 - behind)) === fromEnd(after, next.at(-1 - behind)) &&
    fromEnd(before, old.at(-1 - behind)) <= tail
  )
    behind++
  const oldParts = old.slice(first, old.length - behind)
  const newParts = next.slice(first, next.length - behind)
  const nodes = place.nodes.slice(first, old.length - behind)
  if (!nodes.every((node, index) => isNodeOf(node, oldParts[index]))) return null
  const inner = patchOnly(nodes, oldParts, newParts, difference, toNodes)
  if (inner !== null) return inner
  if (place.parent === null || (first === 0 && dropsLineBreak.test(place.parent.localName))) return null
  const html = after.slice(newParts[0]?.start ?? 0, newParts.at(-1)?.end ?? 0)
  const fragment = toNodes(html, place.parent.localName)
  if (fragment.childNodes.length !== newParts.length) return null
  const inserted = [...fragment.childNodes]
  place.parent.insertBefore(fragment, place.nodes[old.length - behind] ?? null)
  for (const node of nodes) place.parent.removeChild(node)
  return inserted
}

/** Goes into the one element that has changed, if it is one and it is still the same. */
function patchOnly(
  nodes: readonly Node[],
  oldParts: readonly HtmlPart[],
  newParts: readonly HtmlPart[],
  difference: Difference,
  toNodes: ToNodes,
): readonly Node[] | null {
  const [[node], [old], [next]] = [nodes, oldParts, newParts]
  if (oldParts.length !== 1 || newParts.length !== 1 || !node || !old || !next || old.name === '') return null
  const isSameTag =
    difference.before.slice(old.start, old.innerStart) === difference.after.slice(next.start, next.innerStart)
  if (!isSameTag || old.innerStart === old.end) return null
  return patchPlace(
    {
      nodes: [...node.childNodes],
      old: { from: old.innerStart, to: old.innerEnd },
      next: { from: next.innerStart, to: next.innerEnd },
      parent: node as Element,
    },
    difference,
    toNodes,
  )
}

function isNodeOf(node: Node, part: HtmlPart | undefined): boolean {
  if (part === undefined) return false
  return part.name === ''
    ? node.nodeType === 3
    : node.nodeType === 1 && (node as Element).localName === part.name
}

function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { before, after, head, tail }
}
