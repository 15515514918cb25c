import type { MarkdownIt, StateInline } from 'markdown-it'
import { nextAddress } from './addresses'
import type { MarkedOptions } from './options'

const specialRun = /[`~]+|[\s\S]/y
const startTag = /^<(?:pre|code|kbd|script)[\s>]/i
const endTag = /^<\/(?:pre|code|kbd|script)[\s>]/i

type RawElements = { count: number; isOpen: boolean }

const rawElements = new WeakMap<StateInline, RawElements>()

/** Whether the text at the state's place stands in an element whose text is left alone. */
function isInRawElement(state: StateInline): boolean {
  const known = rawElements.get(state) ?? { count: 0, isOpen: false }
  rawElements.set(state, known)
  for (; known.count < state.tokens.length; known.count++) {
    const token = state.tokens[known.count]
    if (token?.type !== 'html_inline') continue
    if (known.isOpen ? endTag.test(token.content) : startTag.test(token.content)) known.isOpen = !known.isOpen
  }
  return known.isOpen
}

/** Where the piece of text that begins at `start` ends: before the next character that may begin something, an address or a line's end. */
function pieceEnd(text: string, start: number, end: number): number {
  specialRun.lastIndex = start
  const first = start + (specialRun.exec(text)?.[0].length ?? 1)
  const rest = text.slice(first, end)
  const stop = rest.search(/[\\<![`*~_\n]/)
  const special = stop < 0 ? end : first + stop
  return Math.min(special, nextAddress(text, first, special))
}

type Smartness = Pick<MarkedOptions, 'smartypants' | 'quotes' | 'gfm'>

/** Typographic punctuation as hexo-renderer-marked puts it into each piece by itself. */
function smarten(piece: string, { smartypants, quotes }: Smartness): string {
  if (!smartypants) return piece
  const [openDouble = '', closeDouble = '', openSingle = '', closeSingle = ''] = quotes
  return piece
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/(^|[-—/([{"\s])'/g, `$1${openSingle}`)
    .replace(/'/g, closeSingle)
    .replace(/(^|[-—/([{‘\s])"/g, `$1${openDouble}`)
    .replace(/"/g, closeDouble)
    .replace(/\.{3}/g, '…')
}

const references = /(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w+);)/g

/** `text` with its character references as what they stand for. */
export function decodeReferences(markdownIt: MarkdownIt, text: string): string {
  return text.replace(references, (reference) => markdownIt.utils.unescapeAll(reference))
}

/** Writes text whose character references stay as they are, since marked leaves them to the browser. */
function write(state: StateInline, text: string): void {
  for (const [index, part] of text.split(references).entries()) {
    if (index % 2 === 0) state.pending += part
    else state.push('reference', '', 0).content = part
  }
}

const delimiter = /^[*_~]+$/

/** A quotation mark right behind asterisks, underscores or tildes waits until it is known whether they mean anything. */
function holdQuote(state: StateInline, quote: string): void {
  const token = state.push('text', '', 0)
  token.content = quote
  token.meta = { isHeld: true }
}

/** Behind a delimiter that opens or closes something a held mark opens; behind one that is text it closes. */
function releaseQuotes(state: StateInline, smartness: Smartness): void {
  let isBehindText = false
  for (const token of state.tokens) {
    if (token.meta?.isHeld === true)
      token.content = smarten(isBehindText ? `*${token.content}` : token.content, smartness).slice(-1)
    // half of a double delimiter is left behind as an empty text
    if (token.type !== 'text' || token.content !== '') isBehindText = token.type === 'text'
  }
}

function readPiece(state: StateInline, silent: boolean, smartness: Smartness): boolean {
  const end = Math.min(pieceEnd(state.src, state.pos, state.posMax), state.posMax)
  const piece = state.src.slice(state.pos, end)
  if (silent) {
    // a label is searched for its closing bracket
    const bracket = piece.search(/[\][]/)
    state.pos += bracket < 0 ? piece.length : Math.max(bracket, 1)
    return true
  }
  const last = state.tokens.at(-1)
  if (/^["']/.test(piece) && state.pending === '' && last?.type === 'text' && delimiter.test(last.content)) {
    holdQuote(state, state.src[state.pos++] ?? '')
    write(state, smarten(piece, smartness).slice(1))
    state.pos = end
    return true
  }
  const isAddress = smartness.gfm && /^(?:(?:ftp|https?):\/\/|www\.)[a-zA-Z0-9-]/i.test(piece)
  write(state, isAddress || isInRawElement(state) ? piece : smarten(piece, smartness))
  state.pos = end
  return true
}

const special = /[\n\\<![\]`*~_]/

function readPlain(state: StateInline, silent: boolean, smartness: Smartness): boolean {
  const { src, pos } = state
  // a backslash means something before punctuation and at a line's end only
  const isText =
    src[pos] === '\\'
      ? /^[a-zA-Z0-9 \t\u0080-\uffff]/.test(src[pos + 1] ?? 'a')
      : !special.test(src[pos] ?? '\n')
  return isText && readPiece(state, silent, smartness)
}

/** Text in pieces as marked cuts it. */
export function useTextPieces(markdownIt: MarkdownIt, smartness: Smartness): void {
  markdownIt.renderer.rules.reference = (tokens, index) => tokens[index]?.content ?? ''
  markdownIt.inline.ruler2.before('fragments_join', 'held_quotes', (state) => releaseQuotes(state, smartness))
  markdownIt.inline.ruler.disable('entity')
  markdownIt.inline.ruler.at('text', (state, silent) => readPlain(state, silent, smartness))
  markdownIt.inline.ruler.push('marked_piece', (state, silent) => readPiece(state, silent, smartness))
}
