import type { MarkdownIt, StateInline } from 'markdown-it'

// marked 15 rules.ts, inline.gfm.del
const deleted = /(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/y

function readDeleted(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '~' || state.src[state.pos - 1] === '~') return false
  deleted.lastIndex = state.pos
  const match = deleted.exec(state.src)
  const end = deleted.lastIndex
  if (match === null || end > state.posMax) return false
  if (!silent) {
    const marker = match[1] ?? ''
    const { posMax } = state
    state.push('s_open', 'del', 1).markup = marker
    state.pos += marker.length
    state.posMax = end - marker.length
    state.md.inline.tokenize(state)
    state.push('s_close', 'del', -1).markup = marker
    state.posMax = posMax
  }
  state.pos = end
  return true
}

/** Strikethrough as marked finds it: from a tilde or two that no space follows to the next ones with no space before. */
export function useMarkedStrikethrough(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.at('strikethrough', readDeleted)
  markdownIt.inline.ruler2.disable('strikethrough')
}
