import {
  type CST,
  isAlias,
  isCollection,
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

/**
 * Finds `path` in the block; refuses what repeats elsewhere or is written in a way that a splice would break, save for `accepted` reasons
 * at the end of the path.
 */
export function lookUp(block: YamlBlock, path: FieldPath, accepted: readonly RefusalReason[] = []): Lookup {
  let holder: Node | null = block.root
  let place: Place | null = null
  let inFlow = false
  for (const [depth, step] of path.entries()) {
    if (isCollection(holder)) inFlow ||= holder.flow === true
    const next: Lookup = isMap(holder)
      ? entryOf(block, holder as YAMLMap, String(step), inFlow)
      : isSeq(holder)
        ? itemOf(holder as YAMLSeq, step, inFlow)
        : missing(step, offsetOf(holder))
    if (next.kind === 'refused') return next
    place = next.place
    const refusal = refusalForPlace(block, place)
    const isAccepted = depth === path.length - 1 && refusal !== null && accepted.includes(refusal.reason)
    if (refusal !== null && !isAccepted) return { kind: 'refused', refusal }
    holder = place.node
  }
  return place === null ? missing('', 0) : { kind: 'place', place }
}

const editableTags = new Set(['str', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`))

/** Why the value at this place cannot be edited: it is also read elsewhere, or written unusually. null when it can. */
export function refusalForPlace(block: YamlBlock, place: Place): Refusal | null {
  return refusalForKey(block, place) ?? refusalForValue(block, place)
}

function refusalForKey(block: YamlBlock, { pair, offset }: Place): Refusal | null {
  if (pair === null) return null
  if (isExplicit(pair)) {
    const message = 'This field is written in the long form (`? key`). Change it in the text.'
    return refusalAt('explicit-key', message, offset)
  }
  if (isAlias(pair.key) || isSharedAnchor(block, pair.key)) {
    return refusalAt('alias', 'The name of this field is repeated elsewhere. Change it in the text.', offset)
  }
  return null
}

function refusalForValue(block: YamlBlock, { node, offset }: Place): Refusal | null {
  if (isAlias(node)) {
    const message = `This value repeats another one (\`*${node.source}\`). Change it in the text.`
    return refusalAt('alias', message, offset)
  }
  if (isSharedAnchor(block, node)) {
    const message = 'This value is repeated elsewhere in the front matter. Change it in the text.'
    return refusalAt('shared-anchor', message, offset)
  }
  const tag = node?.tag
  if (tag !== undefined && !editableTags.has(tag)) {
    return refusalAt('tag', 'A tag says how this value is to be read. Change it in the text.', offset)
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

/** The refusal for a key that `map` has only through `<<`, null when it has no such key. */
export function refusalForMerged(block: YamlBlock, map: YAMLMap, key: string): Refusal | null {
  const merge = map.items.find((pair) => isMergePair(block, pair))
  if (merge === undefined || !bringsIn(block, merge.value, key, maxMergeSteps)) return null
  const message = `\`${key}\` comes from another part of the front matter, through \`<<\`. Change it in the text.`
  return refusalAt('merge-key', message, offsetOf(merge.key))
}

/** Merges of merges of oneself would never end. */
const maxMergeSteps = 8

function bringsIn(block: YamlBlock, value: unknown, key: string, stepsLeft: number): boolean {
  if (stepsLeft === 0) return false
  if (isAlias(value)) return bringsIn(block, block.aliasTargets.get(value), key, stepsLeft - 1)
  if (isSeq(value)) return value.items.some((item) => bringsIn(block, item, key, stepsLeft - 1))
  if (!isMap(value)) return false
  return value.items.some((pair) => {
    if (isMergePair(block, pair)) return bringsIn(block, pair.value, key, stepsLeft - 1)
    return keyText(block.source, pair.key) === key
  })
}

function isMergePair(block: YamlBlock, pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.type === 'PLAIN' && keyText(block.source, pair.key) === '<<'
}

/** The place of one of a map's pairs. */
export function placeOfPair(map: YAMLMap, pair: Pair, inFlow: boolean): Place {
  const node = (pair.value ?? null) as Node | null
  return { holder: map, pair, node, inFlow, introducedAt: introducedAt(pair), offset: offsetOf(pair.key) }
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
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1)
    const leaf = isPair(last) ? ((last.value ?? last.key) as Node | null) : (last as Node | undefined)
    if (leaf) return endOfNode(leaf)
  }
  return node.range?.[1] ?? 0
}

/** `endOfNode` without the line break that a block scalar's source ends with. */
export function endOfValue(block: YamlBlock, node: Node): number {
  const end = endOfNode(node)
  if (block.source[end - 1] !== '\n') return end
  return block.source[end - 2] === '\r' ? end - 2 : end - 1
}

/** A refusal with its offset into the block. */
export function refusalAt(reason: RefusalReason, message: string, offset: number): Refusal {
  return { reason, message, offset }
}

/** Where a node begins; 0 for none. */
export function offsetOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}

function entryOf(block: YamlBlock, map: YAMLMap, key: string, inFlow: boolean): Lookup {
  const duplicate = refusalForDuplicate(repeatedKeys(block, map), key)
  if (duplicate !== null) return { kind: 'refused', refusal: duplicate }
  const pair = map.items.find((candidate) => keyText(block.source, candidate.key) === key)
  if (pair === undefined) {
    const merged = refusalForMerged(block, map, key)
    return merged === null ? missing(key, offsetOf(map)) : { kind: 'refused', refusal: merged }
  }
  if (isMergePair(block, pair) && isCollection(pair.value)) {
    const message = '`<<` brings in keys from elsewhere. Change it in the text.'
    return { kind: 'refused', refusal: refusalAt('merge-key', message, offsetOf(pair.key)) }
  }
  return { kind: 'place', place: placeOfPair(map, pair, inFlow) }
}

function itemOf(list: YAMLSeq, step: string | number, inFlow: boolean): Lookup {
  const index = Number(step)
  const node = Number.isInteger(index) ? (list.items[index] as Node | Pair | undefined) : undefined
  if (node === undefined || isPair(node)) return missing(step, offsetOf(list))
  const token = list.srcToken?.type === 'block-seq' ? list.srcToken.items[index] : undefined
  const introducer = token?.start.findLast(
    (part) => part.type === 'seq-item-ind' || part.type === 'tag' || part.type === 'anchor',
  )
  return {
    kind: 'place',
    place: {
      holder: list,
      pair: null,
      node,
      inFlow,
      introducedAt: introducer === undefined ? null : introducer.offset + introducer.source.length,
      offset: offsetOf(node),
    },
  }
}

function introducedAt(pair: Pair): number | null {
  const parts: readonly CST.SourceToken[] = tokenOf(pair)?.sep ?? []
  if (!parts.some((part) => part.type === 'map-value-ind')) return null
  const last = parts.findLast(
    (part) => part.type === 'map-value-ind' || part.type === 'tag' || part.type === 'anchor',
  )
  return last === undefined ? null : last.offset + last.source.length
}

function isExplicit(pair: Pair): boolean {
  return tokenOf(pair)?.start.some((part) => part.type === 'explicit-key-ind') ?? false
}

function tokenOf(pair: Pair): CST.CollectionItem | undefined {
  return (pair as { readonly srcToken?: CST.CollectionItem }).srcToken
}

function missing(step: string | number, offset: number): Lookup {
  const message =
    typeof step === 'number' ? 'The list has no item at that place.' : `The front matter has no \`${step}\`.`
  return { kind: 'refused', refusal: refusalAt('no-such-field', message, offset) }
}
