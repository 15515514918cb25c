import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** What opens and closes text that is left as it is. */
export type Delimiters = readonly (readonly [open: string, close: string])[]

function findInline(state: StateInline, delimiters: Delimiters): number | null {
  for (const [open, close] of delimiters) {
    if (open === '' || close === '' || !state.src.startsWith(open, state.pos)) continue
    const end = state.src.indexOf(close, state.pos + open.length)
    if (end > state.pos + open.length && end + close.length <= state.posMax) return end + close.length
  }
  return null
}

/** The line on which a block that begins at `start` is closed; null when it is none. */
function findBlock(state: StateBlock, start: number, endLine: number, delimiters: Delimiters): number | null {
  const textOf = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
  const first = textOf(start)
  const pair = delimiters.find(([open]) => open !== '' && first.startsWith(open))
  if (pair === undefined) return null
  const [open, close] = pair
  if (first.length > open.length && first.slice(open.length).includes(close))
    return first.endsWith(close) ? start : null
  for (let line = start + 1; line < endLine && !state.isEmpty(line); line++) {
    if (textOf(line).includes(close)) return textOf(line).endsWith(close) ? line : null
  }
  return null
}

/** Text between a site's delimiters, as formulas are, is neither read as Markdown nor smartened: goldmark's passthrough extension. */
export function usePassthrough(markdownIt: MarkdownIt, inline: Delimiters, block: Delimiters): void {
  const { escapeHtml } = markdownIt.utils
  markdownIt.inline.ruler.before('escape', 'passthrough', (state, silent) => {
    const end = findInline(state, [...block, ...inline])
    if (end === null) return false
    if (!silent) state.push('passthrough', '', 0).content = state.src.slice(state.pos, end)
    state.pos = end
    return true
  })
  markdownIt.block.ruler.before(
    'fence',
    'passthrough_block',
    (state, start, endLine, silent) => {
      const last = findBlock(state, start, endLine, block)
      if (last === null) return false
      if (silent) return true
      const token = state.push('passthrough', '', 0)
      token.content = state.getLines(start, last + 1, state.blkIndent, false).trim()
      token.block = true
      token.map = [start, last + 1]
      state.line = last + 1
      return true
    },
    { alt: ['paragraph'] },
  )
  markdownIt.renderer.rules.passthrough = (tokens, index) => escapeHtml(tokens[index]?.content ?? '')
}
