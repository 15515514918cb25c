import type { Node } from 'jsonc-parser'
import type { Splice } from '../language'
import type { JsonBlock } from './block'
import { gapAfter, isOnLines, type Layout, leadOf } from './layout'
import { childrenOf, endOf } from './nodes'

/**
 * Puts `source` into `holder` as its child number `at`, with the comma and the blanks that part its other children. Among
 * children on lines of their own it gets a line.
 */
export function inserted(block: JsonBlock, layout: Layout, holder: Node, at: number, source: string): Splice {
  const children = childrenOf(holder)
  const last = children.at(-1)
  if (last === undefined) return intoEmpty(block, layout, holder, source)
  const gap =
    children.length > 1
      ? gapAfter(block, holder, Math.min(Math.max(at - 1, 0), children.length - 2))
      : onlyGap(block, layout, holder)
  const next = children[at]
  return next === undefined ? insertion(endOf(last), gap + source) : insertion(next.offset, source + gap)
}

/** Takes child number `at` out of `holder` with one comma and the blanks at it; the last one leaves the bare brackets. */
export function removed(holder: Node, at: number): Splice {
  const children = childrenOf(holder)
  const [before, child, after] = [children[at - 1], children[at], children[at + 1]]
  if (child !== undefined && before !== undefined)
    return { from: endOf(before), to: endOf(child), insert: '' }
  if (child !== undefined && after !== undefined) return { from: child.offset, to: after.offset, insert: '' }
  return { from: holder.offset + 1, to: endOf(holder) - 1, insert: '' }
}

/** Lets the item at `from` stand at `to`; what parts the items stays where it is. */
export function moved(block: JsonBlock, list: Node, from: number, to: number): Splice {
  const first = Math.min(from, to)
  const items = childrenOf(list).slice(first, Math.max(from, to) + 1)
  const sources = items.map((item) => block.source.slice(item.offset, endOf(item)))
  const reordered = sources.toSpliced(from - first, 1).toSpliced(to - first, 0, sources[from - first] ?? '')
  const insert = reordered.map((source, index) => source + gapOrNothing(block, items, index)).join('')
  return { from: items[0]?.offset ?? 0, to: endOf(items.at(-1) ?? list), insert }
}

function gapOrNothing(block: JsonBlock, items: readonly Node[], index: number): string {
  const [item, next] = items.slice(index, index + 2)
  return item === undefined || next === undefined ? '' : block.source.slice(endOf(item), next.offset)
}

/** The gap of a holder with one child: its line is copied, or the block's comma taken. */
function onlyGap(block: JsonBlock, layout: Layout, holder: Node): string {
  if (!isOnLines(block, holder)) return layout.comma
  const lead = leadOf(block, holder)
  return `,${lead.includes('\n') ? lead : layout.lineBreak}`
}

function intoEmpty(block: JsonBlock, layout: Layout, holder: Node, source: string): Splice {
  const [from, to] = [holder.offset + 1, endOf(holder) - 1]
  const inside = block.source.slice(from, to)
  if (holder === block.root && block.shift === 1) {
    return { from, to, insert: source + (inside.includes('\n') ? inside : layout.lineBreak) }
  }
  const lineBreak = /\r?\n/.exec(inside)?.[0]
  if (lineBreak !== undefined) return insertion(from, lineBreak + layout.indent + source)
  const padding = holder.type === 'object' ? layout.padding.object : layout.padding.array
  return { from, to, insert: padding + source + padding }
}

function insertion(at: number, insert: string): Splice {
  return { from: at, to: at, insert }
}
