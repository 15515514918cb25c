import { isMap, type Node, type Pair, type YAMLMap } from 'yaml'
import type { AddedValue, FieldPath } from '../front-matter'
import { colonFor } from './alignment'
import { keyText, type YamlBlock } from './block'
import { appendedToFlow, insertedIntoFlow } from './flow'
import { isBlankBetween, lineBreakNear, lineStart, nextLine, startWithComments } from './lines'
import { endOfNode, isEmptyNode, lookUp, meansText, offsetOf, refusalForMerged } from './lookup'
import { type Draft, type Plan, refusedPlan, unwritable, unwritableKey } from './plan'
import { draftsForCollection } from './replace'
import { columnOfKeys, keyQuotesOf, pairNamed } from './style'
import { afterColon, flowEntry, keySource, type Writing } from './write'

/**
 * Plans a new key in the map at `path`: below the nearest key that stands before it in `order`, else above the nearest after it, else at the
 * end; never between a key and the comments above it. A key without a value becomes a map.
 */
export function planAddKey(
  writing: Writing,
  path: FieldPath,
  key: string,
  value: AddedValue,
  order: readonly string[],
): Plan {
  const { block } = writing
  const end = block.source.length
  const impossible = unwritableKey(key, end) ?? unwritable(value, end)
  if (impossible !== null) return impossible
  if (path.length === 0) return planInto(writing, block.root, path, key, value, order)
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const { node, offset } = place
  if (isMap(node) && !meansText(node)) return planInto(writing, node as YAMLMap, path, key, value, order)
  if (!isEmptyNode(node)) {
    return refusedPlan('no-such-field', `\`${path.join('.')}\` is not a group of fields.`, offset)
  }
  const map = { kind: 'map', entries: [[key, value]] } as const
  return draftsForCollection(writing, place, map, { kind: 'set', path, value: map })
}

function planInto(
  writing: Writing,
  map: YAMLMap | null,
  path: FieldPath,
  key: string,
  value: AddedValue,
  order: readonly string[],
): Plan {
  const { block } = writing
  const existing = pairNamed(block, map, key)
  if (existing !== undefined) {
    const message = `\`${key}\` is there already. Change its value instead.`
    return refusedPlan('duplicate-key', message, offsetOf(existing.key))
  }
  const merged = map === null ? null : refusalForMerged(block, map, key)
  if (merged !== null) return { kind: 'refused', refusal: merged }
  const neighbour = neighbourOf(block, map, key, order)
  const strict = { ...writing, isStrict: true }
  const drafts = [writing, strict].flatMap((one) =>
    map?.flow === true
      ? intoBraces(one, map, key, value, neighbour)
      : ontoLines(one, map, key, value, neighbour, path.length === 0),
  )
  const edit = { kind: 'add-key', path, key, value } as const
  return { kind: 'plan', drafts, edit, offset: map === null ? block.source.length : offsetOf(map) }
}

/** Where a new key goes: directly below or above the pair at an index, or at the end. */
type Neighbour = { readonly below: number } | { readonly above: number } | 'end'

function neighbourOf(
  block: YamlBlock,
  map: YAMLMap | null,
  key: string,
  order: readonly string[],
): Neighbour {
  const rank = order.indexOf(key)
  if (map === null || rank < 0) return 'end'
  const ranks = new Map(order.map((name, index) => [name, index]))
  let [below, above] = [-1, -1]
  let [highest, lowest] = [-1, order.length]
  map.items.forEach((pair, index) => {
    const other = ranks.get(keyText(block.source, pair.key))
    if (other === undefined) return
    if (other < rank && other >= highest) [below, highest] = [index, other]
    if (other > rank && other < lowest) [above, lowest] = [index, other]
  })
  if (below >= 0) return below === map.items.length - 1 ? 'end' : { below }
  return above >= 0 ? { above } : 'end'
}

function intoBraces(
  writing: Writing,
  map: YAMLMap,
  key: string,
  value: AddedValue,
  neighbour: Neighbour,
): readonly Draft[] {
  const { block } = writing
  const entry = flowEntry(key, value, writing, map)
  const index = neighbour === 'end' ? null : 'below' in neighbour ? neighbour.below + 1 : neighbour.above
  const inserted = index === null ? null : insertedIntoFlow(block, map, index, entry)
  const drafts = [inserted, appendedToFlow(block, map, [entry])]
  return drafts.filter((draft) => draft !== null)
}

function ontoLines(
  writing: Writing,
  map: YAMLMap | null,
  key: string,
  value: AddedValue,
  neighbour: Neighbour,
  isRoot: boolean,
): readonly Draft[] {
  const { block } = writing
  const { source } = block
  const column = columnOfKeys(block, map)
  const indent = ' '.repeat(column)
  const entry = entrySource(
    block,
    map,
    keySource(key, keyQuotesOf(map)),
    afterColon(value, column, writing, null),
  )
  if (map !== null && neighbour !== 'end' && 'above' in neighbour) {
    return [abovePair(block, map, neighbour.above, entry, indent)]
  }
  const lineBreak = lineBreakNear(source, source.length)
  return placesBelow(block, map, neighbour, isRoot).map((at) => {
    const opening = at > 0 && source[at - 1] !== '\n' ? lineBreak : ''
    return { from: at, to: at, insert: `${opening}${indent}${entry}${lineBreak}` }
  })
}

/** A value on the key's line stands as far from the colon as the others do. */
function entrySource(block: YamlBlock, map: YAMLMap | null, key: string, rest: string): string {
  return rest.startsWith(' ') ? `${key}${colonFor(block, map, key)}${rest.slice(1)}` : `${key}:${rest}`
}

function abovePair(block: YamlBlock, map: YAMLMap, index: number, entry: string, indent: string): Draft {
  const { source } = block
  const at = offsetOf(map.items[index]?.key)
  const line = lineStart(source, at)
  // the first key of a map in a list stands behind the dash
  const isAlone = isBlankBetween(source, line, at)
  const from = isAlone ? startWithComments(source, line) : at
  const lineBreak = lineBreakNear(source, nextLine(source, at + 1))
  return {
    from,
    to: from,
    insert: isAlone ? `${indent}${entry}${lineBreak}` : `${entry}${lineBreak}${indent}`,
  }
}

function placesBelow(
  block: YamlBlock,
  map: YAMLMap | null,
  neighbour: Neighbour,
  isRoot: boolean,
): readonly number[] {
  const { source } = block
  if (map === null || (isRoot && neighbour === 'end')) {
    // blank lines at the end may be part of a `|+` value: then the new line goes below them
    return [...new Set([nextLine(source, source.trimEnd().length), source.length])]
  }
  const index = neighbour !== 'end' && 'below' in neighbour ? neighbour.below : map.items.length - 1
  const pair = map.items[index] as Pair
  const after = nextLine(source, endOfNode((pair.value ?? pair.key) as Node))
  return [belowDeeperComments(source, after, columnOfKeys(block, map))]
}

/** Comment lines that are indented deeper than the keys belong to the value above them. */
function belowDeeperComments(source: string, from: number, column: number): number {
  let at = from
  for (;;) {
    const next = nextLine(source, at + 1)
    const indent = /^( *)#/.exec(source.slice(at, next))?.[1]
    if (indent === undefined || indent.length <= column) return at
    at = next
  }
}
