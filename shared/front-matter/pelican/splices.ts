import type { Splice } from '../language'
import { type Header, valueRangeOf } from './headers'

/** The line break that a block uses. */
export function lineBreakIn(block: string): string {
  return /\r?\n/.exec(block)?.[0] ?? '\n'
}

/** Writes `text`, whose further lines go on below it, indented as the header's own further lines are, else by four spaces. */
export function linesOver(block: string, header: Header, text: string): Splice {
  const { from, to } = valueRangeOf(header)
  const [first, second] = header.lines
  const indent = second === undefined ? '    ' : indentOf(block, second.from)
  const insert = text.split(/\r?\n/).join(lineBreakIn(block) + indent)
  if (from < to || first === undefined) return { from, to, insert }
  // an empty value: what blanks there are behind the colon become the one space
  return {
    from: header.valueFrom,
    to: Math.max(header.valueFrom, endOfLine(block, first.to)),
    insert: ` ${insert}`,
  }
}

/** Takes a header's value away: nothing is left behind the colon. */
export function cleared(header: Header): Splice {
  return { from: header.valueFrom, to: valueRangeOf(header).to, insert: '' }
}

/**
 * A new header at the offset `at`, the start of a line or the block's end. Its text stands as far from the colon as that of all `headers`
 * does, or in the same column.
 */
export function withHeader(
  block: string,
  headers: readonly Header[],
  at: number,
  key: string,
  text: string,
): Splice {
  const lineBreak = lineBreakIn(block)
  const gap = gapBehind(block, headers, key)
  const line = `${key}:${text === '' ? '' : `${gap}${text.split(/\r?\n/).join(`${lineBreak}    `)}`}`
  // the block's last line may lack its line break where the text ends with it
  const isOpen = at > 0 && block[at - 1] !== '\n'
  return { from: at, to: at, insert: isOpen ? lineBreak + line : line + lineBreak }
}

/** The blanks behind the colon of a new header: one space, unless at least two headers agree on something else. */
function gapBehind(block: string, headers: readonly Header[], key: string): string {
  const starts = headers.flatMap(({ valueFrom, lines: [first], keyRange }) =>
    first === undefined || first.from === first.to
      ? []
      : [{ gap: block.slice(valueFrom, first.from), column: first.from - keyRange.from }],
  )
  const [one] = starts
  if (one === undefined || starts.length < 2) return ' '
  if (starts.every(({ gap }) => gap === one.gap)) return one.gap
  const isAligned = starts.every(({ gap, column }) => column === one.column && /^ +$/.test(gap))
  return isAligned ? ' '.repeat(Math.max(1, one.column - key.length - 1)) : ' '
}

/** The blanks on the line before `offset`. */
export function indentOf(block: string, offset: number): string {
  return block.slice(offset === 0 ? 0 : block.lastIndexOf('\n', offset - 1) + 1, offset)
}

function endOfLine(block: string, offset: number): number {
  const rest = /\r?\n/g
  rest.lastIndex = offset
  return rest.exec(block)?.index ?? block.length
}
