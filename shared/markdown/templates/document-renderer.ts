import type { TextChange } from '../../text/text-change'
import { type FlavourOrSetup, type MarkdownSetup, setupOf } from '../flavours/setup'
import { type IncrementalRenderer, openIncrementalRenderer, type Patch, type Unit } from '../incremental'
import { renderBody } from '../render'
import type { TemplateGenerator } from './box-words'
import { expandTemplates } from './expand'
import type { BuildStop, Expansion, ExpansionJob } from './expansion'
import { LineBreaks } from './line-breaks'
import { longTextDifference } from './long-text-difference'
import { StandIns } from './stand-ins'
import { emptyTemplateContext, type PlainValues, type TemplateContext } from './template-context'
import { templateGeneratorOf } from './template-language'

/** What template tags in a post may refer to. */
export type TemplateValues = {
  readonly context: TemplateContext
  /** The post's own front matter. */
  readonly page: PlainValues
}

/** Values of a text outside of any site, without front matter. */
export const noTemplateValues: TemplateValues = { context: emptyTemplateContext, page: {} }

/**
 * An incremental renderer that expands template tags first. `units` and `body` are in terms of the text as the writer has it: a unit's
 * length and line breaks are those of the source it comes from.
 */
export type DocumentRenderer = IncrementalRenderer & {
  /** Where the site's generator would stop its build. */
  readonly stops: readonly BuildStop[]
  /** Follows another front matter or site; null: tags stay as they are written. */
  setValues(values: TemplateValues | null): Patch
}

const noPatch: Patch = { from: 0, removed: 0, added: [], changed: [] }

class TemplatedRenderer implements DocumentRenderer {
  units: readonly Unit[] = []
  private readonly standIns = new StandIns()
  /** Markdown within tags and its HTML, of the present expansion and of the one before. */
  private known = new Map<string, string>()
  private next = new Map<string, string>()
  private expansion: Expansion | null = null
  /** Renders the expanded text. */
  private inner: IncrementalRenderer | null = null
  /** The HTML of inner units with everything put in. */
  private filled = new WeakMap<Unit, { readonly html: string; readonly hasRawHtml: boolean }>()

  constructor(
    public body: string,
    private readonly setup: MarkdownSetup,
    private readonly generator: TemplateGenerator,
    private values: TemplateValues | null,
  ) {}

  get stops(): readonly BuildStop[] {
    return this.expansion?.stops ?? []
  }

  *open(): Generator<undefined, void> {
    this.expansion = this.expand(this.body)
    this.inner = yield* openIncrementalRenderer(this.expansion?.text ?? this.body, this.setup)
    this.units = this.outerUnits(this.inner)
  }

  html(): string {
    return this.units.map((unit) => unit.html).join('')
  }

