import type { TextChange } from './text-change'

/**
 * `change` without what it has in common with `text` at both ends, so that a cursor within the replaced characters stays in
 * place. Never cuts a surrogate pair or a `\r\n` in two. Empty when nothing changes.
 */
export function smallestChange(text: string, change: TextChange): TextChange {
  const old = text.slice(change.from, change.to)
  const { insert } = change
  const shorter = Math.min(old.length, insert.length)
  let head = 0
  while (head < shorter && old[head] === insert[head]) head++
  while (head > 0 && splitsCharacter(old, head, insert)) head--
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === insert.at(-1 - tail)) tail++
  while (tail > 0 && splitsCharacter(old, old.length - tail, insert, insert.length - tail)) tail--
  return {
    from: change.from + head,
    to: change.to - tail,
    insert: insert.slice(head, insert.length - tail),
  }
}

/** Whether a cut at these offsets would part a surrogate pair or a `\r\n`. */
function splitsCharacter(old: string, oldAt: number, insert: string, insertAt = oldAt): boolean {
  return partsPair(old, oldAt) || partsPair(insert, insertAt)
}

function partsPair(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1))
  )
}

/** The one change that turns `before` into `after` and leaves out what they share at both ends; null when they are equal. */
export function differenceBetween(before: string, after: string): TextChange | null {
  if (before === after) return null
  return smallestChange(before, { from: 0, to: before.length, insert: after })
}
