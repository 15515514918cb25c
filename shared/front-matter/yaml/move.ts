import { isSeq, type Node, type YAMLSeq } from 'yaml'
import type { FieldPath } from '../front-matter'
import type { YamlBlock } from './block'
import type { Span } from './flow'
import { notAList } from './items'
import { isBlankBetween, lineStart, nextLine, startWithComments } from './lines'
import { endOfNode, endOfValue, lookUp, offsetOf } from './lookup'
import { type Draft, type Moved, type Plan, refusedPlan } from './plan'
import { dashOf } from './style'
import type { Writing } from './write'

/**
 * Plans to move the item at `from` so that it stands at `to`: only the items' own characters change places, or, on lines, their lines
 * with the comments on and above them.
 */
export function planMoveItem({ block }: Writing, path: FieldPath, from: number, to: number): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  if (!isSeq(place.node)) return notAList(path, place)
  const list = place.node as YAMLSeq
  const items = list.items as Node[]
  if (items[from] === undefined || items[to] === undefined) {
    return refusedPlan('no-such-field', 'The list has no item at that place.', place.offset)
  }
  if (from === to) return { kind: 'unchanged' }
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const order = items
    .map((_, index) => index)
    .toSpliced(from, 1)
    .toSpliced(to, 0, from)
    .slice(first, last + 1)
  const own = items.map((item) => ({ from: offsetOf(item), to: endOfValue(block, item) }))
  const lines = items.map((item, index) => linesOf(block, list, item, index))
  const drafts: Draft[] = []
  if (
    !hasCommentAbove(block, own[first - 1]?.to ?? place.introducedAt ?? offsetOf(list), own[first]?.from ?? 0)
  ) {
    const { moves: _, ...ownCharacters } = rearranged(block.source, own, first, last, order)
    drafts.push(ownCharacters)
  }
  if (lines.slice(first, last + 1).every((span) => span !== null)) {
    drafts.push(rearranged(block.source, lines as readonly Span[], first, last, order))
  }
  if (drafts.length === 0) {
    const message = 'A comment stands above one of these items. Move them in the text.'
    return refusedPlan('comment-in-the-way', message, place.offset)
  }
  return { kind: 'plan', drafts, edit: { kind: 'move-item', path, from, to }, offset: place.offset }
}

/** Whether a comment on a line of its own, between the item before and this one, would come to stand above another. */
function hasCommentAbove({ source, comments }: YamlBlock, previousEnd: number, itemStart: number): boolean {
  return comments.some(
    ({ offset }) =>
      offset >= previousEnd &&
      offset < itemStart &&
      isBlankBetween(source, lineStart(source, offset), offset),
  )
}

/** An item's lines and the comment lines directly above; null when it shares its line with what holds the list. */
function linesOf({ source }: YamlBlock, list: YAMLSeq, item: Node, index: number): Span | null {
  const dash = dashOf(list, index)
  if (dash === null) return null
  const line = lineStart(source, dash)
  if (!isBlankBetween(source, line, dash)) return null
  return { from: startWithComments(source, line), to: nextLine(source, endOfNode(item)) }
}

/** The spans from `first` to `last` in another order; what stands between them stays where it is. */
function rearranged(
  source: string,
  spans: readonly Span[],
  first: number,
  last: number,
  order: readonly number[],
): Draft & { readonly moves: readonly Moved[] } {
  const start = spans[first]?.from ?? 0
  const moves: Moved[] = []
  let insert = ''
  order.forEach((index, position) => {
    const span = spans[index] as Span
    moves.push({ ...span, at: start + insert.length })
    insert += source.slice(span.from, span.to)
    const gapFrom = spans[first + position]?.to ?? 0
    const gapTo = first + position === last ? gapFrom : (spans[first + position + 1]?.from ?? gapFrom)
    moves.push({ from: gapFrom, to: gapTo, at: start + insert.length })
    insert += source.slice(gapFrom, gapTo)
  })
  return { from: start, to: spans[last]?.to ?? start, insert, moves }
}
