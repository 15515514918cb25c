import type { Token } from 'markdown-it'

const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** Takes `[!NOTE]` off the first line of a quote at the top level and notes what kind of alert the quote is, as github.com does. */
export function readAlerts(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const paragraph = tokens[index + 1]
    const inline = tokens[index + 2]
    if (token.type !== 'blockquote_open' || token.level !== 0 || inline?.type !== 'inline') continue
    const match = marker.exec(inline.content)
    const isAlone = match !== null && match[0].length === inline.content.length
    // a quote that holds nothing else is a quote
    if (!paragraph || match === null || (isAlone && tokens[index + 4]?.type === 'blockquote_close')) continue
    token.type = 'alert_open'
    token.meta = { kind: match[1]?.toLowerCase() }
    const close = tokens.find(
      (other, place) => place > index && other.type === 'blockquote_close' && other.level === token.level,
    )
    if (close) close.type = 'alert_close'
    inline.content = inline.content.slice(match[0].length)
    if (isAlone) {
      paragraph.hidden = true
      const end = tokens[index + 3]
      if (end) end.hidden = true
    }
  }
}

/** The tags of an alert, with its title. */
export function alertOpening(token: Token | undefined): string {
  const kind = String(token?.meta?.kind ?? 'note')
  const title = kind.slice(0, 1).toUpperCase() + kind.slice(1)
  return `<div class="markdown-alert markdown-alert-${kind}">\n<p class="markdown-alert-title">${title}</p>\n`
}