  apply(changes: readonly TextChange[], body: string): Patch {
    const { inner } = this
    if (inner === null) throw new Error('the renderer is not open')
    const grown = changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)
    if (this.body.length + grown !== body.length) throw new RangeError('the changes do not lead to the text')
    const patched = this.patchedBy(changes, body)
    if (patched !== null) {
      this.body = body
      return this.follow(inner, patched.expansion, patched.change)
    }
    const expansion = this.expand(body)
    this.body = body
    if (this.expansion === null && expansion === null) {
      const patch = inner.apply(changes, body)
      this.units = inner.units
      return patch
    }
    return this.follow(inner, expansion)
  }

  setValues(values: TemplateValues | null): Patch {
    this.values = values
    const expansion = this.inner && this.expand(this.body)
    if (this.inner === null || (expansion === null && this.expansion === null)) return noPatch
    return this.follow(this.inner, expansion)
  }

  /** Where the edit is one of text alone, its expansion without looking at any tag. */
  private patchedBy(changes: readonly TextChange[], body: string): ReturnType<Expansion['patched']> {
    const [change] = changes
    if (this.expansion === null || change === undefined || changes.length > 1) return null
    // Hexo's fences, code and comments decide where tags are
    const mayMatter = this.generator === 'hexo' ? /[{}%#`~<>!\\\n\r-]/ : /\{/
    if (this.generator === 'hexo' && /[`~]/.test(lineAround(body, change.from))) return null
    return this.expansion.patched(change, body, (text) => mayMatter.test(text))
  }

  private follow(inner: IncrementalRenderer, expansion: Expansion | null, known?: TextChange): Patch {
    const text = expansion?.text ?? this.body
    const change = known ?? longTextDifference(inner.body, text)
    const patch = change === null ? noPatch : inner.apply([change], text)
    this.expansion = expansion
    const before = this.units.toSpliced(patch.from, patch.removed, ...patch.added)
    this.units = this.outerUnits(inner, before)
    const end = patch.from + patch.added.length
    const changed: number[] = []
    for (const [index, unit] of this.units.entries()) {
      if (unit !== before[index] && (index < patch.from || index >= end)) changed.push(index)
    }
    return { ...patch, added: this.units.slice(patch.from, end), changed }
  }

  private expand(body: string): Expansion | null {
    if (this.values === null) return null
    this.standIns.begin()
    this.known = this.next
    this.next = new Map()
    const job: ExpansionJob = {
      flavour: this.setup.flavour,
      ...this.values,
      standIns: this.standIns,
      renderMarkdown: (markdown) => this.renderMarkdown(markdown),
    }
    return expandTemplates(body, this.generator, job)
  }

  private renderMarkdown(markdown: string): string {
    const html = this.next.get(markdown) ?? this.known.get(markdown) ?? renderBody(markdown, this.setup)
    this.next.set(markdown, html)
    return html
  }

  /** The units in terms of the source; one that is as before is the same object. */
  private outerUnits(inner: IncrementalRenderer, before: readonly Unit[] = []): readonly Unit[] {
    const { expansion } = this
    if (expansion === null) return inner.units
    let end = 0
    const ends = inner.units.map((unit) => {
      end += unit.length
      return end
    })
    const sourceEnds = expansion.sourceOffsets(ends)
    let position = 0
    const lineBreaks = new LineBreaks(this.body)
    return inner.units.map((unit, index) => {
      const sourceEnd = sourceEnds[index] ?? position
      const outer: Unit = {
        key: unit.key,
        ...this.fill(unit),
        length: sourceEnd - position,
        lineBreaks: lineBreaks.upTo(sourceEnd),
      }
      position = sourceEnd
      const old = before[index]
      return old !== undefined && isSameUnit(old, outer) ? old : outer
    })
  }

  private fill(unit: Unit): { readonly html: string; readonly hasRawHtml: boolean } {
    const known = this.filled.get(unit)
    if (known !== undefined) return known
    const html = this.standIns.fill(unit.html, { unwraps: this.generator === 'hugo' })
    const filled = { html, hasRawHtml: unit.hasRawHtml || html !== unit.html }
    this.filled.set(unit, filled)
    return filled
  }
}

/** The line that `offset` lies in. */
function lineAround(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(from, end < 0 ? text.length : end)
}

function isSameUnit(one: Unit, other: Unit): boolean {
  return (
    one.key === other.key &&
    one.html === other.html &&
    one.length === other.length &&
    one.lineBreaks === other.lineBreaks &&
    one.hasRawHtml === other.hasRawHtml
  )
}

/**
 * Like `createDocumentRenderer`, in steps of about a block each: run it until it is done, a slice at a time.
 */
export function* openDocumentRenderer(
  body: string,
  given: FlavourOrSetup,
  values: TemplateValues | null = noTemplateValues,
): Generator<undefined, DocumentRenderer> {
  const setup = setupOf(given)
  const generator = templateGeneratorOf(setup)
  if (generator === null) {
    const renderer = yield* openIncrementalRenderer(body, setup)
    return Object.assign(renderer, { stops: [], setValues: () => noPatch })
  }
  const renderer = new TemplatedRenderer(body, setup, generator, values)
  yield* renderer.open()
  return renderer
}

/** Renders a post's body with its template tags expanded, ready to follow edits; with null for `values` the tags stay as they are written. */
export function createDocumentRenderer(
  body: string,
  given: FlavourOrSetup,
  values: TemplateValues | null = noTemplateValues,
): DocumentRenderer {
  const opening = openDocumentRenderer(body, given, values)
  for (;;) {
    const step = opening.next()
    if (step.done) return step.value
  }
}

/**
 * The HTML of a whole post, and why its generator would stop. Where it would, the tags are left as they are written: that is what the
 * Markdown renderer alone makes of the text.
 */
export function renderDocument(
  body: string,
  given: FlavourOrSetup,
  values: TemplateValues = noTemplateValues,
): { readonly html: string; readonly stops: readonly BuildStop[] } {
  const renderer = createDocumentRenderer(body, given, values)
  const { stops } = renderer
  return { html: stops.length > 0 ? renderBody(body, given) : renderer.html(), stops }
}
