import type { Range } from '../front-matter'
import type { Statement } from './document'

/** The start of the line that `offset` is on. */
export function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
}

/** The start of the line below the one that `offset` is on. */
export function nextLine(source: string, offset: number): number {
  const lineFeed = source.indexOf('\n', offset)
  return lineFeed < 0 ? source.length : lineFeed + 1
}

/** The whole lines of a statement with the comments behind it: of a heading all down to its last `key = value`. */
export function linesOf(source: string, statement: Statement): Range {
  return { from: lineStart(source, statement.range[0]), to: nextLine(source, statement.range[1]) }
}

/** Statements' lines, those in one range that only blank lines part. */
export function linesOfAll(source: string, statements: readonly Statement[]): readonly Range[] {
  const ranges: Range[] = []
  for (const { from, to } of statements.map((statement) => linesOf(source, statement))) {
    const last = ranges.at(-1)
    if (last !== undefined && source.slice(last.to, from).trim() === '') {
      ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    } else ranges.push({ from, to })
  }
  return ranges
}

/** `range` with those blank lines that would be one too many when it goes: below it if there are others above it, or above it at the end. */
export function withBlankLines(source: string, { from, to }: Range): Range {
  const above = startOfBlankLines(source, from)
  if (above === from && from > 0) return { from, to }
  let below = to
  while (below < source.length && isBlank(source, below)) below = nextLine(source, below)
  return below < source.length ? { from, to: below } : { from: above, to }
}

/** The start of the line at `offset`, or of the comments right above it, which are about it. */
export function startOfComments(source: string, offset: number): number {
  let start = lineStart(source, offset)
  while (start > 0) {
    const above = lineStart(source, start - 1)
    if (!/^[ \t]*#/.test(source.slice(above, start))) return start
    start = above
  }
  return start
}

/** How many blank lines stand above the line at `from`. */
export function blankLinesAbove(source: string, from: number): number {
  return source.slice(startOfBlankLines(source, from), from).split('\n').length - 1
}

function startOfBlankLines(source: string, from: number): number {
  let start = from
  while (start > 0 && isBlank(source, lineStart(source, start - 1))) start = lineStart(source, start - 1)
  return start
}

function isBlank(source: string, at: number): boolean {
  return source.slice(at, nextLine(source, at)).trim() === ''
}
