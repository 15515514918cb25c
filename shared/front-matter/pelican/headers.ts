import type { Range } from '../front-matter'
import { linesFrom } from '../text-lines'
import { headerParts, textRange } from './header-lines'

/** One header with its further lines. All ranges are into the block. */
export type Header = {
  readonly key: string
  /** How Pelican knows it: in lower case. */
  readonly name: string
  readonly keyRange: Range
  /** Just behind the colon. */
  readonly valueFrom: number
  /** The text on each of its lines, without the blanks around it; the first one may be empty. */
  readonly lines: readonly Range[]
  /** Its lines as a whole, with their line breaks. */
  readonly span: Range
}

/** The headers of a block in the order of the text. Lines that belong to no header, which a block has none of, are left out. */
export function readHeaders(block: string): readonly Header[] {
  const headers: Header[] = []
  for (const { from, text, next } of linesFrom(block, 0)) {
    const parts = headerParts(text)
    const last = headers.at(-1)
    const found = textRange(text, parts?.valueFrom ?? 0)
    const range = { from: from + found.from, to: from + found.to }
    if (parts !== null) {
      const { key, keyFrom, valueFrom } = parts
      headers.push({
        key,
        name: key.toLowerCase(),
        keyRange: { from: from + keyFrom, to: from + keyFrom + key.length },
        valueFrom: from + valueFrom,
        lines: [range],
        span: { from, to: next },
      })
    } else if (last !== undefined && range.from < range.to) {
      const span = { from: last.span.from, to: next }
      headers[headers.length - 1] = { ...last, lines: [...last.lines, range], span }
    }
  }
  return headers
}

/** A header's lines that have text: all but a first one that leaves it to those below. */
export function filledLines(header: Header): readonly Range[] {
  return header.lines.filter(({ from, to }) => from < to)
}

/** A header's value: its lines, parted by `\n`. */
export function headerText(block: string, header: Header): string {
  return filledLines(header)
    .map(({ from, to }) => block.slice(from, to))
    .join('\n')
}

/** From the first to the last character of a header's value; empty, behind the colon, for none. */
export function valueRangeOf(header: Header): Range {
  const filled = filledLines(header)
  return { from: filled[0]?.from ?? header.valueFrom, to: filled.at(-1)?.to ?? header.valueFrom }
}

/** Whether Pelican takes this header for a list. */
export function isListHeader(name: string): boolean {
  return name === 'tags' || name === 'authors'
}

/**
 * The items of a list as Pelican parts them (`ensure_metadata_list` of https://github.com/getpelican/pelican/blob/4.8.0/pelican/readers.py):
 * one on each line when there are several lines, else by `;` if there is one, else by `,`.
 */
export function itemRanges(block: string, header: Header): readonly Range[] {
  if (header.lines.length > 1) return filledLines(header)
  const { from, to } = valueRangeOf(header)
  const items: Range[] = []
  let start = from
  for (const item of block.slice(from, to).split(separatorIn(block.slice(from, to)))) {
    const range = textRange(item, 0)
    if (range.from < range.to) items.push({ from: start + range.from, to: start + range.to })
    start += item.length + 1
  }
  return items
}

/** The items of a list that is written as `text`. */
export function itemsIn(text: string): readonly string[] {
  const block = `tags: ${text.replaceAll('\n', '\n    ')}`
  const [header] = readHeaders(block)
  return header === undefined ? [] : itemRanges(block, header).map(({ from, to }) => block.slice(from, to))
}

/** What parts the items of a list on one line. */
export function separatorIn(value: string): ';' | ',' {
  return value.includes(';') ? ';' : ','
}

/** The second header of each name that a block has more than once. */
export function repeatedHeaders(headers: readonly Header[]): ReadonlyMap<string, Header> {
  const seen = new Set<string>()
  const seconds = new Map<string, Header>()
  for (const header of headers) {
    if (seen.has(header.name) && !seconds.has(header.name)) seconds.set(header.name, header)
    seen.add(header.name)
  }
  return seconds
}
