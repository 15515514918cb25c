import type { MarkdownIt, StateInline } from 'markdown-it'

const rest = String.raw`(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]\`]*)?`
const address = new RegExp(String.raw`^(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?${rest}`)
const www = new RegExp(String.raw`^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+${rest.replace('$', '')}`)
const mail =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/

type BareLink = { readonly text: string; readonly href: string }

/** Goldmark's linkify at the beginning of `line`, which is the rest of a line; null when no address stands there. */
function bareLinkAt(line: string, protocol: string): BareLink | null {
  const found = address.exec(line)?.[0] ?? null
  if (found !== null) return linkOf(withoutClosing(found), '')
  const host = www.exec(line)?.[0] ?? null
  if (host !== null) return linkOf(withoutClosing(host), `${protocol}://`)
  return mailAt(line)
}

function mailAt(line: string): BareLink | null {
  if (/^[!-/:-@[-`{-~]/.test(line)) return null
  const found = mail.exec(line)?.[0]
  if (found === undefined || !found.slice(found.indexOf('@')).includes('.')) return null
  if (/^[-_]/.test(line.slice(found.length))) return null
  return linkOf(found, 'mailto:')
}

/** Without a full stop, brackets that were not opened inside, or a character reference at its end. */
function withoutClosing(found: string): string {
  if (found.endsWith('.')) return found.slice(0, -1)
  if (found.endsWith(')')) {
    const surplus = found.split(')').length - found.split('(').length
    return surplus > 0 ? found.slice(0, -surplus) : found
  }
  return found.replace(/&[a-zA-Z0-9]+;$/, '')
}

function linkOf(found: string, prefix: string): BareLink {
  const text = found.replace(/(?<!^)[?!.,:*_~]+$/, '')
  return { text, href: prefix + text }
}

function isLoneTilde(source: string, place: number): boolean {
  return source[place] === '~' && source[place + 1] !== '~' && source[place - 1] !== '~'
}

/** Whether something else than text ends at the state's place, where goldmark begins to read anew. */
function isFreshStart(state: StateInline): boolean {
  if (state.pending !== '') return false
  const last = state.tokens.at(-1)
  return last === undefined || last.type !== 'text_special'
}

/** Whether a square bracket before the state's place is open: what follows may be a link's label. */
function isInLabel(state: StateInline): boolean {
  if (!state.src.slice(0, state.pos).includes('[')) return false
  let open = 0
  const texts = state.tokens.filter(({ type }) => type === 'text').map(({ content }) => content)
  for (const [bracket] of `${texts.join('')}${state.pending}`.matchAll(/[[\]]/g))
    open = bracket === '[' ? open + 1 : Math.max(0, open - 1)
  return open > 0
}

function readBareLink(state: StateInline, silent: boolean, protocol: string): boolean {
  // a look ahead is for the end of a label, in which there are none
  if (silent || state.linkLevel > 0) return false
  const { src, pos, posMax } = state
  // a marker of emphasis is taken as such first, and what follows it is a fresh start
  const isIntroduced = /[ (]/.test(src[pos] ?? '') || isLoneTilde(src, pos)
  if (!isIntroduced && !isFreshStart(state)) return false
  const begins = isIntroduced ? pos + 1 : pos
  const lineEnd = src.indexOf('\n', begins)
  const link = bareLinkAt(src.slice(begins, Math.min(lineEnd < 0 ? posMax : lineEnd, posMax)), protocol)
  if (link === null || isInLabel(state)) return false
  if (isIntroduced) state.pending += src[pos]
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', state.md.normalizeLink(link.href)]]
  open.info = 'auto'
  state.push('text', '', 0).content = link.text
  state.push('link_close', 'a', -1)
  state.pos = begins + link.text.length
  return true
}

/**
 * Bare addresses as goldmark's linkify finds them: at the beginning of a line or behind a space, `~` or `(`, and right behind anything that is no text. Hugo makes
 * `www.` an `https` address unless the site says another `protocol`.
 */
export function useAutolinks(markdownIt: MarkdownIt, protocol = 'https'): void {
  markdownIt.inline.ruler.before('text', 'bare_link', (state, silent) =>
    readBareLink(state, silent, protocol),
  )
}
