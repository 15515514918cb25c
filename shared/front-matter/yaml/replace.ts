import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { AddedValue, FieldEdit } from '../front-matter'
import { keyText, type YamlBlock } from './block'
import { textOfScalar } from './block-scalar'
import { rangeOfItem, separatorIn } from './flow'
import { afterLastItem, emptied } from './items'
import { endOfValue, isEmptyNode, meansText, offsetOf, type Place } from './lookup'
import { type Draft, type Plan, refusedPlan, type WritePlan } from './plan'
import { isAlready } from './same-value'
import { columnAt, columnOfKeys, dashOf, dashPrefix, gapAfter, keyQuotesOf } from './style'
import { afterColon, afterDash, flowEntry, inlineSource, keySource, type Writing } from './write'

/** A list or a map to write. */
export type Collection = Extract<AddedValue, { kind: 'list' | 'map' }>

/**
 * Plans to put a list or a map in the place of any value. Over one of its own kind it takes that one's form, and the items and keys that stay
 * keep their source; else it gets the block's usual form.
 */
export function draftsForCollection(
  writing: Writing,
  place: Place,
  value: Collection,
  edit: FieldEdit,
): Plan {
  const strict = { ...writing, isStrict: true }
  const inPlace = [writing, strict].flatMap((one) => inFormOf(one, place, value))
  const plan = (drafts: readonly Draft[]): WritePlan => ({ kind: 'plan', drafts, edit, offset: place.offset })
  if (inPlace.length > 0) return plan(inPlace)
  if (isOnLines(place.node) && (value.kind === 'list' ? value.items : value.entries).length === 0) {
    return plan(emptied(writing.block, place, value.kind === 'list' ? '[]' : '{}'))
  }
  if (isEmptyNode(place.node) && hasCommentAfter(writing.block, place)) {
    const message = 'A comment stands where the value would begin. Add the first part in the text.'
    return refusedPlan('comment-in-the-way', message, place.offset)
  }
  const bracketed = { ...strict, style: { ...strict.style, list: 'flow' as const } }
  return plan([writing, strict, bracketed].flatMap((one) => overValue(one, place, value, null)))
}

function isOnLines(node: Node | null): boolean {
  return (isSeq(node) || isMap(node)) && node.flow !== true && node.items.length > 0
}

/** Writes `value` over whatever the place has, the way that the block's other values are written. */
export function overValue(
  writing: Writing,
  place: Place,
  value: AddedValue,
  model: unknown,
): readonly Draft[] {
  const { block } = writing
  const { node, holder, introducedAt: from } = place
  if (from === null || place.inFlow) {
    if (node === null || isEmptyNode(node))
      return from === null
        ? []
        : [{ from, to: from, insert: ` ${inlineSource(value, true, writing, model)}` }]
    return [
      {
        from: offsetOf(node),
        to: endOfValue(block, node),
        insert: inlineSource(value, true, writing, model),
      },
    ]
  }
  const insert = isMap(holder)
    ? afterColon(value, columnOfKeys(block, holder as YAMLMap), writing, model)
    : afterDash(value, columnOfDash(block, holder as YAMLSeq), gapAfter(block, from), writing, model)
  return [{ from, to: endOfPlace(block, place, from), insert }]
}

function columnOfDash(block: YamlBlock, list: YAMLSeq): number {
  return columnAt(block.source, dashOf(list, 0) ?? offsetOf(list))
}

function endOfPlace(block: YamlBlock, place: Place, from: number): number {
  if (place.node !== null && !isEmptyNode(place.node)) return endOfValue(block, place.node)
  return from + (/^[ \t]+(?=\r?\n|$)/.exec(block.source.slice(from))?.[0] ?? '').length
}

/** Whether a comment stands on the line where a value would go. */
export function hasCommentAfter(block: YamlBlock, { introducedAt, inFlow }: Place): boolean {
  return !inFlow && introducedAt !== null && /^[ \t]*#/.test(block.source.slice(introducedAt))
}

/** The comment behind the colon or dash of a value that begins on another line, with the spaces in front of it; empty when none is there. */
export function commentAtColon({ source }: YamlBlock, { introducedAt, inFlow }: Place): string {
  if (introducedAt === null || inFlow) return ''
  return /^[ \t]+#[^\r\n]*/.exec(source.slice(introducedAt))?.[0] ?? ''
}

function inFormOf(writing: Writing, { node }: Place, value: Collection): readonly Draft[] {
  if (value.kind === 'list' && isSeq(node) && node.items.length > 0 && value.items.length > 0) {
    const list = node as YAMLSeq
    return [
      ...grown(writing, list, value.items),
      ...(list.flow ? flowList : blockList)(writing, list, value.items),
    ]
  }
  if (
    value.kind === 'map' &&
    isMap(node) &&
    !meansText(node) &&
    node.items.length > 0 &&
    value.entries.length > 0
  ) {
    return (node.flow ? flowMap : blockMap)(writing, node as YAMLMap, value.entries)
  }
  return []
}

