import type { MarkdownIt, StateInline, Token } from 'markdown-it'

const tilde = '~'.charCodeAt(0)

function scan(state: StateInline, silent: boolean, shortest: 1 | 2): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== tilde) return false
  const { length, can_open, can_close } = state.scanDelims(state.pos, true)
  const token = state.push('text', '', 0)
  token.content = '~'.repeat(length)
  if (length >= shortest && length <= 2) {
    state.delimiters.push({
      // one and two tildes are two markers: they do not close each other
      marker: tilde + length * 256,
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    })
  }
  state.pos += length
  return true
}

function turnInto(token: Token | undefined, nesting: 1 | -1): void {
  if (token === undefined) return
  token.type = nesting === 1 ? 's_open' : 's_close'
  token.tag = 'del'
  token.nesting = nesting
  token.markup = token.content
  token.content = ''
}

function pair(state: StateInline): void {
  const lists = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])]
  for (const delimiters of lists) {
    for (const delimiter of delimiters) {
      if (delimiter.marker % 256 !== tilde || delimiter.marker < 256 || delimiter.end < 0) continue
      const closing = delimiters[delimiter.end]
      if (closing === undefined) continue
      turnInto(state.tokens[delimiter.token], 1)
      turnInto(state.tokens[closing.token], -1)
    }
  }
}

/** Strikethrough by runs of two tildes, and by single ones where `shortest` is 1; longer runs are text. */
export function useStrikethrough(markdownIt: MarkdownIt, shortest: 1 | 2): void {
  markdownIt.inline.ruler.at('strikethrough', (state, silent) => scan(state, silent, shortest))
  markdownIt.inline.ruler2.at('strikethrough', pair)
}
