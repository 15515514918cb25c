/**
 * The line rules of Python-Markdown's meta-data, which Pelican reads headers with:
 * https://github.com/Python-Markdown/markdown/blob/3.4/markdown/extensions/meta.py. Tabs count as spaces up to the next column of four.
 */

const headerLine = /^( {0,3})([A-Za-z0-9_-]+):/

/** `Key:` with at most three spaces before it. */
export function isHeaderLine(line: string): boolean {
  return headerLine.test(line)
}

/** The parts of a header's line; null for another line. `keyFrom` and `valueFrom` count from the line's start. */
export function headerParts(
  line: string,
): { readonly key: string; readonly keyFrom: number; readonly valueFrom: number } | null {
  const [whole, indent, key] = headerLine.exec(line) ?? []
  if (whole === undefined || indent === undefined || key === undefined) return null
  return { key, keyFrom: indent.length, valueFrom: whole.length }
}

/** A line that goes on with the value above: indented by four columns. */
export function isContinuationLine(line: string): boolean {
  return /^(?: {4}| {0,3}\t)/.test(line) && !isBlankHeaderLine(line)
}

/** A line that ends the headers because it is blank. */
export function isBlankHeaderLine(line: string): boolean {
  const { from, to } = textRange(line, 0)
  return from === to
}

/** A line of `---` or `...`, which ends the headers too. */
export function isClosingLine(line: string): boolean {
  return /^(?:-{3}|\.{3})(?:\s|$)/.test(line)
}

/** Where in `line`, from `from` on, the text without the blanks around it lies; empty when there is none. */
export function textRange(line: string, from: number): { readonly from: number; readonly to: number } {
  let start = from
  let end = line.length
  while (start < end && isBlank(line[start])) start++
  while (end > start && isBlank(line[end - 1])) end--
  return { from: start, to: end }
}

/** Whether Python's `str.strip` would take this character away: it leaves a byte order mark, and takes some controls. */
function isBlank(character = ''): boolean {
  return (character.trim() === '' && character !== '\ufeff') || '\x1c\x1d\x1e\x1f\x85'.includes(character)
}
