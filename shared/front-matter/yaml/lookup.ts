import {
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { FieldPath, Refusal, RefusalReason } from '../front-matter'
import { isSharedAnchor, keyText, type YamlBlock } from './block'

/** Where a value stands in a block. Offsets are into the block. */
export type Place = {
  /** What directly holds the value. */
  readonly holder: YAMLMap | YAMLSeq
  /** null for an item of a list. */
  readonly pair: Pair | null
  /** null for a key that has no value at all. */
  readonly node: Node | null
  /** Inside brackets or braces, where a plain value has to avoid `,[]{}` too. */
  readonly inFlow: boolean
  /** Just after the `:` or `-` that introduces the value, and after its tag or anchor; null when nothing introduces it. */
  readonly introducedAt: number | null
  /** Where to point at when an edit of this place is refused. */
  readonly offset: number
}

/** A place, or why it cannot be edited. */
export type Lookup =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Finds `path` in the block; refuses what repeats elsewhere: duplicate keys, aliases, anchors that are in use. */
export function lookUp(block: YamlBlock, path: FieldPath): Lookup {
  let holder: Node | null = block.root
  let place: Place | null = null
  let inFlow = false
  for (const step of path) {
    if (isMap(holder) || isSeq(holder)) inFlow ||= holder.flow === true
    const next: Lookup = isMap(holder)
      ? entryOf(block, holder as YAMLMap, String(step), inFlow)
      : isSeq(holder)
        ? itemOf(holder as YAMLSeq, step, inFlow)
        : missing(step, offsetOf(holder))
    if (next.kind === 'refused') return next
    place = next.place
    const repeated = refusalForRepeated(block, place)
    if (repeated !== null) return { kind: 'refused', refusal: repeated }
    holder = place.node
  }
  return place === null ? missing('', 0) : { kind: 'place', place }
}

/** The refusal for a value that is also read elsewhere in the block, null when it is read here only. */
export function refusalForRepeated(block: YamlBlock, place: Place): Refusal | null {
  if (isAlias(place.node)) {
    const message = `This value repeats another one (\`*${place.node.source}\`). Change it in the text.`
    return refusalAt('alias', message, place.offset)
  }
  if (isSharedAnchor(block, place.node)) {
    return refusalAt(
      'shared-anchor',
      'This value is repeated elsewhere in the front matter. Change it in the text.',
      place.offset,
    )
  }
  return null
}

/** The second pair of each key that `map` has more than once. */
export function repeatedKeys(block: YamlBlock, map: YAMLMap): ReadonlyMap<string, Pair> {
  const seen = new Set<string>()
  const seconds = new Map<string, Pair>()
  for (const pair of map.items) {
    const key = keyText(block.source, pair.key)
    if (seen.has(key) && !seconds.has(key)) seconds.set(key, pair)
    seen.add(key)
  }
  return seconds
}

/** The refusal for a key that is among a map's `repeatedKeys`, null for any other. */
export function refusalForDuplicate(repeated: ReadonlyMap<string, Pair>, key: string): Refusal | null {
  const second = repeated.get(key)
  if (second === undefined) return null
  const message = `\`${key}\` is there twice. Remove one of the two in the text.`
  return refusalAt('duplicate-key', message, offsetOf(second.key))
}

/** The place of one of a map's pairs. */
export function placeOfPair(map: YAMLMap, pair: Pair, inFlow: boolean): Place {
  const node = (pair.value ?? null) as Node | null
  return {
    holder: map,
    pair,
    node,
    inFlow,
    introducedAt: introducedAt(map, pair),
    offset: offsetOf(pair.key),
  }
}

/** Whether a node stands for no value at all: `tags:` and nothing after it. */
export function isEmptyNode(node: Node | null): boolean {
  if (node === null) return true
  return isScalar(node) && node.range !== undefined && node.range?.[0] === node.range?.[1]
}

/**
 * Whether a node that parses as a map means text: `{let/const}` or `{{ title }}`, braces around keys without values.
 */
export function meansText(node: Node | null): boolean {
  if (!isMap(node) || node.flow !== true || node.items.length === 0) return false
  return node.items.every((pair) => pair.value === null)
}

/** The offset after the last character of a node's own source: not of the blank lines and comments that trail a collection. */
export function endOfNode(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1)
    const leaf = isPair(last) ? ((last.value ?? last.key) as Node | null) : (last as Node | undefined)
    if (leaf) return endOfNode(leaf)
  }
  return node.range?.[1] ?? 0
}

/** A refusal with its offset into the block. */
export function refusalAt(reason: RefusalReason, message: string, offset: number): Refusal {
  return { reason, message, offset }
}

function entryOf(block: YamlBlock, map: YAMLMap, key: string, inFlow: boolean): Lookup {
  const duplicate = refusalForDuplicate(repeatedKeys(block, map), key)
  if (duplicate !== null) return { kind: 'refused', refusal: duplicate }
  const pair = map.items.find((candidate) => keyText(block.source, candidate.key) === key)
  if (pair === undefined) return missing(key, offsetOf(map))
  return { kind: 'place', place: placeOfPair(map, pair, inFlow) }
}

function itemOf(list: YAMLSeq, step: string | number, inFlow: boolean): Lookup {
  const index = Number(step)
  if (!Number.isInteger(index) || index < 0 || index >= list.items.length)
    return missing(step, offsetOf(list))
  const node = list.items[index] as Node | Pair
  if (isPair(node)) return missing(step, offsetOf(list))
  const token = list.srcToken?.type === 'block-seq' ? list.srcToken.items[index] : undefined
  const dash = token?.start.findLast(
    (part) => part.type === 'seq-item-ind' || part.type === 'tag' || part.type === 'anchor',
  )
  return {
    kind: 'place',
    place: {
      holder: list,
      pair: null,
      node,
      inFlow,
      introducedAt: dash === undefined ? null : dash.offset + dash.source.length,
      offset: offsetOf(node),
    },
  }
}

function introducedAt(map: YAMLMap, pair: Pair): number | null {
  const index = map.items.indexOf(pair)
  const token = map.srcToken
  const items = token?.type === 'block-map' || token?.type === 'flow-collection' ? token.items : []
  const parts: readonly CST.SourceToken[] = items[index]?.sep ?? []
  if (!parts.some((part) => part.type === 'map-value-ind')) return null
  const last = parts.findLast(
    (part) => part.type === 'map-value-ind' || part.type === 'tag' || part.type === 'anchor',
  )
  return last === undefined ? null : last.offset + last.source.length
}

function missing(step: string | number, offset: number): Lookup {
  const message = `The front matter has no \`${step}\`.`
  return { kind: 'refused', refusal: refusalAt('no-such-field', message, offset) }
}

function offsetOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}
