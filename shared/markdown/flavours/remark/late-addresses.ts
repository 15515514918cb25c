import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { BareAddress } from './bare-address'

const url = /(?<![\da-z])(?<scheme>https?:\/\/|(?=www\.))(?<host>[\w-]*\.[\w\-.]*)(?<path>[^\t\n\r ]*)/giu
const mail = /(?<![\w+\-./]|(?:^|[^\d@A-Za-z])(?:mailto|xmpp):)(?<mail>[\w+\-.]+@[\w-]+(?:\.[\w-]+)+)/gu

type FoundAddress = BareAddress & { readonly start: number }

/** Whether the last two parts of a host have a letter or digit each and no underscore. */
function isHost(host: string): boolean {
  const last = host.split('.').slice(-2)
  return last.every((part) => part === '' || (!part.includes('_') && /[\da-z]/i.test(part)))
}

/** Without the punctuation at its end; a bracket stays when it closes one inside. */
function withoutTrail(address: string): string {
  let end = /[!"&'),.:;<>?\]}]*$/.exec(address.slice(-200))?.[0].length ?? 0
  const kept = address.slice(0, address.length - end)
  let open = kept.split('(').length - kept.split(')').length
  for (let next = address.slice(-end).indexOf(')'); end > 0 && next >= 0 && open > 0; open--) {
    end -= next + 1
    next = end === 0 ? -1 : address.slice(-end).indexOf(')')
  }
  return address.slice(0, address.length - end)
}

function* addressesIn(text: string): Generator<FoundAddress> {
  for (const match of text.matchAll(url)) {
    const { scheme = '', host = '', path = '' } = match.groups ?? {}
    const before = Array.from(text.slice(Math.max(0, match.index - 2), match.index)).at(-1) ?? ' '
    if (!/[\s\p{P}\p{S}]/u.test(before) || /^[-_.]/.test(host) || !isHost(host)) continue
    const link = scheme + withoutTrail(host + path)
    yield { start: match.index, text: link, href: scheme === '' ? `http://${link}` : link }
  }
  if (!text.includes('@')) return
  for (const match of text.matchAll(mail)) {
    const found = match.groups?.mail ?? ''
    if (!/[\d\-_]$/.test(found)) yield { start: match.index, text: found, href: `mailto:${found}` }
  }
}

function split(state: StateCore, token: Token): Token[] {
  const result: Token[] = []
  let end = 0
  const pushText = (text: string): void => {
    if (text === '') return
    const part = new state.Token('text', '', 0)
    part.content = text
    result.push(part)
  }
  for (const address of [...addressesIn(token.content)].sort((one, other) => one.start - other.start)) {
    if (address.start < end) continue
    pushText(token.content.slice(end, address.start))
    const open = new state.Token('link_open', 'a', 1)
    open.attrs = [['href', state.md.normalizeLink(address.href)]]
    result.push(open)
    pushText(address.text)
    result.push(new state.Token('link_close', 'a', -1))
    end = address.start + address.text.length
  }
  pushText(token.content.slice(end))
  return result
}

function linkText(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !/[@:]|www/i.test(block.content)) continue
    let depth = 0
    block.children = (block.children ?? []).flatMap((token) => {
      if (token.type === 'link_open') depth++
      else if (token.type === 'link_close') depth--
      return token.type === 'text' && depth === 0 ? split(state, token) : [token]
    })
  }
}

/** Links the bare addresses that only show when all other marks are read: behind quotation marks, escapes and character references. */
export function useLateAddresses(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after('text_join', 'late_addresses', linkText)
}
