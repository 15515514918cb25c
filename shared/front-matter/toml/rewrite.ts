import type { Range } from '../front-matter'
import type { Splice } from '../language'

/** A block's new text: stretches of the old one, which keep their comments, and new text, in their new order. */
export type Rewrite = readonly (Range | string)[]

/** The rewrite that makes several changes, in any order. What is inserted within a stretch that goes stands where that was. */
export function rewriteBy(source: string, splices: readonly Splice[]): Rewrite {
  const pieces: (Range | string)[] = []
  let at = 0
  for (const splice of splices.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    pieces.push({ from: at, to: Math.max(at, splice.from) }, splice.insert)
    at = Math.max(at, splice.to)
  }
  return [...pieces, { from: at, to: source.length }]
}

/** The rewrite in which `ranges`, given in the order of the text, change places as `order` says; what lies between them stays. */
export function rewriteInOrder(source: string, ranges: readonly Range[], order: readonly number[]): Rewrite {
  const pieces: Range[] = []
  let at = 0
  for (const [index, range] of ranges.entries()) {
    pieces.push({ from: at, to: range.from }, ranges[order[index] ?? index] as Range)
    at = range.to
  }
  return [...pieces, { from: at, to: source.length }]
}

/** The indices below `length` in the order that they have after the item at `from` was moved to `to`. */
export function orderAfterMove(length: number, from: number, to: number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index)
  return order.toSpliced(from, 1).toSpliced(to, 0, from)
}

/** The text that a rewrite means. */
export function textOfRewrite(source: string, rewrite: Rewrite): string {
  return rewrite
    .map((piece) => (typeof piece === 'string' ? piece : source.slice(piece.from, piece.to)))
    .join('')
}
