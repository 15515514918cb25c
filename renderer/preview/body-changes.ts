import type { TextChange } from '#shared/text/text-change'

/**
 * The changes of a whole text as changes of its body, which began at `bodyFromBefore` and begins at `bodyFromAfter` now. null when
 * they cannot be told apart: a change crosses the border, or the border moved otherwise than by changes before it.
 */
export function bodyChanges(
  changes: readonly TextChange[],
  bodyFromBefore: number,
  bodyFromAfter: number,
): readonly TextChange[] | null {
  const result: TextChange[] = []
  let shift = 0
  for (const { from, to, insert } of changes) {
    if (from >= bodyFromBefore) {
      result.push({ from: from - bodyFromBefore, to: to - bodyFromBefore, insert })
    } else if (to <= bodyFromBefore) {
      shift += insert.length - (to - from)
    } else {
      return null
    }
  }
  return bodyFromBefore + shift === bodyFromAfter ? result : null
}
