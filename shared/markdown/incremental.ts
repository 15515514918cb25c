import type { TextChange } from '#shared/text/text-change'
import { type AnyDialect, dialectOf } from './flavours/dialects'
import type { FlavourOrSetup } from './flavours/setup'
import { LabelIndex } from './label-index'
import { LiveBlock } from './live-block'
import { numberDocument } from './numbering'
import { rescan, spanOf, trimUnchanged } from './rescan'
import { fillTemplate } from './template'

/**
 * A stretch of the document and its HTML. Units follow each other without gaps; the last one holds the footnotes, has no source, and is
 * empty where there are none.
 */
export type Unit = {
  /** The same as long as the unit's source and meaning are. */
  readonly key: number
  readonly html: string
  /** Length of its source, in UTF-16 units. */
  readonly length: number
  /** Line breaks in its source. */
  readonly lineBreaks: number
  /** Holds tags as the writer typed them: its HTML may not be closed in itself. */
  readonly hasRawHtml: boolean
}

/** What an edit did to the units: `removed` of them, from index `from` on, became `added`; the HTML of those at `changed` is another (new indices). */
export type Patch = {
  readonly from: number
  readonly removed: number
  readonly added: readonly Unit[]
  readonly changed: readonly number[]
}

/** Renders a document, and after each edit only what the edit touched. Exact: `html()` is what rendering the whole text anew gives. */
export type IncrementalRenderer = {
  readonly units: readonly Unit[]
  /** The text that `units` stand for. */
  readonly body: string
  /**
   * Follows an edit: `changes` lead from the present text to `body`.
   * @throws RangeError when their lengths do not add up; nothing has changed then.
   */
  apply(changes: readonly TextChange[], body: string): Patch
  html(): string
}

const footnotesKey = 0
const noFootnotes: Unit = { key: footnotesKey, html: '', length: 0, lineBreaks: 0, hasRawHtml: false }

/** A unit that is not rendered yet. */
function sourceOnly(key: number, source: string): Unit {
  const lineBreaks = source.match(/\r\n?|\n/g)?.length ?? 0
  return { key, html: '', length: source.length, lineBreaks, hasRawHtml: false }
}

class Renderer implements IncrementalRenderer {
  body = ''
  units: readonly Unit[] = [noFootnotes]
  private blocks: readonly LiveBlock[] = []
  private readonly labels: LabelIndex
  private nextKey = footnotesKey + 1

  constructor(private readonly dialect: AnyDialect) {
    this.labels = new LabelIndex(dialect.redefinition)
  }

  /** Renders the first text, pausing between blocks. */
  *open(body: string): Generator<undefined, void> {
    const units: Unit[] = []
    const blocks: LiveBlock[] = []
    const scanned = this.dialect.scan(body, 0)
    for (let next = scanned.next(); !next.done; next = scanned.next()) {
      const block = new LiveBlock(this.nextKey++, next.value)
      blocks.push(block)
      units.push(sourceOnly(block.key, body.slice(next.value.start, next.value.end)))
      yield
    }
    this.labels.redefine(blocks)
    for (const block of blocks) {
      block.render(this.dialect, this.labels)
      this.labels.add(block)
      yield
    }
    this.body = body
    this.blocks = blocks
    units.push(noFootnotes)
    const touchesNumbering = blocks.some((block) => block.takesPartInNumbering)
    this.write(units, { blocks: new Set(blocks), from: 0, touchesNumbering })
    this.units = units
  }

  html(): string {
    return this.units.map((unit) => unit.html).join('')
  }

  apply(changes: readonly TextChange[], body: string): Patch {
    const span = spanOf(changes, this.body.length, body.length)
    if (span === null) return { from: 0, removed: 0, added: [], changed: [] }
    const found = rescan(this.blocks, body, span, this.dialect)
    const { from, to, scanned } = trimUnchanged(found, this.blocks, this.body, body)
    const removed = this.blocks.slice(from, to)
    const added = scanned.map((block) => new LiveBlock(this.nextKey++, block))
    this.blocks = this.blocks.toSpliced(from, removed.length, ...added)
    const newUnits = scanned.map(({ start, end }, index) =>
      sourceOnly(added[index]?.key ?? footnotesKey, body.slice(start, end)),
    )
    const units = this.units.toSpliced(from, removed.length, ...newUnits)
    this.body = body
    const changed = this.write(units, this.render(removed, added, from))
    this.units = units
    const end = from + added.length
    return {
      from,
      removed: removed.length,
      added: units.slice(from, end),
      changed: changed.filter((index) => index < from || index >= end),
    }
  }

  /** Renders the new blocks and those whose look-ups have another answer now. */
  private render(removed: readonly LiveBlock[], added: readonly LiveBlock[], from: number): Touched {
    for (const block of removed) this.labels.remove(block)
    const definesAnything = [...removed, ...added].some((block) => block.defines)
    const dirty = definesAnything ? this.labels.redefine(this.blocks) : new Set<LiveBlock>()
    let touchesNumbering = [...removed, ...dirty].some((block) => block.takesPartInNumbering)
    for (const block of dirty) this.labels.remove(block)
    const blocks = new Set([...added, ...dirty])
    for (const block of blocks) {
      block.render(this.dialect, this.labels)
      this.labels.add(block)
      touchesNumbering ||= block.takesPartInNumbering
    }
    // an edit's own blocks stand side by side: only those elsewhere have to be looked for from the beginning
    return { blocks, from: dirty.size === 0 && !touchesNumbering ? from : 0, touchesNumbering }
  }

  /** Writes what was rendered into `units`; gives the indices of those whose HTML is another now. */
  private write(units: Unit[], touched: Touched): readonly number[] {
    const changed: number[] = []
    const put = (index: number, html: string, hasRawHtml: boolean): void => {
      const unit = units[index]
      if (unit === undefined || (unit.html === html && unit.hasRawHtml === hasRawHtml)) return
      units[index] = { ...unit, html, hasRawHtml }
      changed.push(index)
    }
    const numbered = touched.touchesNumbering
      ? numberDocument(
          this.blocks.filter((block) => block.takesPartInNumbering),
          this.dialect,
        )
      : null
    let left = touched.blocks.size
    for (let index = touched.from; index < this.blocks.length && (numbered || left > 0); index++) {
      const block = this.blocks[index]
      if (block === undefined) break
      const isTouched = touched.blocks.has(block)
      if (isTouched) left--
      const html = numbered?.html.get(block)
      if (html === undefined && !isTouched) continue
      put(index, html ?? fillTemplate(block.rendered.html, () => ''), block.rendered.hasRawHtml)
    }
    if (numbered) put(this.blocks.length, numbered.section, numbered.section !== '')
    return changed
  }
}

/** The blocks rendered for an edit, and whether the document has to be numbered anew. */
type Touched = {
  readonly blocks: ReadonlySet<LiveBlock>
  /** No block before this one has to be looked at. */
  readonly from: number
  readonly touchesNumbering: boolean
}

/** Like `createIncrementalRenderer`, in steps of about a block each: run it until it is done, a slice at a time. */
export function* openIncrementalRenderer(
  body: string,
  setup: FlavourOrSetup,
): Generator<undefined, IncrementalRenderer> {
  const renderer = new Renderer(dialectOf(setup))
  yield* renderer.open(body)
  return renderer
}

/** Renders `body` in `flavour`, ready to follow edits. */
export function createIncrementalRenderer(body: string, setup: FlavourOrSetup): IncrementalRenderer {
  const opening = openIncrementalRenderer(body, setup)
  for (;;) {
    const step = opening.next()
    if (step.done) return step.value
  }
}
