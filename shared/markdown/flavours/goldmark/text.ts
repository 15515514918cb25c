import type { MarkdownIt, StateInline } from 'markdown-it'

/** Runs of characters at which no rule of the flavour can begin. */
const plain = /(?:[^\n!"#$%&'()*+\-.:<=>@[\]\\^_`{|}~ ]|\.(?!\.\.)|-(?!-)|[ (](?![a-zA-Z0-9]))+/y

function readText(state: StateInline, silent: boolean): boolean {
  plain.lastIndex = state.pos
  const text = plain.exec(state.src)?.[0].slice(0, state.posMax - state.pos)
  if (text === undefined || text === '') return false
  if (!silent) state.pending += text
  state.pos += text.length
  return true
}

/** Text that also ends before a quotation mark, a dash, dots and a possible bare address. */
export function useTextRuns(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.at('text', readText)
}
