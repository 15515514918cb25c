import type { Dialect, HeadingIds, NumberedNote } from './dialect'
import type { LiveBlock } from './live-block'
import {
  fillTemplate,
  type Mark,
  MarkSheet,
  marksOf,
  type NamedHeading,
  type QuoteKind,
  type Template,
} from './template'

/** What numbering makes of the document: the HTML of each block that takes part, and of the section at the document's end. */
export type NumberedDocument = {
  readonly html: ReadonlyMap<LiveBlock, string>
  readonly section: string
}

type NumberingRules = Pick<Dialect<unknown>, 'footnotes' | 'redefinition' | 'headingIds'>

/** The text of each footnote that counts, in order of first definition. */
function definitions(blocks: readonly LiveBlock[], rules: NumberingRules): ReadonlyMap<string, Template> {
  const notes = new Map<string, Template>()
  for (const block of blocks) {
    for (const [label, note] of block.rendered.notes) {
      if (rules.redefinition === 'last' || !notes.has(label)) notes.set(label, note)
    }
  }
  return notes
}

/** `body`, and behind it the footnotes in the order in which it and they refer to them. */
function withNotesReferredTo(
  body: readonly Template[],
  notes: ReadonlyMap<string, Template>,
): readonly Template[] {
  const templates = [...body]
  const seen = new Set<string>()
  // the list grows while it is read: a footnote may refer to others
  for (const template of templates) {
    for (const mark of marksOf(template)) {
      if (mark.kind !== 'reference' || seen.has(mark.label)) continue
      seen.add(mark.label)
      const note = notes.get(mark.label)
      if (note) templates.push(note)
    }
  }
  return templates
}

/** Every template in the order in which its references count. */
function readingOrder(
  blocks: readonly LiveBlock[],
  notes: ReadonlyMap<string, Template>,
  rules: NumberingRules,
): readonly Template[] {
  if (rules.footnotes.order === 'definition') {
    return [...blocks.map((block) => block.rendered.html), ...notes.values()]
  }
  if (rules.footnotes.order === 'first-reference-notes-last') {
    return withNotesReferredTo(
      blocks.map((block) => block.rendered.html),
      notes,
    )
  }
  const counting = new Set(notes.values())
  return blocks.flatMap((block) => [
    block.rendered.html,
    ...[...block.rendered.notes.values()].filter((note) => counting.has(note)),
  ])
}

function numberNotes(
  templates: readonly Template[],
  notes: ReadonlyMap<string, Template>,
  rules: NumberingRules,
): ReadonlyMap<string, NumberedNote> {
  const counts = new Map<string, number>()
  for (const template of templates) {
    for (const mark of marksOf(template)) {
      if (mark.kind === 'reference') counts.set(mark.label, (counts.get(mark.label) ?? 0) + 1)
    }
  }
  const order = rules.footnotes.order === 'definition' ? [...notes.keys()] : [...counts.keys()]
  return new Map(
    order.map((label, index) => {
      return [label, { label, number: index + 1, referenceCount: counts.get(label) ?? 0 }]
    }),
  )
}

/** Fills the marks of one document, which have to be asked for in reading order. */
class MarkFiller {
  private readonly seen = new Map<string, number>()
  private readonly nameHeading: HeadingIds
  private lastHeadingId = ''
  private readonly headings: NamedHeading[] = []
  private readonly openQuotes: Record<QuoteKind, number> = { single: 0, double: 0 }
  /** Tables of contents wait for the headings behind them. */
  private readonly contents = new MarkSheet()

  constructor(
    private readonly rules: NumberingRules,
    private readonly numbered: ReadonlyMap<string, NumberedNote>,
  ) {
    this.nameHeading = rules.headingIds?.() ?? ((text) => text)
  }

  readonly fill = (mark: Mark): string => {
    if (mark.kind === 'same-heading-id') return this.lastHeadingId
    if (mark.kind === 'heading-id') {
      const text = fillTemplate(mark.text, (part) => this.numberOf(part))
      this.lastHeadingId = this.nameHeading(text, mark.isExplicit)
      if (mark.entry) this.headings.push({ ...mark.entry, id: this.lastHeadingId })
      if (!mark.isAttribute) return this.lastHeadingId
      return this.lastHeadingId === '' ? '' : ` id="${this.lastHeadingId}"`
    }
    if (mark.kind === 'open-quotes') {
      this.openQuotes[mark.quote] += mark.count
      return ''
    }
    if (mark.kind === 'closing-quote') {
      if (this.openQuotes[mark.quote] === 0) return mark.text
      this.openQuotes[mark.quote]--
      return mark.closed
    }
    if (mark.kind === 'contents') return this.contents.place(mark)
    const note = this.numbered.get(mark.label)
    if (note === undefined) return ''
    if (mark.kind === 'backlinks') return this.rules.footnotes.backlinks(note)
    const occurrence = (this.seen.get(mark.label) ?? 0) + 1
    this.seen.set(mark.label, occurrence)
    return this.rules.footnotes.reference(note, occurrence)
  }

  /** HTML filled before, with its tables of contents; all headings are known by then. */
  withContents(html: string): string {
    const template = this.contents.finish(html)
    return fillTemplate(template, (mark) => (mark.kind === 'contents' ? mark.write(this.headings) : ''))
  }

  private numberOf(mark: Mark): string {
    return mark.kind === 'reference' ? String(this.numbered.get(mark.label)?.number ?? '') : ''
  }
}

/** Numbers the footnotes and names the headings of `blocks`, which are all that take part, in document order. */
export function numberDocument(blocks: readonly LiveBlock[], rules: NumberingRules): NumberedDocument {
  const notes = definitions(blocks, rules)
  const templates = readingOrder(blocks, notes, rules)
  const numbered = numberNotes(templates, notes, rules)
  const filler = new MarkFiller(rules, numbered)
  const parts = templates.map((template) => [template, fillTemplate(template, filler.fill)] as const)
  const filled = new Map(parts.map(([template, html]) => [template, filler.withContents(html)]))
  const shown = [...numbered.values()].map((note) => {
    const template = notes.get(note.label)
    return { note, html: (template && filled.get(template)) ?? '' }
  })
  return {
    html: new Map(blocks.map((block) => [block, filled.get(block.rendered.html) ?? ''])),
    section: shown.length === 0 ? '' : rules.footnotes.section(shown),
  }
}
