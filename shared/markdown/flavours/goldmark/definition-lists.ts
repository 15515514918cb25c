import type { MarkdownIt, StateBlock } from 'markdown-it'

/** A description's first line: the `:`, and the column at which its text begins. */
type Marker = { readonly contentColumn: number; readonly textStart: number }

function markerAt(state: StateBlock, line: number, endLine: number, column: number): Marker | null {
  // a quote's lines end before the document's
  if (line >= Math.min(endLine, state.lineMax) || state.isEmpty(line) || state.sCount[line] !== column)
    return null
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (state.src[start] !== ':') return null
  const gap = /^[ \t]*/.exec(state.src.slice(start + 1, state.eMarks[line]))?.[0] ?? ''
  if (gap === '') return null
  let width = 0
  for (const character of gap) width += character === '\t' ? 4 - ((column + 1 + width) % 4) : 1
  // a wide gap means that the description begins with indented code
  const indent = width >= 8 ? 5 : width
  return { contentColumn: column + 1 + indent, textStart: start + 1 }
}

/** The line behind a paragraph that begins at `line`. */
function paragraphEnd(state: StateBlock, line: number, endLine: number): number {
  const rules = state.md.block.ruler.getRules('paragraph')
  let next = line + 1
  for (; next < endLine && !state.isEmpty(next); next += 1) {
    if ((state.sCount[next] ?? 0) - state.blkIndent > 3 || (state.sCount[next] ?? 0) < 0) continue
    if (rules.some((rule) => rule(state, next, endLine, true))) break
  }
  return next
}

/** Where terms that begin at `line` have their first description; null when a paragraph is all that stands there. */
function descriptionAfterTerms(
  state: StateBlock,
  line: number,
  endLine: number,
): { readonly termsEnd: number; readonly line: number } | null {
  if (line >= endLine || state.isEmpty(line) || state.sCount[line] !== state.blkIndent) return null
  if (markerAt(state, line, endLine, state.blkIndent) !== null) return null
  const rules = state.md.block.ruler.getRules('paragraph')
  if (rules.some((rule) => rule(state, line, endLine, true))) return null
  const termsEnd = paragraphEnd(state, line, endLine)
  const next = state.skipEmptyLines(termsEnd)
  return markerAt(state, next, endLine, state.blkIndent) === null ? null : { termsEnd, line: next }
}

function pushTerms(state: StateBlock, from: number, to: number): void {
  for (let line = from; line < to; line += 1) {
    state.push('dt_open', 'dt', 1).map = [line, line + 1]
    const inline = state.push('inline', '', 0)
    inline.content = state.getLines(line, line + 1, state.blkIndent, false).trim()
    inline.map = [line, line + 1]
    inline.children = []
    state.push('dt_close', 'dt', -1)
  }
}

/** Reads what stands behind a `:` and below it, indented, as a list item's content is read; gives the line behind it. */
function pushDescription(state: StateBlock, line: number, endLine: number, marker: Marker): number {
  const isTight = line === 0 || !state.isEmpty(line - 1)
  state.push('dd_open', 'dd', 1).map = [line, line]
  const first = state.tokens.length
  const old = {
    start: state.bMarks[line] ?? 0,
    shift: state.tShift[line] ?? 0,
    indent: state.sCount[line] ?? 0,
    blockIndent: state.blkIndent,
    parent: state.parentType,
  }
  const gap = /^[ \t]*/.exec(state.src.slice(marker.textStart, state.eMarks[line]))?.[0] ?? ''
  let column = old.indent + 1
  for (const character of gap) column += character === '\t' ? 4 - (column % 4) : 1
  state.tShift[line] = marker.textStart + gap.length - old.start
  state.sCount[line] = column
  state.blkIndent = marker.contentColumn
  state.md.block.tokenize(state, line, endLine)
  Object.assign(state, { blkIndent: old.blockIndent, parentType: old.parent })
  state.tShift[line] = old.shift
  state.sCount[line] = old.indent
  if (isTight) hideParagraphs(state, first)
  state.push('dd_close', 'dd', -1)
  return state.line
}

function hideParagraphs(state: StateBlock, from: number): void {
  for (const token of state.tokens.slice(from)) {
    if (token.level === state.level && token.tag === 'p') token.hidden = true
  }
}

function definitionList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) {
    const column = state.sCount[startLine] ?? 0
    return column <= state.blkIndent && markerAt(state, startLine, endLine, column) !== null
  }
  let terms = descriptionAfterTerms(state, startLine, endLine)
  if (terms === null) return false
  const list = state.push('dl_open', 'dl', 1)
  let line = startLine
  for (; terms !== null; terms = descriptionAfterTerms(state, state.skipEmptyLines(line), endLine)) {
    pushTerms(state, state.skipEmptyLines(line), terms.termsEnd)
    line = terms.line
    for (;;) {
      const marker = markerAt(state, line, endLine, state.blkIndent)
      if (marker === null) break
      const end = pushDescription(state, line, endLine, marker)
      const next = state.skipEmptyLines(end)
      line = markerAt(state, next, endLine, state.blkIndent) === null ? end : next
    }
  }
  state.line = line
  list.map = [startLine, line]
  state.push('dl_close', 'dl', -1)
  return true
}

/** Definition lists: one or more lines of terms, and descriptions that begin with `:`. */
export function useDefinitionLists(markdownIt: MarkdownIt): void {
  markdownIt.block.ruler.before('paragraph', 'definition_list', definitionList, { alt: ['paragraph'] })
}
