import type { MarkdownIt, StateInline } from 'markdown-it'
import { type BareAddress, bareAddressAt, nextCandidate } from './bare-address'

/** Characters at which no other rule can begin. */
const plain = /[^\n!$&*<{[\\\]_`~]+/y

/** Text up to where a rule may begin or an address may stand. */
function readText(state: StateInline, silent: boolean): boolean {
  plain.lastIndex = state.pos
  const run = plain.exec(state.src)?.[0].slice(0, state.posMax - state.pos) ?? ''
  if (run === '') return false
  const end = nextCandidate(state.src, state.pos + 1, state.pos + run.length)
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

function pushLink(state: StateInline, { text, href }: BareAddress): void {
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', state.md.normalizeLink(href)]]
  open.info = 'auto'
  state.push('text', '', 0).content = text
  state.push('link_close', 'a', -1)
}

function readBareAddress(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0) return false
  const address = bareAddressAt(state.src.slice(0, state.posMax), state.pos)
  if (address === null) return false
  if (!silent) pushLink(state, address)
  state.pos += address.text.length
  return true
}

/** Bare addresses as links: `https://…`, `www.…` and mail addresses. */
export function useAutolinks(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.at('text', readText)
  markdownIt.inline.ruler.before('text', 'bare_address', readBareAddress)
}
