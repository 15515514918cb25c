import type { Labels } from '../../../dialect'
import type { MarkSheet } from '../../../template'
import type { NamedLists } from '../attribute-lists'
import type { KramdownOptions } from '../options'
import { emphasisRule } from './emphasis'
import { htmlRule } from './html'
import { linkRule } from './link'
import { smartQuoteRule } from './smart-quotes'
import { addText, type ElementSpan, type Span } from './span'
import {
  attributesRule,
  autolinkRule,
  codeRule,
  entityRule,
  escapeRule,
  footnoteRule,
  lineBreakRule,
  mathRule,
  strikethroughRule,
  typographyRule,
} from './text-rules'

/** What the texts of a block may ask for. */
export type SpanContext = {
  readonly labels: Labels
  readonly marks: MarkSheet
  readonly named: NamedLists
  readonly options: KramdownOptions
}

/** Takes what stands at the parser's position; false when it is nothing of its kind. */
export type SpanRule = (parser: SpanParser) => boolean

/** What ends a span: a pattern, and whether it does so where it stands. */
export type Stop = { readonly pattern: RegExp; readonly isEnd: (children: readonly Span[]) => boolean }

/** The kinds of elements that are open, as bits; what opens inside depends on them. */
const bits: Readonly<Record<string, number>> = { em: 1, strong: 2, a: 4, img: 8, html: 16 }

// In the order of kramdown 2.4 kramdown.rb with the parser GFM.
const rules: readonly SpanRule[] = [
  emphasisRule,
  codeRule,
  autolinkRule,
  htmlRule,
  footnoteRule,
  linkRule,
  smartQuoteRule,
  mathRule,
  attributesRule,
  entityRule,
  typographyRule,
  lineBreakRule,
  escapeRule,
  strikethroughRule,
]

/** Where a rule may begin. A quotation mark takes the character before it along. */
const starts = /[*_`<&$\\]|!?\[|[^\\]?["']|\{:|--|\.\.\.| ?(?:<<|>>)| {2}(?=\n)|~~/g

/** Deeper nesting is left as text. */
const maxDepth = 100

// far more than any real text takes; behind that the rest is text
const baseSteps = 50_000
const stepsPerCharacter = 20

/** Parses the text of a paragraph, a heading or a cell. */
export class SpanParser {
  position = 0
  children: Span[] = []
  private openBits = 0
  private depth = 0
  private parent: ElementSpan | null = null
  /** How many more places may be looked at: what does not end is read again, once for each way to begin it. */
  private stepsLeft: number

  constructor(
    readonly text: string,
    readonly context: SpanContext,
  ) {
    this.stepsLeft = baseSteps + stepsPerCharacter * text.length
  }

  get isTooDeep(): boolean {
    return this.depth > maxDepth || this.stepsLeft <= 0
  }

  /** Whether an element of this type is open, however far out. */
  isIn(type: string): boolean {
    return (this.openBits & (bits[type] ?? 0)) !== 0
  }

  /** Whether an element of this type is the innermost open one. */
  isInside(type: string): boolean {
    return this.parent?.type === type
  }

  /** Whether the innermost open element is one whose content is as the writer typed it. */
  get isInsideRaw(): boolean {
    return this.parent?.isRaw ?? false
  }

  /** What `pattern`, which is sticky, matches at the position. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    return pattern.exec(this.text)
  }

  addText(text: string): void {
    addText(this.children, text)
  }

  /** Adds text as long as `length` from the position and moves behind it. */
  takeText(length: number): void {
    this.addText(this.text.slice(this.position, this.position + length))
    this.position += length
  }

  add(span: Span): void {
    this.children.push(span)
  }

  /** Parses the whole text. */
  parse(): Span[] {
    this.run(null, null)
    return this.children
  }

  /** The spans of another text, by itself. */
  parseApart(text: string): Span[] {
    return new SpanParser(text, this.context).parse()
  }

  /**
   * Parses the content of `element` from the position up to where `stop` ends it: the position is before it then. False when nothing
   * ends it.
   */
  parseInside(element: ElementSpan, stop: Stop, only: SpanRule | null = null): boolean {
    if (this.isTooDeep) return false
    const outer = { children: this.children, bits: this.openBits, parent: this.parent }
    this.children = element.children
    this.openBits |= bits[element.type] ?? 0
    this.parent = element
    this.depth++
    const found = this.run(stop, only)
    this.depth--
    this.children = outer.children
    this.openBits = outer.bits
    this.parent = outer.parent
    return found
  }

  private run(stop: Stop | null, only: SpanRule | null): boolean {
    const pattern = combined(only === null ? starts.source : '<', stop)
    while (this.position < this.text.length) {
      this.stepsLeft--
      if (stop !== null && this.stepsLeft <= 0) return false
      pattern.lastIndex = this.position
      const found = pattern.exec(this.text)
      if (found === null) {
        if (stop === null) this.takeText(this.text.length - this.position)
        return false
      }
      this.takeText(found.index - this.position)
      if (stop && this.match(stop.pattern) && stop.isEnd(this.children)) return true
      const taken = only === null ? rules.some((rule) => rule(this)) : only(this)
      if (!taken) this.takeText(1)
    }
    return false
  }
}

const combinations = new Map<string, RegExp>()

/** A pattern that finds where a rule may begin or a span end. */
function combined(source: string, stop: Stop | null): RegExp {
  const whole = stop === null ? source : `${stop.pattern.source}|${source}`
  const flags = stop?.pattern.ignoreCase ? 'gi' : 'g'
  // parsers are nested and share what they look for, not where they are
  const known = combinations.get(flags + whole)
  if (known) return known
  const made = new RegExp(whole, flags)
  if (combinations.size < 200) combinations.set(flags + whole, made)
  return made
}
