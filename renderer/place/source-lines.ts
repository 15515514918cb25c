/** A listed thing inside a block, by the element that stands for it: its source line in the block, counted from 0. */
export type InnerLines = {
  /** Selects the elements of which one stands for each of `lines`. */
  readonly selector: 'li' | 'tr'
  readonly lines: readonly number[]
}

const fence = /^ {0,3}(?:`{3,}|~{3,})/
const listItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const tableRow = /\|/

/** How many of a block's lines come before the blank ones at its end; none for a block of blank lines. */
export function contentLines(block: readonly string[]): number {
  let count = block.length
  while (count > 0 && (block[count - 1] ?? '').trim() === '') count--
  return count
}

/**
 * The lines of a block of code that are shown as its rows: without the fences, where it has some. `rows` is how many it shows; null when
 * the source does not fit them.
 */
export function codeLines(block: readonly string[], rows: number): { readonly first: number } | null {
  const count = contentLines(block)
  const start = block.findIndex((line) => line.trim() !== '')
  if (start < 0) return null
  const first = fence.test(block[start] ?? '') ? start + 1 : start
  const isClosed = first > start && count > first && fence.test(block[count - 1] ?? '')
  const shown = count - first - (isClosed ? 1 : 0)
  // blank lines at the end of a fence that nothing closes are shown by some and not by others
  return rows > 0 && Math.abs(shown - rows) <= 1 ? { first } : null
}

/** Where the items of a list or the rows of a table begin in the source, to be paired with their elements if there are as many; else null. */
export function innerLines(block: readonly string[]): InnerLines | null {
  const count = contentLines(block)
  const lines = block.slice(0, count)
  const start = lines.findIndex((line) => line.trim() !== '')
  const first = lines[start] ?? ''
  if (listItem.test(first)) {
    return { selector: 'li', lines: lines.flatMap((line, index) => (listItem.test(line) ? [index] : [])) }
  }
  const isTable = tableRow.test(first) && /^[\s|:+=-]+$/.test(lines[start + 1] ?? 'x')
  if (!isTable) return null
  const rows = lines.flatMap((line, index) =>
    index >= start && index !== start + 1 && line.trim() !== '' ? [index] : [],
  )
  return { selector: 'tr', lines: rows }
}
