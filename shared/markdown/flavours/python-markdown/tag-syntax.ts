// Python 3.11 html/parser.py, locatestarttagend_tolerant, with the backticks that Python-Markdown's htmlparser.py adds.
const startTagUpToEnd =
  /<[a-zA-Z][^`\t\n\r\f />]*(?:[\s/]*(?:(?<=['"\s/])[^`\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^`>\s]*)(?:\s*,)*)?(?:\s|\/(?!>))*)*)?\s*/y

/** What stands at a `<`. `incomplete` means that more text could complete it. */
export type Markup =
  | { readonly kind: 'start'; readonly name: string; readonly end: number; readonly selfClosing: boolean }
  | { readonly kind: 'end'; readonly name: string; readonly end: number }
  /** A comment, a processing instruction or a declaration. */
  | { readonly kind: 'comment'; readonly end: number }
  | { readonly kind: 'text'; readonly end: number }
  /** `</>`: nothing at all. */
  | { readonly kind: 'nothing'; readonly end: number }
  | { readonly kind: 'incomplete' }

const incomplete: Markup = { kind: 'incomplete' }

/** Whether a quotation mark in `from`…`to` is the text's last of its kind: text to come could close it and be read as a value. */
function hasOpenQuote(text: string, from: number, to: number): boolean {
  return ['"', "'"].some((quote) => {
    const last = text.lastIndexOf(quote, to)
    return last >= from && text.indexOf(quote, last + 1) < 0
  })
}

function startTag(text: string, at: number, isWhole: boolean): Markup {
  startTagUpToEnd.lastIndex = at
  const match = startTagUpToEnd.exec(text)
  const stop = match ? startTagUpToEnd.lastIndex : at + 1
  if (!isWhole && hasOpenQuote(text, at, stop)) return incomplete
  const name = /^<([a-zA-Z][^\t\n\r\f />]*)/.exec(text.slice(at, stop))?.[1]?.toLowerCase() ?? ''
  if (text[stop] === '>') return { kind: 'start', name, end: stop + 1, selfClosing: false }
  if (text.startsWith('/>', stop)) return { kind: 'start', name, end: stop + 2, selfClosing: true }
  if (stop >= text.length || /[a-zA-Z=/]/.test(text[stop] ?? '')) return incomplete
  return { kind: 'text', end: stop > at ? stop : at + 1 }
}

function endTag(text: string, at: number): Markup {
  const close = text.indexOf('>', at + 1)
  if (close < 0) return incomplete
  if (close === at + 2) return { kind: 'nothing', end: close + 1 }
  const name = /^<\/\s*([a-zA-Z][^\t\n\r\f />]*)/.exec(text.slice(at, close))?.[1]
  return name === undefined
    ? { kind: 'text', end: close + 1 }
    : { kind: 'end', name: name.toLowerCase(), end: close + 1 }
}

function upTo(text: string, closing: RegExp): Markup {
  const match = closing.exec(text)
  return match ? { kind: 'comment', end: closing.lastIndex } : incomplete
}

function searchFrom(pattern: RegExp, at: number): RegExp {
  pattern.lastIndex = at
  return pattern
}

/** Reads the markup at the `<` that stands at `at`, as Python's html.parser reads it. `isWhole`: no more text is to come. */
export function markupAt(text: string, at: number, isWhole: boolean): Markup {
  const next = text[at + 1] ?? ''
  if (/[a-zA-Z]/.test(next)) return startTag(text, at, isWhole)
  if (next === '/') return endTag(text, at)
  if (text.startsWith('<!--', at)) return upTo(text, searchFrom(/--\s*>/g, at + 4))
  if (next === '?') return upTo(text, searchFrom(/\?>/g, at + 2))
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return upTo(text, searchFrom(/>/g, at + 9))
  return { kind: 'text', end: at + 1 }
}

/** Where html.parser goes on behind a construct that the document never completes. */
export function skipIncomplete(text: string, at: number): number {
  const close = text.indexOf('>', at + 1)
  if (close >= 0) return close + 1
  const open = text.indexOf('<', at + 1)
  return open >= 0 ? open : at + 1
}
