import type { TextChange } from '#shared/text/text-change'

/** The one change that turns `before` into `after` and leaves out what they share at both ends; null when they are equal. */
export function smallestChange(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1
  let shared = 0
  while (
    shared < shorter - from &&
    before.charCodeAt(before.length - 1 - shared) === after.charCodeAt(after.length - 1 - shared)
  ) {
    shared += 1
  }
  return { from, to: before.length - shared, insert: after.slice(from, after.length - shared) }
}
