import type { AddedValue, FieldPath, Range, WritingHabit } from '../front-matter'
import type { TomlBlock } from './block'
import type { TomlTable } from './document'
import { flowOf, insertedInFlow, removedFromFlow } from './flow'
import { insertedKey } from './insert-key'
import { lineStart, nextLine } from './lines'
import { lookUp, type Place } from './lookup'
import { formsOf, mannerOf } from './manner'
import { type Plan, refusedPlan, unwritable } from './plan'
import { orderAfterMove, rewriteBy, rewriteInOrder } from './rewrite'
import { removedStatements } from './set'
import { headingSource, newTable } from './table-lines'

/** Plans to add `value` behind the last item of the list at `path`, written the way that one is. A single value becomes a list. */
export function planAppend(
  block: TomlBlock,
  path: FieldPath,
  value: AddedValue,
  habit: WritingHabit | null,
): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { node, offset } = found.place
  const impossible = unwritable(value, offset)
  if (impossible !== null) return impossible
  const { source } = block
  const manner = mannerOf(block, habit)
  const edit = { kind: 'append', path, value } as const
  switch (node.kind) {
    case 'scalar': {
      const { range } = node.node
      const isEmpty = node.node.kind === 'string' && node.node.value === ''
      const first = isEmpty ? '' : `${source.slice(...range)}, `
      const rewrites = formsOf(block, value, manner, node.node).map((form) =>
        rewriteBy(source, [{ from: range[0], to: range[1], insert: `[${first}${form}]` }]),
      )
      return { kind: 'plan', rewrites, edit, offset }
    }
    case 'array': {
      const flow = flowOf(node.node)
      const forms = formsOf(block, value, manner, node.node.elements.at(-1) ?? null)
      const rewrites = forms.map((form) =>
        rewriteBy(source, insertedInFlow(source, flow, flow.items.length, form)),
      )
      return { kind: 'plan', rewrites, edit, offset }
    }
    case 'table-list': {
      const last = node.items.at(-1)
      const end = last?.parts.at(-1)?.range[1]
      if (value.kind !== 'map' || last?.home.kind !== 'heading' || end === undefined) {
        const message = 'The items of this list have fields of their own. Add one with fields.'
        return refusedPlan('unsupported-value', message, offset)
      }
      const { heading } = last.home
      const splice = newTable(block, end, headingSource(source, heading), value, heading, manner)
      return { kind: 'plan', rewrites: [rewriteBy(source, [splice])], edit, offset }
    }
    case 'table':
      return notAList(path, found.place)
  }
}

/** Plans to take the item at `index` out of the list at `path`; a comment on the item's own line goes with it. */
export function planRemoveItem(
  block: TomlBlock,
  path: FieldPath,
  index: number,
  habit: WritingHabit | null,
): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { node, entry, offset } = found.place
  if (node.kind !== 'array' && node.kind !== 'table-list') return notAList(path, found.place)
  const edit = { kind: 'remove-item', path, index } as const
  const item = node.items[index]
  if (item === undefined) return noSuchItem(offset)
  const { source } = block
  if (node.kind === 'array') {
    const rewrites = [rewriteBy(source, removedFromFlow(source, flowOf(node.node), index))]
    return { kind: 'plan', rewrites, edit, offset }
  }
  const removed = removedStatements(block, node.items[index]?.parts ?? [])
  if (node.items.length > 1) return { kind: 'plan', rewrites: [rewriteBy(source, removed)], edit, offset }
  const holder = lookUp(block, path.slice(0, -1))
  if (holder.kind === 'refused' || holder.place.node.kind !== 'table' || entry === null)
    return noSuchItem(offset)
  const target = { table: holder.place.node, place: holder.place, order: habit?.order ?? [] }
  const empty = { kind: 'list', items: [] } as const
  const ways = insertedKey(block, target, entry.key, empty, mannerOf(block, habit))
  const rewrites = ways.map((inserted) => rewriteBy(source, [...inserted, ...removed]))
  return { kind: 'plan', rewrites, edit, offset }
}

/** Plans to move the item at `from` so that it stands at `to`. The items change places; comments between them stay. */
export function planMoveItem(block: TomlBlock, path: FieldPath, from: number, to: number): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { node, offset } = found.place
  if (node.kind !== 'array' && node.kind !== 'table-list') return notAList(path, found.place)
  if (node.items[from] === undefined || node.items[to] === undefined) return noSuchItem(offset)
  if (from === to) return { kind: 'unchanged' }
  const ranges =
    node.kind === 'array' ? flowOf(node.node).items : node.items.map((item) => linesOfItem(block, item))
  if (!ranges.every((range) => range !== null)) {
    const message = 'The parts of these items are not next to each other. Move them in the text.'
    return refusedPlan('would-touch-more', message, offset)
  }
  const rewrite = rewriteInOrder(block.source, ranges, orderAfterMove(ranges.length, from, to))
  return { kind: 'plan', rewrites: [rewrite], edit: { kind: 'move-item', path, from, to }, offset }
}

/** The lines of an item with the tables within it; null when something else stands between those. */
function linesOfItem(block: TomlBlock, { parts }: TomlTable): Range | null {
  const statements = block.program.body[0].body
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  if (statements.indexOf(last) - statements.indexOf(first) !== parts.length - 1) return null
  return { from: lineStart(block.source, first.range[0]), to: nextLine(block.source, last.range[1]) }
}

function notAList(path: FieldPath, { offset }: Place): Plan {
  return refusedPlan('not-a-list', `\`${path.join('.')}\` is not a list.`, offset)
}

function noSuchItem(offset: number): Plan {
  return refusedPlan('no-such-field', 'The list has no item at that place.', offset)
}
