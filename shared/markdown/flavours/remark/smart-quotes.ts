import { type Piece, type Sentence, sentencesOf } from './sentences'

type Quote = '"' | "'"

const opening: Record<Quote, string> = { '"': '“', "'": '‘' }
const closing: Record<Quote, string> = { '"': '”', "'": '’' }

const isQuote = (text: string | undefined): text is Quote => text === '"' || text === "'"

/** Whether the quotation mark between these pieces of its sentence opens. */
function opens(
  quote: Quote,
  before: Piece | undefined,
  after: Piece | undefined,
  second: Piece | undefined,
): boolean {
  if (after?.kind === 'mark' && second?.kind !== 'word') return false
  if (after?.kind === 'mark' && isQuote(after.text)) return true
  // a decade: '80s
  if (after !== undefined && /^\d\ds$/.test(after.text)) return false
  if (before !== undefined && before.kind !== 'word' && after?.kind === 'word') return true
  if (before?.kind === 'word') return false
  return after !== undefined && after.kind !== 'space' && !(quote === "'" && after.text === 's')
}

/** The apostrophes inside a word. */
function inWord({ text }: Piece): string {
  return text.replace(/(?<=(.))'(?=(.))/gsu, (_quote, before: string, after: string) =>
    /[\p{L}\p{M}\p{N}]/u.test(before) || !/[\p{L}\p{M}\p{N}]/u.test(after) ? '’' : '‘',
  )
}

function* replacementsIn(sentence: Sentence): Generator<{ readonly start: number; readonly text: string }> {
  let isOpened = false
  for (const [index, piece] of sentence.entries()) {
    if (piece.kind === 'word') yield { start: piece.start, text: inWord(piece) }
    if (!isQuote(piece.text)) continue
    const after = sentence[index + 1]
    const opensHere: boolean = isOpened || opens(piece.text, sentence[index - 1], after, sentence[index + 2])
    // of two marks before a word, the second opens with the first
    isOpened = !isOpened && opensHere && after?.kind === 'mark' && isQuote(after.text)
    yield { start: piece.start, text: (opensHere ? opening : closing)[piece.text] }
  }
}

/** Something a block's text may follow: a sentence of its own. */
const before = 'Before. '

/** `text` with typographic quotation marks, by the rules of retext-smartypants; as long as it was. */
export function smartQuotes(text: string): string {
  if (!/["']/.test(text)) return text
  const parts: string[] = []
  let end = before.length
  const whole = before + text
  for (const sentence of sentencesOf(whole)) {
    for (const replacement of replacementsIn(sentence)) {
      if (replacement.start < end) continue
      parts.push(whole.slice(end, replacement.start), replacement.text)
      end = replacement.start + replacement.text.length
    }
  }
  return parts.join('') + whole.slice(end)
}
