/** Text as it is shown, escaped when it is written. */
export type TextSpan = { readonly type: 'text'; text: string }

/** An element of a line of text. */
export type ElementSpan = {
  readonly type: 'em' | 'strong' | 'a' | 'img' | 'html'
  readonly tag: string
  readonly attributes: Map<string, string>
  readonly children: Span[]
  /** Its content is as the writer typed it. */
  readonly isRaw: boolean
}

/** Something that is written as it stands. `plain` is what a heading's id is made of. */
export type PieceSpan = {
  readonly type: 'code' | 'piece' | 'math' | 'footnote'
  readonly attributes: Map<string, string>
  /** Its HTML, given its attributes. */
  readonly html: (attributes: ReadonlyMap<string, string>) => string
  readonly plain: string
  /** Is as the writer typed it. */
  readonly isRawHtml?: true
}

/** A part of a line of text. */
export type Span = TextSpan | ElementSpan | PieceSpan

/** Adds text, to the text before it where there is some. */
export function addText(children: Span[], text: string): void {
  const last = children.at(-1)
  if (text === '') return
  if (last?.type === 'text') last.text += text
  else children.push({ type: 'text', text })
}

/** A piece of fixed HTML. */
export function piece(html: string, plain: string): PieceSpan {
  return { type: 'piece', attributes: new Map(), html: () => html, plain }
}

/** HTML as the writer typed it. */
export function rawPiece(html: string): PieceSpan {
  return { ...piece(html, ''), isRawHtml: true }
}

/** The text of spans, as a heading's id is made of it. */
export function plainText(spans: readonly Span[]): string {
  return spans
    .map((span) => ('text' in span ? span.text : 'plain' in span ? span.plain : plainText(span.children)))
    .join('')
}

/** Spans as a table of contents shows them: what links hold without the links, and no footnotes. */
export function withoutLinks(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    if (span.type === 'footnote') return []
    if (!('children' in span)) return [span]
    const children = [...withoutLinks(span.children)]
    return span.type === 'a' ? children : [{ ...span, children }]
  })
}
