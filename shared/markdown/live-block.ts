import type { Labels, Reference, RenderedBlock, ScannedBlock } from './dialect'
import type { AnyDialect } from './flavours/dialects'
import { emptyTemplate, marksOf } from './template'

/** What a block looks up, found or not: `reference X`, `footnote X`, or all abbreviations. */
export type LookUp = `${'reference' | 'footnote'} ${string}` | 'abbreviations'

const none: ReadonlyMap<string, string> = new Map()

/** A block of the document as it stands now. Its place is not kept: it follows from the blocks before it. */
export class LiveBlock {
  readonly key: number
  readonly length: number
  readonly kind: string
  readonly references: ReadonlyMap<string, Reference>
  readonly footnotes: readonly string[]
  readonly abbreviations: ReadonlyMap<string, string>
  /** How many characters, counted from the block's start, had a say in it. */
  reachLength: number
  lookUps: ReadonlySet<LookUp> = new Set()
  rendered: RenderedBlock = { html: emptyTemplate, notes: new Map(), hasRawHtml: false }
  private readonly parsed: unknown

  constructor(key: number, scanned: ScannedBlock<unknown>) {
    this.key = key
    this.length = scanned.end - scanned.start
    this.reachLength = scanned.reach - scanned.start
    this.kind = scanned.kind
    this.references = scanned.references
    this.footnotes = scanned.footnotes
    this.abbreviations = scanned.abbreviations ?? none
    this.parsed = scanned.parsed
  }

  /** Whether anything in the block may change what other blocks show. */
  get defines(): boolean {
    return this.references.size > 0 || this.footnotes.length > 0 || this.abbreviations.size > 0
  }

  /** Whether what the block shows depends on the whole document's numbering. */
  get takesPartInNumbering(): boolean {
    return this.rendered.notes.size > 0 || marksOf(this.rendered.html).length > 0
  }

  /** Renders the block anew and remembers what it looked up. */
  render(dialect: AnyDialect, labels: Labels): void {
    const lookUps = new Set<LookUp>()
    this.rendered = dialect.render(this.parsed, {
      reference(label) {
        lookUps.add(`reference ${label}`)
        return labels.reference(label)
      },
      hasFootnote(label) {
        lookUps.add(`footnote ${label}`)
        return labels.hasFootnote(label)
      },
      abbreviations() {
        lookUps.add('abbreviations')
        return labels.abbreviations()
      },
    })
    this.lookUps = lookUps
  }
}
