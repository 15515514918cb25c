import type { Splice } from '../language'
import { type Header, itemRanges, separatorIn, valueRangeOf } from './headers'
import { cleared, indentOf, lineBreakIn, linesOver } from './splices'

/** Ways to write `item` behind the last one, with what parts the items already. */
export function appendedItem(block: string, header: Header, item: string): readonly Splice[] {
  const items = itemRanges(block, header)
  const last = items.at(-1)
  // a `;` at the end lets a single item have a comma
  if (last === undefined) return [item, `${item};`].map((text) => linesOver(block, header, text))
  const insertAfterLast = (insert: string): Splice => ({ from: last.to, to: last.to, insert })
  const further = header.lines[1]
  if (further !== undefined) {
    return [insertAfterLast(lineBreakIn(block) + indentOf(block, further.from) + item)]
  }
  const before = items.at(-2)
  if (before !== undefined) return [insertAfterLast(block.slice(before.to, last.from) + item)]
  const { from, to } = valueRangeOf(header)
  const isParted = separatorIn(block.slice(from, to)) === ';'
  return (isParted ? ['; '] : [', ', '; ']).map((separator) => insertAfterLast(separator + item))
}

/** Ways to take item `index` out, with what parts it from the one before it, or the one after it if it is the first. */
export function removedItem(block: string, header: Header, index: number): readonly Splice[] {
  const items = itemRanges(block, header)
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]]
  const rest = before ?? after
  if (item === undefined || rest === undefined) return [cleared(header)]
  const span = before === undefined ? { from: item.from, to: rest.from } : { from: before.to, to: item.to }
  if (items.length > 2) return [{ ...span, insert: '' }]
  // the last item may have a comma, which parts items unless a `;` is there
  const both = { from: Math.min(item.from, rest.from), to: Math.max(item.to, rest.to) }
  return [
    { ...span, insert: '' },
    { ...both, insert: `${block.slice(rest.from, rest.to)};` },
  ]
}

/** Lets the item at `from` stand at `to`; what parts the items stays where it is. */
export function movedItem(block: string, header: Header, from: number, to: number): Splice {
  const start = Math.min(from, to)
  const items = itemRanges(block, header).slice(start, Math.max(from, to) + 1)
  const sources = items.map((item) => block.slice(item.from, item.to))
  const reordered = sources.toSpliced(from - start, 1).toSpliced(to - start, 0, sources[from - start] ?? '')
  const insert = reordered.map((source, index) => {
    const next = items[index + 1]
    return next === undefined ? source : source + block.slice(items[index]?.to, next.from)
  })
  return { from: items[0]?.from ?? 0, to: items.at(-1)?.to ?? 0, insert: insert.join('') }
}

/** Ways to write a list's items as one value: in the manner of `header`, else parted by commas; by `;` when an item has a comma. */
export function joinedItems(
  block: string,
  header: Header | null,
  items: readonly string[],
): readonly string[] {
  const onLines = header !== null && header.lines.length > 1
  if (onLines) return [items.join('\n')]
  const ranges = header === null ? [] : itemRanges(block, header)
  const [first, second] = ranges
  const own = first === undefined || second === undefined ? ', ' : block.slice(first.to, second.from)
  const only = items.length === 1 ? items.map((item) => `${item};`) : []
  return [items.join(own), items.join('; '), ...only]
}
