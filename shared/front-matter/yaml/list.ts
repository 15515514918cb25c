import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from 'yaml'
import type { AddedValue, FieldPath } from '../front-matter'
import type { Splice } from '../language'
import { lineBreakNear, type YamlBlock } from './block'
import { appendedToFlow, removedFromFlow } from './flow'
import { endOfNode, isEmptyNode, lookUp, type Place } from './lookup'
import { type Plan, quoteContext, refusedPlan, unwritable } from './plan'
import { quotedForms } from './scalar'
import { quoteStyleOf } from './set'

/** Plans to add `item` at the end of the list at `path`, written the way its last item is. A key without a value becomes a list. */
export function planAppend(block: YamlBlock, path: FieldPath, value: AddedValue): Plan {
  if (value.kind !== 'text') return refusedPlan('collection', 'Add this item in the text.', 0)
  const item = value.text
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const impossible = unwritable(value, place.offset)
  if (impossible !== null) return impossible
  const splices = isEmptyNode(place.node)
    ? intoEmptyValue(block, place, item)
    : isSeq(place.node)
      ? afterLastItem(block, place, place.node as YAMLSeq, item)
      : notAList(path, place)
  if ('kind' in splices) return splices
  const edit = { kind: 'append', path, value } as const
  return { kind: 'plan', splices, edit, offset: place.offset }
}

/** Plans to take the item at `index` out of the list at `path`; a comment on the item's own line goes with it. */
export function planRemoveItem(block: YamlBlock, path: FieldPath, index: number): Plan {
  const found = lookUp(block, [...path, index])
  if (found.kind === 'refused') return found
  const { place } = found
  const list = place.holder
  const node = place.node
  if (!isSeq(list) || node === null) return notAList(path, place)
  const edit = { kind: 'remove-item', path, index } as const
  const offset = place.offset
  if (list.flow) return { kind: 'plan', splices: removedFromFlow(block, list, index), edit, offset }
  if (list.items.length > 1) return { kind: 'plan', splices: [itemLines(block, place, node)], edit, offset }
  return planEmptied(block, path, edit)
}

/** Plans to move the item at `from` so that it stands at `to`. Only the items' own characters change places. */
export function planMoveItem(block: YamlBlock, path: FieldPath, from: number, to: number): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  if (!isSeq(place.node)) return notAList(path, place)
  const items = place.node.items as Node[]
  if (items[from] === undefined || items[to] === undefined) {
    return refusedPlan('no-such-field', 'The list has no item at that place.', place.offset)
  }
  if (from === to) return { kind: 'unchanged' }
  const affected = items.slice(Math.min(from, to), Math.max(from, to) + 1)
  const ranges = affected.map((item) => ({ from: item.range?.[0] ?? 0, to: endOfNode(item) }))
  const sources = ranges.map((range) => block.source.slice(range.from, range.to))
  const reordered = from < to ? [...sources.slice(1), sources[0]] : [sources.at(-1), ...sources.slice(0, -1)]
  const gaps = ranges.map((range, index) => block.source.slice(range.to, ranges[index + 1]?.from ?? range.to))
  const insert = reordered.map((source, index) => `${source}${gaps[index]}`).join('')
  const splice = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0, insert }
  return {
    kind: 'plan',
    splices: [splice],
    edit: { kind: 'move-item', path, from, to },
    offset: place.offset,
  }
}

function notAList(path: FieldPath, place: Place): Plan {
  return refusedPlan('not-a-list', `\`${path.join('.')}\` is not a list.`, place.offset)
}

function afterLastItem(
  block: YamlBlock,
  place: Place,
  list: YAMLSeq,
  item: string,
): readonly Splice[] | Plan {
  const last = list.items.at(-1) as Node | undefined
  if (last !== undefined && !isScalar(last)) {
    return refusedPlan(
      'collection',
      'The items of this list have parts of their own. Add one in the text.',
      place.offset,
    )
  }
  const context = quoteContext(block, list.flow === true)
  const forms = quotedForms(item, quoteStyleOf(last ?? null), context)
  if (list.flow)
    return forms.map((form) => appendedToFlow(block, list, form)).filter((splice) => splice !== null)
  if (last === undefined) return []
  const prefix = dashPrefix(block, list, list.items.length - 1)
  if (prefix === null) return []
  const at = nextLine(block.source, endOfNode(last))
  const lineBreak = lineBreakNear(block.source, at)
  return forms.map((form) => ({ from: at, to: at, insert: `${prefix}${form}${lineBreak}` }))
}

