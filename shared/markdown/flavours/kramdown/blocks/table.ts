import { type Alignment, blockBase, type TablePart } from '../block'
import { splitCode } from '../spans/code-span'
import type { BlockRule } from './block-parser'
import { isAtBoundary, trimEnd, trimStart } from './simple'

const rowLine = /(?:\||.*?[^\\\n]\|).*\n/y
const startLine = / {0,3}(?=[^\s])(?:\||.*?[^\\\n]\|).*\n/y
// the look-ahead for the character that makes the line costs no second try
const separatorLine = /(?=[+|: \t]*-)[+|: \t-]*\n/y
const footerLine = /(?=[+|: \t]*=)[+|: \t=]*\n/y
const hasPipe = /^(?:\||.*?[^\\\n]\|)/

const trim = (text: string): string => trimStart(trimEnd(text))

/** The cells of a row. A pipe in code separates nothing. */
function splitRow(line: string, hasLeadingPipe: boolean): string[] {
  const cells: string[] = []
  const addToLast = (text: string): void => {
    if (cells.length === 0) cells.push(text)
    else cells[cells.length - 1] += text
  }
  for (const [index, part] of line.split(/(<code.*?>.*?<\/code>)/).entries()) {
    if (index % 2 === 1) addToLast(part)
    else {
      for (const piece of splitCode(part)) {
        if (piece.isCode) addToLast(piece.source)
        else {
          const [first = '', ...others] = piece.source
            .split(/(?<!\\)\|/)
            .map((cell) => cell.replaceAll('\\|', '|'))
          addToLast(first)
          cells.push(...others)
        }
      }
    }
  }
  if (hasLeadingPipe && trim(cells[0] ?? '') === '') cells.shift()
  if (trim(cells.at(-1) ?? 'x') === '') cells.pop()
  return cells.map(trim)
}

function readAlignments(line: string): Alignment[] {
  return [...line.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g)].map(([, left, right]) => {
    if (left === '') return right === '' ? null : 'right'
    return right === '' ? 'left' : 'center'
  })
}

/** Whether every line has a pipe outside of code. */
function hasPipesEverywhere(text: string): boolean {
  let isOnLine = false
  for (const { isCode, content } of splitCode(text)) {
    const lines = content.replace(/\n+$/, '').split('\n')
    if (isCode) {
      if (lines.length > 2 || (lines.length === 2 && !isOnLine)) break
      if (lines.length === 2) isOnLine = false
    } else {
      if (lines.length > 1 && !isOnLine && !hasPipe.test(lines[0] ?? '')) break
      isOnLine = (lines.length === 1 && isOnLine) || hasPipe.test(lines.at(-1) ?? '')
    }
  }
  return isOnLine
}

/** Collects a table's rows and puts them into its parts. */
class TableBuilder {
  readonly parts: TablePart[] = []
  alignments: Alignment[] = []
  hasFooter = false
  private rows: string[][] = []
  private columns = 0

  get columnCount(): number {
    return this.columns
  }

  get hasRows(): boolean {
    return this.rows.length > 0
  }

  addRow(cells: string[]): void {
    this.rows.push(cells)
    this.columns = Math.max(this.columns, cells.length)
  }

  /** Ends a part; behind the line that begins the foot, bodies do not end. */
  close(tag: TablePart['tag'], isForced = false): void {
    if (this.hasFooter && tag === 'tbody' && !isForced) return
    this.parts.push({ tag, rows: this.rows })
    this.rows = []
  }

  separate(line: string): void {
    if (!this.hasRows) return
    if (this.alignments.length > 0 || this.hasFooter) this.close('tbody')
    else {
      this.close('thead')
      this.alignments = readAlignments(line)
    }
  }
}

/** Lines with pipes, after a blank line and with another behind them. */
export const tableRule: BlockRule = (parser) => {
  const { source } = parser
  if (!parser.isAfterBoundary || !source.test(startLine)) return false
  const start = source.position
  const hasLeadingPipe = /^\s*\|/.test(source.match(rowLine)?.[0] ?? '')
  const table = new TableBuilder()
  source.take(separatorLine)
  while (source.test(rowLine)) {
    const separator = source.take(separatorLine)
    if (separator) table.separate(separator[0])
    else if (source.take(footerLine)) {
      if (table.hasRows) table.close('tbody', true)
      table.hasFooter = true
    } else table.addRow(splitRow(trimEnd(source.takeLine()), hasLeadingPipe))
  }
  const end = source.position
  const isTable = isAtBoundary(source) && hasPipesEverywhere(source.text.slice(start, end - 1))
  if (isTable && table.hasRows) table.close(table.hasFooter ? 'tfoot' : 'tbody')
  if (!isTable || !table.parts.some(({ tag }) => tag === 'tbody')) {
    source.look(source.reach)
    source.position = start
    return false
  }
  const { parts, alignments, columnCount } = table
  parser.add({ ...blockBase(), type: 'table', parts, alignments, columnCount })
  return true
}