/** For a list that keeps all its items and gets more behind them. */
function grown(writing: Writing, list: YAMLSeq, items: readonly AddedValue[]): readonly Draft[] {
  const old = list.items as Node[]
  const keepsAll =
    items.length > old.length &&
    old.every((node, index) => isAlready(writing.block, node, items[index] as AddedValue))
  return keepsAll ? afterLastItem(writing, list, items.slice(old.length)) : []
}

function flowList(writing: Writing, list: YAMLSeq, items: readonly AddedValue[]): readonly Draft[] {
  return insideFlow(writing.block, list, itemSources(writing, list, items, true))
}

function blockList(writing: Writing, list: YAMLSeq, items: readonly AddedValue[]): readonly Draft[] {
  const { block, lineBreak } = writing
  const prefix = dashPrefix(block, list, 0)
  const from = offsetOf(list.items[0])
  const last = list.items.at(-1) as Node
  if (prefix === null) return []
  const insert = itemSources(writing, list, items, false).join(`${lineBreak}${prefix}`)
  return [{ from, to: endOfValue(block, last), insert }]
}

/** Each item's source: that of an old item that is the same, else a new one in the manner of the last. */
function itemSources(
  writing: Writing,
  list: YAMLSeq,
  items: readonly AddedValue[],
  inFlow: boolean,
): readonly string[] {
  const { block } = writing
  const unused = nodesByText(list.items as Node[])
  const model = list.items.at(-1)
  const column = columnOfDash(block, list)
  const gap = inFlow ? '' : gapAfter(block, (dashOf(list, 0) ?? 0) + 1)
  return items.map((item) => {
    const alike = unused.get(textOfValue(item))
    const same = alike?.at(-1)
    if (same !== undefined && isAlready(block, same, item)) {
      alike?.pop()
      return block.source.slice(offsetOf(same), endOfValue(block, same))
    }
    if (inFlow) return inlineSource(item, true, writing, model)
    return afterDash(item, column, gap, writing, model).slice(gap.length)
  })
}

/** The items by their text, so that an item is found at once; the first of those alike is the last of its array. */
function nodesByText(items: readonly Node[]): ReadonlyMap<string, Node[]> {
  const byText = new Map<string, Node[]>()
  for (const node of items.toReversed()) {
    const text = isScalar(node) ? (textOfScalar(node) ?? node.source ?? '') : ''
    const alike = byText.get(text)
    if (alike === undefined) byText.set(text, [node])
    else alike.push(node)
  }
  return byText
}

function textOfValue(value: AddedValue): string {
  if (value.kind === 'text') return value.text
  return value.kind === 'plain' ? value.source : ''
}

function flowMap(writing: Writing, map: YAMLMap, entries: Entries): readonly Draft[] {
  const sources = entries.map(
    ([key, entry]) => keptPair(writing.block, map, key, entry) ?? flowEntry(key, entry, writing, map),
  )
  return insideFlow(writing.block, map, sources)
}

type Entries = readonly (readonly [key: string, value: AddedValue])[]

function blockMap(writing: Writing, map: YAMLMap, entries: Entries): readonly Draft[] {
  const { block, lineBreak } = writing
  const column = columnOfKeys(block, map)
  const from = offsetOf(map.items[0]?.key)
  const last = map.items.at(-1) as Pair
  const lines = entries.map(([key, entry]) => {
    const model = map.items.find((pair) => keyText(block.source, pair.key) === key)?.value
    const fresh = (): string =>
      `${keySource(key, keyQuotesOf(map))}:${afterColon(entry, column, writing, model)}`
    return keptPair(block, map, key, entry) ?? fresh()
  })
  const insert = lines.join(`${lineBreak}${' '.repeat(column)}`)
  return [{ from, to: endOfValue(block, (last.value ?? last.key) as Node), insert }]
}

/** The source of the pair that already is `key: value`; null when there is none. */
function keptPair(block: YamlBlock, map: YAMLMap, key: string, value: AddedValue): string | null {
  const pair = map.items.find((other) => keyText(block.source, other.key) === key)
  if (pair === undefined || !isAlready(block, pair.value as Node | null, value)) return null
  const end = pair.value === null ? null : endOfValue(block, pair.value as Node)
  return block.source.slice(offsetOf(pair.key), end ?? (pair.key as Node).range?.[1])
}

/** Puts `sources` in the place of all items between brackets or braces, in the form that those have. */
function insideFlow(
  block: YamlBlock,
  collection: YAMLMap | YAMLSeq,
  sources: readonly string[],
): readonly Draft[] {
  const first = rangeOfItem(collection, 0)
  const last = rangeOfItem(collection, collection.items.length - 1)
  if (first === null || last === null) return []
  const insert = sources.join(`,${separatorIn(block, collection)}`)
  return [{ from: first.from, to: last.to, insert }]
}
