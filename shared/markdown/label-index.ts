import type { Labels, Reference } from './dialect'
import type { LiveBlock, LookUp } from './live-block'

function isSameReference(first: Reference | undefined, second: Reference | undefined): boolean {
  return first?.href === second?.href && first?.title === second?.title
}

/** Also in order: of two abbreviations that overlap in a text, a flavour may look for the one defined first. */
function isSameMap(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): boolean {
  const others = [...second]
  return (
    first.size === second.size &&
    [...first].every(([key, value], index) => others[index]?.[0] === key && others[index]?.[1] === value)
  )
}

/** Knows what the document defines, and which blocks asked for it. */
export class LabelIndex implements Labels {
  private references: ReadonlyMap<string, Reference> = new Map()
  private footnotes: ReadonlySet<string> = new Set()
  private shortForms: ReadonlyMap<string, string> = new Map()
  private readonly users = new Map<LookUp, Set<LiveBlock>>()

  constructor(private readonly redefinition: 'first' | 'last') {}

  reference(label: string): Reference | undefined {
    return this.references.get(label)
  }

  hasFootnote(label: string): boolean {
    return this.footnotes.has(label)
  }

  abbreviations(): ReadonlyMap<string, string> {
    return this.shortForms
  }

  /** Takes note of what `block` looked up. */
  add(block: LiveBlock): void {
    for (const lookUp of block.lookUps) {
      const blocks = this.users.get(lookUp)
      if (blocks) blocks.add(block)
      else this.users.set(lookUp, new Set([block]))
    }
  }

  /** Forgets what `block` looked up. */
  remove(block: LiveBlock): void {
    for (const lookUp of block.lookUps) {
      const blocks = this.users.get(lookUp)
      blocks?.delete(block)
      if (blocks?.size === 0) this.users.delete(lookUp)
    }
  }

  /** Reads the definitions of `blocks` anew; gives the blocks that asked for a label whose definition is another one now. */
  redefine(blocks: readonly LiveBlock[]): ReadonlySet<LiveBlock> {
    const references = new Map<string, Reference>()
    const footnotes = new Set<string>()
    const shortForms = new Map<string, string>()
    for (const block of blocks) {
      for (const [label, reference] of block.references) {
        if (this.redefinition === 'last' || !references.has(label)) references.set(label, reference)
      }
      for (const label of block.footnotes) footnotes.add(label)
      for (const [short, meaning] of block.abbreviations) {
        // the last definition of several is the one that counts, and where it stands
        shortForms.delete(short)
        shortForms.set(short, meaning)
      }
    }
    const changed: LookUp[] = []
    for (const label of new Set([...this.references.keys(), ...references.keys()])) {
      if (!isSameReference(this.references.get(label), references.get(label)))
        changed.push(`reference ${label}`)
    }
    for (const label of new Set([...this.footnotes, ...footnotes])) {
      if (this.footnotes.has(label) !== footnotes.has(label)) changed.push(`footnote ${label}`)
    }
    if (!isSameMap(this.shortForms, shortForms)) {
      changed.push('abbreviations')
      this.shortForms = shortForms
    }
    this.references = references
    this.footnotes = footnotes
    return new Set(changed.flatMap((lookUp) => [...(this.users.get(lookUp) ?? [])]))
  }
}