/** An empty value becomes a list in the style of the block's other lists: `[a]`, or lines that begin with `- `. */
function intoEmptyValue(block: YamlBlock, place: Place, item: string): readonly Splice[] | Plan {
  const at = place.introducedAt
  if (at === null || place.pair === null) return []
  const rest = /^[ \t]*(?=\r?\n|$)/.exec(block.source.slice(at))?.[0]
  if (rest === undefined) {
    const message = 'A comment stands where the list would begin. Add the first item in the text.'
    return refusedPlan('comment-in-the-way', message, place.offset)
  }
  const span = { from: at, to: at + rest.length }
  const inBrackets = quotedForms(item, 'plain', quoteContext(block, true)).map((form) => ({
    ...span,
    insert: ` [${form}]`,
  }))
  const prefix = place.holder === block.root ? usualDashPrefix(block) : null
  if (prefix === null) return inBrackets
  const lineBreak = lineBreakNear(block.source, at)
  const onLines = quotedForms(item, 'plain', quoteContext(block, false)).map((form) => ({
    ...span,
    insert: `${lineBreak}${prefix}${form}`,
  }))
  return [...onLines, ...inBrackets]
}

/** How the items of the block's other lists begin (`  - `), when those are written on lines; null otherwise. */
function usualDashPrefix(block: YamlBlock): string | null {
  const lists = (block.root?.items ?? [])
    .map((pair) => pair.value)
    .filter((value): value is YAMLSeq => isSeq(value))
  const first = lists.find((list) => list.items.length > 0)
  return first === undefined || first.flow ? null : dashPrefix(block, first, 0)
}

/** What stands on the item's line in front of it: the indentation, the dash and the space after. */
function dashPrefix(block: YamlBlock, list: YAMLSeq, index: number): string | null {
  const dash = dashOf(list, index)
  const item = list.items[index] as Node | undefined
  if (dash === null || !item) return null
  const line = lineStart(block.source, dash)
  const indent = block.source.slice(line, dash)
  const space = /^[ \t]+/.exec(block.source.slice(dash + 1))?.[0] ?? ' '
  // a list may begin on its holder's line (`- - a`): its other items are aligned with spaces
  return `${/^[ \t]*$/.test(indent) ? indent : ' '.repeat(indent.length)}-${space}`
}

function dashOf(list: YAMLSeq, index: number): number | null {
  if (list.srcToken?.type !== 'block-seq') return null
  const dash = list.srcToken.items[index]?.start.find((part) => part.type === 'seq-item-ind')
  return dash?.offset ?? null
}

function itemLines(block: YamlBlock, place: Place, node: Node): Splice {
  const list = place.holder as YAMLSeq
  const dash = dashOf(list, list.items.indexOf(node)) ?? place.offset
  const to = nextLine(block.source, endOfNode(node))
  return { from: lineStart(block.source, dash), to, insert: '' }
}

/** A list on lines cannot be empty: without its only item it becomes `[]`. */
function planEmptied(block: YamlBlock, path: FieldPath, edit: Extract<Plan, { kind: 'plan' }>['edit']): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { introducedAt, node, offset, holder } = found.place
  if (introducedAt === null || node === null || !isMap(holder)) return notAList(path, found.place)
  const end = endOfNode(node)
  const lineEnd = block.source[end - 1] === '\n' ? end - lineBreakNear(block.source, end).length : end
  const between = block.source.slice(introducedAt, nextLine(block.source, end))
  if (/(?:^|\s)#/.test(between)) {
    const message =
      'A comment stands in this list. Remove its last item in the text, so that the comment is not lost.'
    return refusedPlan('comment-in-the-way', message, offset)
  }
  return { kind: 'plan', splices: [{ from: introducedAt, to: lineEnd, insert: ' []' }], edit, offset }
}

/** The start of the line after the one that holds the character before `offset`. */
export function nextLine(source: string, offset: number): number {
  const lineFeed = source.indexOf('\n', Math.max(0, offset - 1))
  return lineFeed < 0 ? source.length : lineFeed + 1
}

/** The start of the line that `offset` is on. */
export function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
}
