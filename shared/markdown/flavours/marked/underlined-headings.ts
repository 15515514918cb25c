import type { MarkdownIt, StateBlock } from 'markdown-it'

const underline = /^(?:=+|-+) *$/

/** A line that may not stand above a heading's underline: what looks like the beginning of another block, and what is indented like code. */
const foreign =
  /^(?:(?:[*+-]|\d{1,9}[.)]) | {4}| {0,3}\t| {0,3}(?:`{3,}|~{3,}|>|#{1,6})| {0,3}<[^>]+>$| {0,3}\|?(?:[:\- ]*\|)+[:\- ]*$)/

function lineOf(state: StateBlock, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false)
}

function isUnderline(state: StateBlock, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent
  return indent >= 0 && indent < 4 && underline.test(lineOf(state, line).trimStart())
}

/** The line that underlines the text from `start` on; null when that text is no heading. */
function findUnderline(state: StateBlock, start: number, endLine: number): number | null {
  const terminators = state.md.block.ruler.getRules('paragraph')
  for (let line = start; line < endLine && !state.isEmpty(line); line++) {
    if (line > start && isUnderline(state, line)) return line
    if (foreign.test(lineOf(state, line))) return null
    if (line > start && terminators.some((rule) => rule(state, line, endLine, true))) return null
  }
  return null
}

function readHeading(state: StateBlock, start: number, endLine: number): boolean {
  const parentType = state.parentType
  state.parentType = 'paragraph'
  const end = findUnderline(state, start, endLine)
  state.parentType = parentType
  if (end === null) return false
  const marker = lineOf(state, end).trim().startsWith('=') ? '=' : '-'
  const tag = marker === '=' ? 'h1' : 'h2'
  const open = state.push('heading_open', tag, 1)
  open.markup = marker
  open.map = [start, end + 1]
  const inline = state.push('inline', '', 0)
  inline.content = state.getLines(start, end, state.blkIndent, false).trim()
  inline.map = [start, end]
  inline.children = []
  state.push('heading_close', tag, -1).markup = marker
  state.line = end + 1
  return true
}

/** Underlined headings as marked sees them: none whose text has a line that looks like another block. */
export function useUnderlinedHeadings(markdownIt: MarkdownIt): void {
  markdownIt.block.ruler.at('lheading', readHeading)
}
