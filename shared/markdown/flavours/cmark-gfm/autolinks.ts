import type { MarkdownIt, StateCore, Token } from 'markdown-it'

// GitHub Flavored Markdown spec, section 6.9 (autolinks extension).
const address = /(?:(?<![a-z])(?:https?|ftp):\/\/|(?<![^\s*_~(])www\.)[^\s<]+/gi
const mail = /(?:(?<![a-z0-9])(?:mailto|xmpp):)?[a-z0-9.\-_+]+@[a-z0-9\-_]+(?:\.[a-z0-9\-_]+)+/gi
const validHost = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/u

type Link = { readonly start: number; readonly text: string; readonly href: string }

function withoutTrailingPunctuation(text: string): string {
  let link = text
  for (;;) {
    const entity = /&[a-z0-9]+;$/i.exec(link)
    if (entity) link = link.slice(0, entity.index)
    else if (/[?!.,:*_~'"]$/.test(link)) link = link.slice(0, -1)
    else if (link.endsWith(')') && link.split(')').length > link.split('(').length) link = link.slice(0, -1)
    else return link
  }
}

function hasValidHost(link: string): boolean {
  const scheme = /^(?:https?|ftp):\/\//i.exec(link)
  const host = validHost.exec(link.slice(scheme?.[0].length ?? 0))?.[0]
  if (host === undefined) return false
  const labels = host.split('.')
  return (scheme !== null || labels.length > 1) && !labels.slice(-2).some((label) => label.includes('_'))
}

function findLinks(text: string): readonly Link[] {
  const links: Link[] = []
  for (const match of text.matchAll(address)) {
    const link = withoutTrailingPunctuation(match[0])
    if (!hasValidHost(link)) continue
    links.push({ start: match.index, text: link, href: /^www\./i.test(link) ? `http://${link}` : link })
  }
  for (const match of text.matchAll(mail)) {
    const link = match[0].replace(/\.+$/, '')
    if (/[-_\d]$/.test(link) || links.some((other) => overlaps(other, match.index))) continue
    links.push({
      start: match.index,
      text: link,
      href: /^(?:mailto|xmpp):/i.test(link) ? link : `mailto:${link}`,
    })
  }
  return links.sort((first, second) => first.start - second.start)
}

function overlaps(link: Link, position: number): boolean {
  return position >= link.start && position < link.start + link.text.length
}

function splitText(state: StateCore, token: Token): Token[] {
  const links = findLinks(token.content)
  if (links.length === 0) return [token]
  const result: Token[] = []
  let position = 0
  const pushText = (content: string): void => {
    if (content === '') return
    const text = new state.Token('text', '', 0)
    text.content = content
    result.push(text)
  }
  for (const link of links) {
    pushText(token.content.slice(position, link.start))
    const open = new state.Token('link_open', 'a', 1)
    open.attrs = [['href', state.md.normalizeLink(link.href)]]
    result.push(open)
    pushText(link.text)
    result.push(new state.Token('link_close', 'a', -1))
    position = link.start + link.text.length
  }
  pushText(token.content.slice(position))
  return result
}

function linkText(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !/[@:]|www/i.test(block.content)) continue
    let depth = 0
    const children: Token[] = []
    for (const token of block.children ?? []) {
      if (token.type === 'link_open') depth++
      else if (token.type === 'link_close') depth--
      if (token.type === 'text' && depth === 0) children.push(...splitText(state, token))
      else children.push(token)
    }
    block.children = children
  }
}

/** Links bare addresses: `https://…`, `www.…` and mail addresses. */
export function useAutolinks(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after('text_join', 'bare_addresses', linkText)
}
