import type { Located, Range } from '../front-matter'
import { type Line, linesFrom } from '../text-lines'
import { isBlankHeaderLine, isClosingLine, isContinuationLine, isHeaderLine } from './header-lines'

/**
 * Headers from the line `first` up to a blank line, a `---` or a `...`, which belongs to neither headers nor body, or up to the first line
 * that is no header; null when `first` is none.
 */
export function locatePelican(text: string, first: Line): Located | null {
  if (!isHeaderLine(first.text)) return null
  return headersFrom(text, { from: first.from, to: first.from })
}

/**
 * Headers below a line of `---`, which Python-Markdown skips; null when it would not read all of them up to the closing line: then another
 * reader, for YAML, is at work on this site.
 */
export function locatePelicanBetweenDashes(text: string, first: Line): Located | null {
  if (!/^---(?:\s.*)?$/.test(first.text)) return null
  const located = headersFrom(text, { from: first.from, to: first.next })
  const isClosed = located.close.from < located.close.to && located.block.from < located.block.to
  return isClosed ? located : null
}

function headersFrom(text: string, open: Range): Extract<Located, { kind: 'found' }> {
  let isAfterKey = false
  for (const line of linesFrom(text, open.to)) {
    if (isBlankHeaderLine(line.text) || isClosingLine(line.text)) return found(open, line.from, line.next)
    if (isHeaderLine(line.text)) isAfterKey = true
    else if (!isAfterKey || !isContinuationLine(line.text)) return found(open, line.from, line.from)
  }
  return found(open, text.length, text.length)
}

function found(open: Range, closeFrom: number, end: number): Extract<Located, { kind: 'found' }> {
  return {
    kind: 'found',
    dialect: 'pelican',
    language: 'pelican',
    open,
    block: { from: open.to, to: closeFrom },
    close: { from: closeFrom, to: end },
    bodyFrom: end,
  }
}
