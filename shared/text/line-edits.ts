import type { LineEdit } from '../contract/post'

/** What was changed in a text (`fromA`…`toA`) and where it stands in the new one (`fromB`…`toB`): UTF-16 offsets, end exclusive. */
export type ChangedRange = {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** The line, counted from 0, that an offset lies in, and whether it is that line's first character. */
export type LineAt = (offset: number) => { readonly line: number; readonly isStart: boolean }

/**
 * The lines that changes touch, in order and apart from each other. `ranges` are sorted, with unchanged text between them. Whole lines
 * that are put in or taken out touch no line beside them.
 */
export function lineEditsOf(
  ranges: readonly ChangedRange[],
  lineBefore: LineAt,
  lineAfter: LineAt,
): readonly LineEdit[] {
  const edits: { from: number; to: number; lines: number }[] = []
  for (const { fromA, toA, fromB, toB } of ranges) {
    const [startA, endA, startB, endB] = [
      lineBefore(fromA),
      lineBefore(toA),
      lineAfter(fromB),
      lineAfter(toB),
    ]
    const rest = startA.isStart && startB.isStart && endA.isStart && endB.isStart ? 0 : 1
    const edit = { from: startA.line, to: endA.line + rest, lines: endB.line + rest - startB.line }
    const last = edits.at(-1)
    if (last === undefined || last.to < edit.from) edits.push(edit)
    else {
      // two changes in one line count it once, before and after alike
      last.lines += edit.lines - (last.to - edit.from)
      last.to = edit.to
    }
  }
  return edits
}

/**
 * The first line of `before`, counted from 0, that is another one in `after` although no edit names it; null when `after` differs in the
 * edited lines alone. Edits that no change of `before` can have made count as a difference too. Linear in both texts.
 */
export function findUneditedChange(before: string, after: string, edits: readonly LineEdit[]): number | null {
  const old = before.split('\n')
  const now = after.split('\n')
  let line = 0
  let lineNow = 0
  for (const { from, to, lines } of [...edits, { from: old.length, to: old.length, lines: 0 }]) {
    if (from < line || to < from || to > old.length) return Math.min(line, old.length - 1)
    for (; line < from; line++, lineNow++) if (old[line] !== now[lineNow]) return line
    line = to
    lineNow += lines
  }
  return lineNow === now.length ? null : old.length - 1
}
