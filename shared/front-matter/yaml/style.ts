import { isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { WritingHabit } from '../front-matter'
import { keyText, type YamlBlock } from './block'
import { lineStart } from './lines'
import { meansText } from './lookup'
import { isPlainSafe, type QuoteStyle } from './scalar'

/** How a block is written, so that what is new in it looks like the rest. */
export type BlockStyle = {
  /** What a text gets that needs no quotes. */
  readonly quotes: QuoteStyle
  /** What a text gets that needs some. */
  readonly neededQuotes: 'single' | 'double'
  readonly list: WritingHabit['list']
  /** How much deeper a map in a map is indented. */
  readonly step: number
}

/** The style that the block's own values have; `habit` speaks where the block has no such value. */
export function styleOf(block: YamlBlock, habit: WritingHabit | null): BlockStyle {
  const found = evidenceIn(block)
  return {
    quotes: found.plain + found.single + found.double === 0 ? (habit?.quotes ?? 'plain') : usualQuotes(found),
    neededQuotes: neededQuotes(found, habit),
    list: usualList(found) ?? habit?.list ?? 'flow',
    step: found.step ?? 2,
  }
}

/** How a node is quoted; anything that is no scalar counts as plain. */
export function quoteStyleOf(node: unknown): QuoteStyle {
  if (!isScalar(node)) return 'plain'
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  return node.type === 'QUOTE_SINGLE' ? 'single' : 'plain'
}

/** The quotes around the keys of `map` when all of them have the same. */
export function keyQuotesOf(map: YAMLMap | null): QuoteStyle {
  const [first, ...rest] = (map?.items ?? []).map((pair) => quoteStyleOf(pair.key))
  return first !== undefined && rest.every((style) => style === first) ? first : 'plain'
}

/** The column of a block map's keys. */
export function columnOfKeys(block: YamlBlock, map: YAMLMap | null): number {
  const token = map?.srcToken
  if (token?.type === 'block-map') return token.indent
  return map === null ? 0 : columnAt(block.source, map.range?.[0] ?? 0)
}

/** How many characters stand on the line in front of `offset`. */
export function columnAt(source: string, offset: number): number {
  return offset - lineStart(source, offset)
}

/** Where the dash of a block list's item stands; null in brackets. */
export function dashOf(list: YAMLSeq, index: number): number | null {
  if (list.srcToken?.type !== 'block-seq') return null
  const dash = list.srcToken.items[index]?.start.find((part) => part.type === 'seq-item-ind')
  return dash?.offset ?? null
}

/** What stands on the item's line in front of it: the indentation, the dash and the space after. */
export function dashPrefix(block: YamlBlock, list: YAMLSeq, index: number): string | null {
  const dash = dashOf(list, index)
  if (dash === null) return null
  const line = lineStart(block.source, dash)
  const indent = block.source.slice(line, dash)
  // a list may begin on its holder's line (`- - a`): its other items are aligned with spaces
  return `${/^[ \t]*$/.test(indent) ? indent : ' '.repeat(indent.length)}-${gapAfter(block, dash + 1)}`
}

/** The white space between an indicator that ends at `offset` and what follows on its line; one space when nothing does. */
export function gapAfter(block: YamlBlock, offset: number): string {
  const gap = /[ \t]+(?=[^\s#])/y
  gap.lastIndex = offset
  return gap.exec(block.source)?.[0] ?? ' '
}

type Evidence = {
  plain: number
  /** Texts in quotes that they would not need. */
  single: number
  double: number
  /** All quoted scalars. */
  readonly quoted: { single: number; double: number }
  readonly lists: { flow: number; block: number; 'block-indented': number }
  step: number | null
}

const known = new WeakMap<YamlBlock, Evidence>()

function evidenceIn(block: YamlBlock): Evidence {
  const before = known.get(block)
  if (before !== undefined) return before
  const evidence: Evidence = {
    plain: 0,
    single: 0,
    double: 0,
    quoted: { single: 0, double: 0 },
    lists: { flow: 0, block: 0, 'block-indented': 0 },
    step: null,
  }
  gather(block, block.root, evidence)
  known.set(block, evidence)
  return evidence
}

function gather(block: YamlBlock, node: unknown, evidence: Evidence): void {
  if (isScalar(node)) {
    const quotes = quoteStyleOf(node)
    if (quotes !== 'plain') evidence.quoted[quotes]++
    const isText = typeof node.value === 'string' && node.value !== '' && !node.type?.startsWith('BLOCK')
    if (isText && (quotes === 'plain' || isPlainSafe(String(node.value), false))) evidence[quotes]++
  } else if (isMap(node) && !meansText(node)) {
    for (const pair of node.items) {
      noteHeld(block, node as YAMLMap, pair, evidence)
      gather(block, pair.value, evidence)
    }
  } else if (isSeq(node)) {
    for (const item of node.items) gather(block, isPair(item) ? item.value : item, evidence)
  }
}

function noteHeld(block: YamlBlock, map: YAMLMap, pair: Pair, evidence: Evidence): void {
  const { value } = pair
  if (map.flow === true) return
  if (isMap(value) && value.flow !== true) {
    evidence.step ??= columnOfKeys(block, value as YAMLMap) - columnOfKeys(block, map)
  }
  if (!isSeq(value) || value.items.length === 0) return
  const dash = dashOf(value as YAMLSeq, 0)
  if (dash === null) evidence.lists.flow++
  else if (columnAt(block.source, dash) > columnOfKeys(block, map)) evidence.lists['block-indented']++
  else evidence.lists.block++
}

function usualQuotes({ plain, single, double }: Evidence): QuoteStyle {
  if (plain >= single && plain >= double) return 'plain'
  return single > double ? 'single' : 'double'
}

function neededQuotes({ quoted }: Evidence, habit: WritingHabit | null): 'single' | 'double' {
  if (quoted.single + quoted.double === 0) return habit?.quotes === 'single' ? 'single' : 'double'
  return quoted.double === 0 ? 'single' : 'double'
}

function usualList({ lists }: Evidence): WritingHabit['list'] | null {
  const most = Math.max(lists.flow, lists.block, lists['block-indented'])
  if (most === 0) return null
  if (most === lists.flow) return 'flow'
  return most === lists.block ? 'block' : 'block-indented'
}

/** The text between a node's first and last character. */
export function sourceOf(block: YamlBlock, node: Node | null): string {
  return node?.range ? block.source.slice(node.range[0], node.range[1]) : ''
}

/** The entry of `map` under `key`. */
export function pairNamed(block: YamlBlock, map: YAMLMap | null, key: string): Pair | undefined {
  return map?.items.find((pair) => keyText(block.source, pair.key) === key)
}
