import type { TextChange } from '#shared/text/text-change'
import type { AnyDialect } from '../flavours/dialects'
import { LabelIndex } from '../label-index'
import { LiveBlock } from '../live-block'
import { rescan, spanOf, trimUnchanged } from '../rescan'
import { fillTemplate, type Mark } from '../template'
import { noteReference, noteText } from './shape'

/** A block as read: its length in the source, and its HTML with footnotes where they are defined and without names of headings. */
export type ReadBlock = { readonly length: number; readonly html: string }

function fillBare(mark: Mark): string {
  if (mark.kind === 'reference') return `<${noteReference}></${noteReference}>`
  return mark.kind === 'closing-quote' ? mark.text : ''
}

function htmlOf(block: LiveBlock): string {
  const notes = [...block.rendered.notes.values()].map(
    (note) => `<${noteText}>${fillTemplate(note, fillBare)}</${noteText}>`,
  )
  return fillTemplate(block.rendered.html, fillBare) + notes.join('')
}

/** A text as one dialect reads it, block by block, kept up with edits. What depends on the document as a whole is left out. */
export class Reading {
  body = ''
  private blocks: readonly LiveBlock[] = []
  private readonly labels: LabelIndex
  private readonly html = new WeakMap<LiveBlock, ReadBlock>()
  private nextKey = 1

  constructor(private readonly dialect: AnyDialect) {
    this.labels = new LabelIndex(dialect.redefinition)
  }

  /** Follows an edit: `changes` lead from the present text to `body`. @throws RangeError when their lengths do not add up. */
  apply(changes: readonly TextChange[], body: string): void {
    const span = spanOf(changes, this.body.length, body.length)
    if (span === null) return
    const found = rescan(this.blocks, body, span, this.dialect)
    const { from, to, scanned } = trimUnchanged(found, this.blocks, this.body, body)
    const removed = this.blocks.slice(from, to)
    const added = scanned.map((block) => new LiveBlock(this.nextKey++, block))
    this.blocks = this.blocks.toSpliced(from, removed.length, ...added)
    this.body = body
    for (const block of removed) this.labels.remove(block)
    const defines = [...removed, ...added].some((block) => block.defines)
    const dirty = defines ? this.labels.redefine(this.blocks) : new Set<LiveBlock>()
    for (const block of dirty) this.labels.remove(block)
    for (const block of new Set([...added, ...dirty])) {
      block.render(this.dialect, this.labels)
      this.labels.add(block)
      this.html.delete(block)
    }
  }

  /** The blocks in order; together they are as long as the text. The same object as long as a block is the same. */
  *read(): Generator<ReadBlock> {
    for (const block of this.blocks) {
      let read = this.html.get(block)
      if (read === undefined) {
        read = { length: block.length, html: htmlOf(block) }
        this.html.set(block, read)
      }
      yield read
    }
  }

  /** What the dialect makes of another text in this text's stead; the definitions are this text's and its own. */
  htmlOf(source: string): string {
    const blocks: LiveBlock[] = []
    const labels = this.labels
    const scanned = this.dialect.scan(source, 0)
    for (let next = scanned.next(); !next.done; next = scanned.next()) {
      blocks.push(new LiveBlock(0, next.value))
    }
    const own = new LabelIndex(this.dialect.redefinition)
    own.redefine(blocks)
    for (const block of blocks) {
      block.render(this.dialect, {
        reference: (label) => own.reference(label) ?? labels.reference(label),
        hasFootnote: (label) => own.hasFootnote(label) || labels.hasFootnote(label),
        abbreviations: () => labels.abbreviations(),
      })
    }
    return blocks.map(htmlOf).join('')
  }
}
