/** One line: where it begins, its text without the line break, and where the next one begins. */
export type Line = { readonly from: number; readonly text: string; readonly next: number }

/** The lines of `text` from the offset `from` on; a line ends at `\n`, with or without a `\r` before it. */
export function* linesFrom(text: string, from: number): Generator<Line> {
  let position = from
  while (position < text.length) {
    const lineFeed = text.indexOf('\n', position)
    const next = lineFeed < 0 ? text.length : lineFeed + 1
    let end = lineFeed < 0 ? text.length : lineFeed
    if (lineFeed > position && text[lineFeed - 1] === '\r') end--
    yield { from: position, text: text.slice(position, end), next }
    position = next
  }
}

/** Whether a line holds nothing but spaces and tabs. */
export function isBlankLine(line: string): boolean {
  return /^[ \t]*$/.test(line)
}

/** The first line from `from` on that is not blank; null when there is none. */
export function firstFilledLine(text: string, from: number): Line | null {
  for (const line of linesFrom(text, from)) if (!isBlankLine(line.text)) return line
  return null
}

/** The 1-based line of `offset`. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
