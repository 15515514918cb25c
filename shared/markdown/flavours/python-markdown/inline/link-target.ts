import type { NodeStash } from './node-stash'

/** Where each opening square bracket of a text is closed, by its index. */
function matchBrackets(data: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < data.length; at++) {
    if (data[at] === '[') open.push(at)
    else if (data[at] === ']') {
      const opening = open.pop()
      if (opening !== undefined) pairs.set(opening, at)
    }
  }
  return pairs
}

// rules ask for bracket after bracket of the same text: what was found for it last is kept
let lastMatched: { readonly data: string; readonly pairs: ReadonlyMap<number, number> } = {
  data: '',
  pairs: new Map(),
}

/** Most brackets are closed within this many characters; only for others are all brackets of the text matched. */
const nearby = 500

function closingBracket(data: string, opening: number): number | undefined {
  let depth = 0
  const end = Math.min(data.length, opening + nearby)
  for (let at = opening; at < end; at++) {
    if (data[at] === '[') depth++
    else if (data[at] === ']') depth--
    if (depth === 0) return at
  }
  if (lastMatched.data !== data) lastMatched = { data, pairs: matchBrackets(data) }
  return lastMatched.pairs.get(opening)
}

/** Text behind the square bracket before `from`, and where it ends, the brackets inside balanced; null when the closing one is missing. */
export function bracketedText(data: string, from: number): { text: string; end: number } | null {
  const closing = closingBracket(data, from - 1)
  return closing === undefined ? null : { text: data.slice(from, closing), end: closing + 1 }
}

/** An address with an optional title in round brackets. */
export type LinkTarget = { readonly href: string; readonly title: string | null; readonly end: number }

const opening = /\(\s*(?:(<[^<>]*>)\s*(?:('[^']*'|"[^"]*")\s*)?\))?/sy

function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text
}

/** One kind of quotation mark inside a target: where its text begins, and behind which character it last ended. */
type Quote = { mark: string; start: number; exit: number }

/**
 * Walks over `address "title"` up to the closing bracket, after Python-Markdown 3.4 inlinepatterns.py (LinkInlineProcessor.getLink). From
 * the first quotation mark on brackets are taken for the title's; if the title never ends, the bracket that would have closed
 * without it does.
 */
class TargetScan {
  first: Quote | null = null
  second: Quote | null = null
  /** The last character that was not a space. */
  last = ''
  private depth = 1
  private depthWithoutTitle = 1
  private endWithoutTitle = -1

  constructor(private readonly data: string) {}

  /** The index behind the closing bracket; null when there is none. */
  run(from: number): number | null {
    for (let at = from; at < this.data.length; at++) {
      const character = this.data[at] ?? ''
      this.step(character, at + 1)
      if (this.depth === 0) return at + 1
      if (character !== ' ') this.last = character
    }
    return this.depthWithoutTitle === 0 && this.endWithoutTitle >= 0 ? this.endWithoutTitle : null
  }

  private step(character: string, next: number): void {
    if (character === '(') {
      if (this.first === null) this.depth++
      else if (this.depthWithoutTitle > 0) this.depthWithoutTitle--
    } else if (character === ')') this.stepClosing(next)
    else if (character === '"' || character === "'") this.stepQuote(character, next)
  }

  private stepClosing(next: number): void {
    if (this.isBehindTitle()) this.depth = 0
    else if (this.first === null) this.depth--
    else if (this.depthWithoutTitle > 0) {
      this.depthWithoutTitle--
      if (this.depthWithoutTitle === 0) this.endWithoutTitle = next
    }
  }

  private isBehindTitle(): boolean {
    return [this.first, this.second].some((quote) => quote && quote.exit >= 0 && quote.mark === this.last)
  }

  private stepQuote(mark: string, next: number): void {
    if (this.first === null) {
      this.depthWithoutTitle = this.depth
      this.depth = 1
      this.first = { mark, start: next, exit: -1 }
    } else if (mark !== this.first.mark && this.second === null) this.second = { mark, start: next, exit: -1 }
    else if (mark === this.first.mark) this.first.exit = next
    else if (this.second) this.second.exit = next
  }
}

/** The target that begins at `from`; null when there is none. Placeholders in it become their words. */
export function linkTarget(data: string, from: number, nodes: NodeStash): LinkTarget | null {
  opening.lastIndex = from
  const match = opening.exec(data)
  if (!match) return null
  const start = opening.lastIndex
  if (match[1] !== undefined) {
    const quoted = match[2]
    return finish(match[1].slice(1, -1).trim(), quoted?.slice(1, -1) ?? null, start, nodes)
  }
  const scan = new TargetScan(data)
  const end = scan.run(start)
  if (end === null) return null
  const titled = [scan.first, scan.second].find(
    (quote) => quote && quote.exit >= 0 && quote.mark === scan.last,
  )
  return titled
    ? finish(data.slice(start, titled.start - 1), data.slice(titled.start, titled.exit - 1), end, nodes)
    : finish(data.slice(start, end - 1), null, end, nodes)
}

function finish(href: string, title: string | null, end: number, nodes: NodeStash): LinkTarget {
  const cleanTitle = title === null ? null : unquote(nodes.toText(title.trim())).replace(/\s/g, ' ')
  return { href: nodes.toText(href).trim(), title: cleanTitle, end }
}
