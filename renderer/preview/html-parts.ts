/** A text, or an element with all that is in it, of well-formed HTML; places are offsets into the whole string. */
export type HtmlPart = {
  readonly start: number
  readonly end: number
  /** The element's name in lower case; empty for a text. */
  readonly name: string
  /** Where the element's content begins and ends; both are `end` where it cannot have any. */
  readonly innerStart: number
  readonly innerEnd: number
}

const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** Elements whose content is read by rules of its own. */
const opaqueNames =
  /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext|template|select|svg|math)$/

const tag = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/iy

/**
 * The texts and elements side by side in `html` from `from` to `to`. null where it is not plain and well-formed enough to tell: an element that is not
 * closed, a comment, or one that is read by other rules.
 */
export function partsOf(html: string, from: number, to: number): readonly HtmlPart[] | null {
  const parts: HtmlPart[] = []
  const open: string[] = []
  let start = from
  let innerStart = from
  for (let at = from; at < to; ) {
    const next = html.indexOf('<', at)
    const textEnd = next < 0 || next > to ? to : next
    if (open.length === 0 && textEnd > at) parts.push(textPart(at, textEnd))
    if (textEnd === to) break
    tag.lastIndex = textEnd
    const found = tag.exec(html)
    const name = found?.[2]?.toLowerCase() ?? ''
    if (found === null || tag.lastIndex > to || opaqueNames.test(name)) return null
    at = tag.lastIndex
    if (found[1] === '/') {
      if (open.pop() !== name) return null
      if (open.length === 0) parts.push({ start, end: at, name, innerStart, innerEnd: textEnd })
    } else if (voidNames.test(name)) {
      if (open.length === 0) parts.push({ start: textEnd, end: at, name, innerStart: at, innerEnd: at })
    } else {
      if (found[0].endsWith('/>')) return null
      if (open.length === 0) {
        start = textEnd
        innerStart = at
      }
      open.push(name)
    }
  }
  return open.length === 0 ? parts : null
}

function textPart(start: number, end: number): HtmlPart {
  return { start, end, name: '', innerStart: end, innerEnd: end }
}
