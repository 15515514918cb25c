import type { MarkdownIt, StateBlock } from 'markdown-it'

const item = /^(?:[-*+]|(?<number>\d{1,9})[.)])(?:[ \t]+(?<content>.)?|$)/

/** Whether the line begins a list that could not interrupt a paragraph: an empty item, or a number other than 1. */
function isWeakItem(state: StateBlock, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent
  if (indent < 0 || indent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const found = item.exec(state.src.slice(start, state.eMarks[line]))
  if (found === null) return false
  const { number, content } = found.groups ?? {}
  return content === undefined || (number !== undefined && Number(number) !== 1)
}

function codeEnd(state: StateBlock, start: number, endLine: number): number {
  let end = start
  for (let line = start; line < endLine; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] ?? 0) - state.blkIndent < 4) break
    end = line + 1
  }
  return end
}

function indentedCode(state: StateBlock, line: number, endLine: number): boolean {
  const end = codeEnd(state, line, endLine)
  if (end === line) return false
  const token = state.push('code_block', 'code', 0)
  token.content = `${state.getLines(line, end, 4 + state.blkIndent, false)}\n`
  token.map = [line, end]
  state.line = end
  const next = state.skipEmptyLines(end)
  const paragraph = state.md.block.ruler.getRules('').at(-1)
  if (next < endLine && isWeakItem(state, next)) paragraph?.(state, next, endLine, false)
  return true
}

/** Indented code, behind which micromark begins no list that could not interrupt a paragraph. */
export function useIndentedCode(markdownIt: MarkdownIt): void {
  markdownIt.block.ruler.at('code', indentedCode)
}
