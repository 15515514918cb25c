/**
 * How many lines an edit in one place changed, added or removed, counted as a reader of the diff would: the larger of the lines
 * that went and the lines that came. 0 for equal texts.
 */
export function countChangedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const shorter = Math.min(old.length, now.length)
  let same = 0
  while (same < shorter && old[same] === now[same]) same += 1
  let sameAtEnd = 0
  while (sameAtEnd < shorter - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) sameAtEnd += 1
  return Math.max(old.length, now.length) - same - sameAtEnd
}
