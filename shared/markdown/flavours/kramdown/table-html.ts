import type { Alignment, Block } from './block'

type Table = Extract<Block, { type: 'table' }>

function cellHtml(tag: 'th' | 'td', content: string, alignment: Alignment): string {
  const style = alignment === null ? '' : ` style="text-align: ${alignment}"`
  return `<${tag}${style}>${content === '' ? '\u00a0' : content}</${tag}>\n`
}

/** The parts of a table; every row has as many cells as the longest. */
export function tableHtml(table: Table, text: (cell: string) => string): string {
  const columns = Array.from({ length: table.columnCount }, (_, index) => index)
  const parts = table.parts.map(({ tag, rows }) => {
    const content = rows.map((row) => {
      const cells = columns.map((column) =>
        cellHtml(tag === 'thead' ? 'th' : 'td', text(row[column] ?? ''), table.alignments[column] ?? null),
      )
      return `<tr>\n${cells.join('')}</tr>\n`
    })
    return `<${tag}>\n${content.join('')}</${tag}>\n`
  })
  return `\n${parts.join('')}`
}
