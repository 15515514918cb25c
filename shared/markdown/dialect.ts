import type { Template } from './template'

/** Where a reference definition leads. */
export type Reference = { readonly href: string; readonly title: string | null }

/**
 * A stretch of top-level source that was parsed without knowledge of what stands before it. Blocks follow each other without gaps:
 * blank lines belong to the block before them. Offsets are UTF-16 units of the whole text.
 */
export type ScannedBlock<Parsed> = {
  readonly start: number
  readonly end: number
  /** Text from here on had no say in where this block ends and what it is. Never before `end`. */
  readonly reach: number
  /** Tells apart blocks of the same source text that were read differently. */
  readonly kind: string
  readonly parsed: Parsed
  /** Reference definitions by normalised label, in source order. */
  readonly references: ReadonlyMap<string, Reference>
  /** Labels of the footnotes defined here, in source order. */
  readonly footnotes: readonly string[]
  /** What abbreviations defined here are short for; what a definition holds besides is the flavour's own. */
  readonly abbreviations?: ReadonlyMap<string, string>
}

/** What a block may ask about the rest of the document while it is rendered. Every question is recorded, also one without an answer. */
export type Labels = {
  reference(label: string): Reference | undefined
  hasFootnote(label: string): boolean
  /** All abbreviations of the document: the same map as long as they are the same. */
  abbreviations(): ReadonlyMap<string, string>
}

/** A block as HTML, and the content of the footnotes that it defines. */
export type RenderedBlock = {
  readonly html: Template
  readonly notes: ReadonlyMap<string, Template>
  /** Holds tags as the writer typed them: the HTML may not be closed in itself. */
  readonly hasRawHtml: boolean
}

/** A footnote as numbered. `referenceCount` is how often the document refers to it. */
export type NumberedNote = {
  readonly label: string
  readonly number: number
  readonly referenceCount: number
}

/** How a flavour numbers and writes footnotes. */
export type FootnoteStyle = {
  /**
   * `definition`: every footnote, in the order of the definitions. `first-reference`: those referred to, in order of first reference,
   * a footnote's own references where it is defined; with `-notes-last`, behind the whole text, where the footnotes are shown.
   */
  readonly order: 'definition' | 'first-reference' | 'first-reference-notes-last'
  /** A reference in the text; `occurrence` counts the references to this footnote from 1. */
  reference(note: NumberedNote, occurrence: number): string
  /** The links back, inside the footnote's own text. */
  backlinks(note: NumberedNote): string
  /** All footnotes, as they stand at the document's end. */
  section(notes: readonly { readonly note: NumberedNote; readonly html: string }[]): string
}

/** Names the headings of one document, asked for each in document order. */
export type HeadingIds = (text: string, isExplicit: boolean) => string

/** Everything that the renderer needs to know of a Markdown flavour. */
export type Dialect<Parsed> = {
  /**
   * Yields the blocks of `text` from `from`, which is 0 or where a block ends. What it yields for the same text does not depend on where it
   * was started: that is what makes rendering incremental.
   */
  scan(text: string, from: number): Iterator<ScannedBlock<Parsed>>
  /** Renders a block; may be called again with other labels. */
  render(parsed: Parsed, labels: Labels): RenderedBlock
  /** Which definition of a label counts. */
  readonly redefinition: 'first' | 'last'
  readonly footnotes: FootnoteStyle
  /** Begins naming a document's headings; null for a flavour that names none. */
  readonly headingIds: (() => HeadingIds) | null
}
