import { smallestChange } from '../../text/smallest-change'
import type { TextChange } from '../../text/text-change'

/** Whole pieces of this length are compared at once, which is much faster than one character after the other. */
const pieceLength = 4096

/** The one change that turns `before` into `after`, as `differenceBetween` gives it, for texts of a megabyte; null when they are equal. */
export function longTextDifference(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (
    head + pieceLength <= shorter &&
    before.slice(head, head + pieceLength) === after.slice(head, head + pieceLength)
  ) {
    head += pieceLength
  }
  let tail = 0
  while (tail + pieceLength <= shorter - head && pieceFromEnd(before, tail) === pieceFromEnd(after, tail)) {
    tail += pieceLength
  }
  return smallestChange(before, {
    from: head,
    to: before.length - tail,
    insert: after.slice(head, after.length - tail),
  })
}

function pieceFromEnd(text: string, tail: number): string {
  return text.slice(text.length - tail - pieceLength, text.length - tail)
}
