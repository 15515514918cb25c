import type { MarkdownIt, StateInline } from 'markdown-it'

const url = /(?:(?:ftp|https?):\/\/|www\.)[a-zA-Z0-9-][^\s<]*/iy
const mail = /[A-Za-z0-9._+-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]*[a-zA-Z0-9])+(?![-_])/y
const mailCharacter = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]/
const piece = /[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$|[?!.,:;*_'"~)])/y

function matchAt(pattern: RegExp, text: string, place: number): string | null {
  pattern.lastIndex = place
  return pattern.exec(text)?.[0] ?? null
}

/** Without the punctuation, the character reference or the open bracket at its end. */
function withoutTrail(address: string): string {
  let kept = address
  for (;;) {
    let end = 0
    for (let part = matchAt(piece, kept, 0); part !== null; part = matchAt(piece, kept, end))
      end += part.length
    if (end === kept.length) return kept
    kept = kept.slice(0, end)
  }
}

/** The first place from `from` on, and before `end`, at which marked looks for an address; `end` when there is none. */
export function nextAddress(text: string, from: number, end: number): number {
  const run = text.slice(from, end)
  const found = run.search(/https?:\/\/|ftp:\/\/|www\./)
  const candidates = found < 0 ? [end] : [from + found]
  const rest = matchAt(/[\w.!#$%&'*+/=?^`{|}~-]*@?/y, text, end) ?? ''
  for (let at = `${run}${rest}`.indexOf('@'); at >= 0; at = run.indexOf('@', at + 1)) {
    let start = from + at
    while (start > from && mailCharacter.test(text[start - 1] ?? '')) start--
    if (start < end && start < from + at) candidates.push(start)
  }
  return Math.min(...candidates)
}

function readAddress(state: StateInline, silent: boolean): boolean {
  // a label is found without regard to the addresses in it
  if (silent || state.linkLevel > 0) return false
  const source = state.src.slice(0, state.posMax)
  const found = matchAt(url, source, state.pos)
  const text = found === null ? matchAt(mail, source, state.pos) : withoutTrail(found)
  if (text === null || text === '') return false
  const scheme = found === null ? 'mailto:' : /^www\./.test(text) ? 'http://' : ''
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', state.md.normalizeLink(scheme + text)]]
  open.info = 'auto'
  state.push('text', '', 0).content = text
  state.push('link_close', 'a', -1)
  state.pos += text.length
  return true
}

/** Bare addresses as links, as marked finds them: also in the middle of a word. */
export function useAddresses(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.before('text', 'marked_address', readAddress)
}
