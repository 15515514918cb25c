import type { TextChange } from '../../text/text-change'
import type { FlavourId } from '../flavours/flavour'
import { boxHtml } from './box'
import type { StandInShape, StandIns } from './stand-ins'
import type { PlainValues, TemplateContext } from './template-context'

/** Why the site's generator would stop its build, and where in the body. */
export type BuildStop = { readonly at: number; readonly message: string }

/** What an expander needs besides the text. */
export type ExpansionJob = {
  readonly flavour: FlavourId
  readonly context: TemplateContext
  /** The post's own front matter. */
  readonly page: PlainValues
  readonly standIns: StandIns
  /** A piece of Markdown as HTML, in the post's flavour and without any templates. */
  readonly renderMarkdown: (markdown: string) => string
}

/** A stretch of the expanded text that is the source itself, character by character. */
type Exact = { readonly at: number; readonly source: number; length: number }

/** A text with its tags expanded, as Markdown is to see it. */
export class Expansion {
  /** Where the generator would stop. */
  readonly stops: BuildStop[] = []
  private readonly parts: string[] = []
  private readonly exact: Exact[] = []
  private length = 0
  private sourceReached = 0
  private finished: string | null = null
  /** Some of the source stands in the text more than once, as in a loop. */
  private repeats = false

  constructor(
    readonly body: string,
    private readonly standIns: StandIns,
    private readonly shape: StandInShape,
    private readonly maxLength: number,
  ) {}

  /** Whether more was written than an expansion may be long; nothing more is taken then. */
  get isFull(): boolean {
    return this.length > this.maxLength
  }

  /** Writes `body.slice(from, to)`, and keeps note of where it is from. A second time, as in a loop, it is text like any other. */
  verbatim(from: number, to: number): void {
    if (to <= from) return
    if (from >= this.sourceReached) {
      const last = this.exact.at(-1)
      if (last && last.at + last.length === this.length && last.source + last.length === from) {
        last.length += to - from
      } else this.exact.push({ at: this.length, source: from, length: to - from })
      this.sourceReached = to
    } else this.repeats = true
    this.write(this.body.slice(from, to))
  }

  /** Writes text for Markdown to read. */
  write(text: string): void {
    if (this.isFull || text === '') return
    this.parts.push(text)
    this.length += text.length
  }

  /** Writes HTML that Markdown must not touch. */
  output(html: string): void {
    if (html !== '') this.write(this.standIns.place(html, this.shape))
  }

  /** Writes a box; see `boxHtml`. */
  box(words: string, source: string): void {
    this.write(this.standInFor(words, source))
  }

  /** What stands for a box in a text that is not written yet; see `StandIns.fill`. */
  standInFor(words: string, source: string): string {
    return this.standIns.place(boxHtml(words, source), 'word')
  }

  /** The expanded text. */
  get text(): string {
    this.finished ??= this.parts.join('')
    return this.finished
  }

  /**
   * The expansion after an edit in the midst of text that stands there as it is written, and the edit in terms of the expanded text. null where
   * the edit may have a say in tags: `mayMatter` is asked about what it takes away and puts in, with what stands beside it.
   */
  patched(
    { from, to, insert }: TextChange,
    body: string,
    mayMatter: (text: string) => boolean,
  ): { readonly expansion: Expansion; readonly change: TextChange } | null {
    const margin = 2
    const around = this.exact.findIndex(
      (exact) => exact.source + margin <= from && to + margin <= exact.source + exact.length,
    )
    const exact = this.exact[around]
    if (exact === undefined || this.repeats || this.stops.length > 0 || this.isFull) return null
    const end = from + insert.length
    if (
      mayMatter(this.body.slice(from - margin, to + margin)) ||
      mayMatter(body.slice(from - margin, end + margin))
    ) {
      return null
    }
    const at = exact.at + from - exact.source
    const change = { from: at, to: at + to - from, insert }
    const grown = insert.length - (to - from)
    const next = new Expansion(body, this.standIns, this.shape, this.maxLength)
    next.finished = this.text.slice(0, change.from) + insert + this.text.slice(change.to)
    next.length = this.length + grown
    for (const [index, part] of this.exact.entries()) {
      if (index < around) next.exact.push(part)
      else if (index === around) next.exact.push({ ...part, length: part.length + grown })
      else next.exact.push({ ...part, at: part.at + grown, source: part.source + grown })
    }
    return { expansion: next, change }
  }

  /** The offsets in the body that `offsets` of the expanded text, in ascending order, come from. */
  sourceOffsets(offsets: readonly number[]): readonly number[] {
    const exact = [...this.exact, { at: this.length, source: this.body.length, length: 0 }]
    let index = 0
    return offsets.map((offset) => {
      if (offset >= this.length) return this.body.length
      if (offset <= 0) return 0
      while (index < exact.length - 1 && endOf(exact[index]) < offset) index++
      const here = exact[index]
      if (here === undefined) return this.body.length
      if (offset >= here.at) return here.source + offset - here.at
      const before = exact[index - 1] ?? { at: 0, source: 0, length: 0 }
      const gap = here.at - endOf(before)
      const share = gap === 0 ? 1 : (offset - endOf(before)) / gap
      const sourceEnd = before.source + before.length
      return sourceEnd + Math.round(share * (here.source - sourceEnd))
    })
  }
}

function endOf(exact: Exact | undefined): number {
  return exact === undefined ? 0 : exact.at + exact.length
}
