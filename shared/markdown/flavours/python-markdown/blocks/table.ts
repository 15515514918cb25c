import type { Element } from '../element'
import type { BlockProcessor } from './block-parser'

/** Which borders a table's rows have, as its first row shows. */
type Borders = { readonly left: boolean; readonly right: boolean }

const endBorder = /(?<!\\)(?:\\\\)*\|$/
const marks = /\\\\|\\`+|`+|\\\||\|/g

const trimSpaces = (text: string): string => text.replace(/^ +| +$/g, '')

/** Stretches of code in a row, by the indices of their first and last character, in order. */
function codeRegions(row: string): readonly (readonly [number, number])[] {
  const runs: { length: number; start: number; end: number; isEscaped: boolean }[] = []
  for (const { 0: mark, index } of row.matchAll(marks)) {
    const isEscaped = mark.startsWith('\\`')
    if (!isEscaped && !mark.startsWith('`')) continue
    const length = mark.length - (isEscaped ? 1 : 0)
    runs.push({ length, start: index, end: index + mark.length - 1, isEscaped })
  }
  const regions: [number, number][] = []
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]
    const wanted = run ? run.length - (run.isEscaped ? 1 : 0) : 0
    const closing =
      wanted === 0 ? -1 : runs.findIndex((other, place) => place > at && other.length === wanted)
    if (!run || closing < 0) continue
    regions.push([run.start, runs[closing]?.end ?? run.end])
    at = closing
  }
  return regions
}

/** A row's cells, split at the pipes that are neither escaped nor inside code, after extensions/tables.py of Python-Markdown 3.4. */
function cellsOf(row: string, borders: Borders): readonly string[] {
  const hasBorder = borders.left || borders.right
  const inner = hasBorder ? row.replace(/^\|/, '').replace(endBorder, '') : row
  const regions = codeRegions(inner)
  const cells: string[] = []
  let from = 0
  for (const { 0: mark, index } of inner.matchAll(marks)) {
    if (mark !== '|' || regions.some(([start, end]) => start <= index && index <= end)) continue
    cells.push(inner.slice(from, index))
    from = index + 1
  }
  return [...cells, inner.slice(from)]
}

/** The borders of the table that `rows` are, and its line of dashes; null when they are none. */
function tableHead(rows: readonly string[]): { borders: Borders; separator: readonly string[] } | null {
  const [header, second] = rows
  if (header === undefined || second === undefined) return null
  const borders = { left: header.startsWith('|'), right: endBorder.test(header) }
  const width = cellsOf(header, borders).length
  const isOneColumn = width === 1 && (borders.left || borders.right)
  const isBordered = (row: string): boolean => row.startsWith('|') || endBorder.test(row)
  if (width < 2 && !(isOneColumn && rows.slice(1).every(isBordered))) return null
  const separator = cellsOf(second, borders)
  return separator.length === width && /^[|:\- ]*$/.test(separator.join('')) ? { borders, separator } : null
}

function alignmentOf(cell: string): string | null {
  const dashes = trimSpaces(cell)
  if (dashes.startsWith(':') && dashes.endsWith(':')) return 'center'
  if (dashes.startsWith(':')) return 'left'
  return dashes.endsWith(':') ? 'right' : null
}

function addRow(parent: Element, cells: readonly string[], alignments: readonly (string | null)[]): void {
  const row = parent.append('tr')
  for (const [column, alignment] of alignments.entries()) {
    const cell = row.append(parent.tag === 'thead' ? 'th' : 'td')
    cell.text = trimSpaces(cells[column] ?? '')
    if (alignment !== null) cell.set('style', `text-align: ${alignment};`)
  }
}

const rowsOf = (block: string): readonly string[] => block.split('\n').map(trimSpaces)

/** A table: a whole block whose second line is dashes, with as many cells as the first. */
export const tableProcessor: BlockProcessor = {
  test: (_parent, block) => block.includes('|') && tableHead(rowsOf(block)) !== null,
  run(parent, blocks) {
    const rows = rowsOf(blocks.shift() ?? '')
    const head = tableHead(rows)
    if (head === null) return false
    const alignments = head.separator.map(alignmentOf)
    const table = parent.append('table')
    addRow(table.append('thead'), cellsOf(rows[0] ?? '', head.borders), alignments)
    const body = table.append('tbody')
    const others = rows.length < 3 ? [''] : rows.slice(2)
    for (const row of others) addRow(body, cellsOf(row, head.borders), alignments)
    return true
  },
}
