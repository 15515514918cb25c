/** Where a code span ends, and what is in it; null when the backticks at `at` open none. */
export function codeSpanAt(
  text: string,
  at: number,
): { readonly content: string; readonly end: number } | null {
  let run = at
  while (text[run] === '`') run++
  const marker = text.slice(at, run)
  const isSimple = marker.length === 1
  // a lone backtick between white space is text
  if (isSimple && (at === 0 || /\s/.test(text[at - 1] ?? '')) && /\s/.test(text[run] ?? 'x')) return null
  const close = text.indexOf(marker, run)
  if (close < 0) return null
  let content = text.slice(run, close)
  if (!isSimple) content = content.replace(/^ /, '').replace(/ $/, '')
  return { content, end: close + marker.length }
}

/** A stretch of text, or a code span: as written, and its content. */
export type Piece = { readonly isCode: boolean; readonly source: string; readonly content: string }

/** Splits text at its code spans. */
export function splitCode(text: string): Piece[] {
  const pieces: Piece[] = []
  const addText = (from: number, to: number): void => {
    const source = text.slice(from, to)
    if (source !== '') pieces.push({ isCode: false, source, content: source })
  }
  let from = 0
  let at = text.indexOf('`')
  while (at >= 0) {
    const span = codeSpanAt(text, at)
    let end = at
    while (text[end] === '`') end++
    if (span) {
      addText(from, at)
      pieces.push({ isCode: true, source: text.slice(at, span.end), content: span.content })
      end = span.end
      from = end
    }
    at = text.indexOf('`', end)
  }
  addText(from, text.length)
  return pieces
}
