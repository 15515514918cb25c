import { Element } from '../element'
import type { InlineRule } from './inline-rule'

/** How a match becomes elements: `single`: one; `outer-first`: the second group in the inner one; `inner-last`: the inner one at the end. */
type Shape = 'single' | 'inner-first' | 'inner-last'

type Form = { readonly pattern: RegExp; readonly shape: Shape; readonly tags: readonly [string, string?] }

// Python-Markdown 3.4 inlinepatterns.py, AsteriskProcessor.PATTERNS, in order.
const asteriskForms: readonly Form[] = [
  { pattern: /(\*)\1{2}(.+?)\1(.*?)\1{2}/suy, shape: 'inner-first', tags: ['strong', 'em'] },
  { pattern: /(\*)\1{2}(.+?)\1{2}(.*?)\1/suy, shape: 'inner-first', tags: ['em', 'strong'] },
  { pattern: /(\*)\1(?!\1)([^*]+?)\1(?!\1)(.+?)\1{3}/suy, shape: 'inner-last', tags: ['strong', 'em'] },
  { pattern: /(\*{2})(.+?)\1/suy, shape: 'single', tags: ['strong'] },
  { pattern: /(\*)([^*]+)\1/suy, shape: 'single', tags: ['em'] },
]

const notWordBefore = String.raw`(?<![\p{L}\p{N}_])`
const notWordAfter = String.raw`(?![\p{L}\p{N}_])`
const sticky = (pattern: string): RegExp => new RegExp(pattern, 'suy')

// The same of UnderscoreProcessor: an underscore inside a word is one.
const underscoreForms: readonly Form[] = [
  { pattern: /(_)\1{2}(.+?)\1(.*?)\1{2}/suy, shape: 'inner-first', tags: ['strong', 'em'] },
  { pattern: /(_)\1{2}(.+?)\1{2}(.*?)\1/suy, shape: 'inner-first', tags: ['em', 'strong'] },
  {
    pattern: sticky(
      String.raw`${notWordBefore}(_)\1(?!\1)(.+?)${notWordBefore}\1(?!\1)(.+?)\1{3}${notWordAfter}`,
    ),
    shape: 'inner-last',
    tags: ['strong', 'em'],
  },
  {
    pattern: sticky(String.raw`${notWordBefore}(_{2})(?!_)(.+?)(?<!_)\1${notWordAfter}`),
    shape: 'single',
    tags: ['strong'],
  },
  {
    pattern: sticky(String.raw`${notWordBefore}(_)(?!_)(.+?)(?<!_)\1${notWordAfter}`),
    shape: 'single',
    tags: ['em'],
  },
]

function matchAt(form: Form, data: string, at: number): RegExpExecArray | null {
  form.pattern.lastIndex = at
  return form.pattern.exec(data)
}

/** Emphasis by one marker. Inside a match only the forms behind its own are tried, as Python-Markdown does. */
class EmphasisBuilder {
  constructor(
    private readonly marker: string,
    private readonly forms: readonly Form[],
  ) {}

  /** The emphasis that begins at `at`. */
  build(data: string, at: number): { element: Element; end: number } | null {
    for (const [index, form] of this.forms.entries()) {
      const match = matchAt(form, data, at)
      if (match) return { element: this.element(match, form, index), end: at + match[0].length }
    }
    return null
  }

  private element(match: RegExpExecArray, form: Form, index: number): Element {
    const outer = new Element(form.tags[0])
    const text = match[2] ?? ''
    if (form.shape === 'single') {
      this.fill(text, outer, null, index)
      return outer
    }
    const inner = new Element(form.tags[1] ?? 'em')
    const other = match[3] ?? ''
    if (form.shape === 'inner-first') {
      this.fill(text, inner, null, index)
      outer.children.push(inner)
      this.fill(other, outer, inner, index)
    } else {
      this.fill(text, outer, null, index)
      outer.children.push(inner)
      this.fill(other, inner, null, index)
    }
    return outer
  }

  /** Puts `data` into `parent` behind `last`, with the emphasis that the forms behind `index` find in it. */
  private fill(data: string, parent: Element, last: Element | null, index: number): void {
    let behind = last
    let taken = 0
    let position = 0
    const place = (text: string): void => {
      if (text === '') return
      if (behind) behind.tail = text
      else parent.text = text
    }
    while (position < data.length) {
      let matched = false
      if (data.startsWith(this.marker, position)) {
        for (let next = index + 1; next < this.forms.length; next++) {
          const form = this.forms[next]
          const match = form && matchAt(form, data, position)
          if (!form || !match) continue
          place(data.slice(taken, position))
          behind = this.element(match, form, next)
          parent.children.push(behind)
          position += match[0].length
          taken = position
          matched = true
        }
      }
      if (!matched) position++
    }
    place(data.slice(taken))
  }
}

function emphasisRule(marker: '*' | '_', forms: readonly Form[]): InlineRule {
  const builder = new EmphasisBuilder(marker, forms)
  return {
    pattern: marker === '*' ? /\*/g : /_/g,
    handle(match, data) {
      const built = builder.build(data, match.index)
      return built && { kind: 'replace', node: built.element, start: match.index, end: built.end }
    },
  }
}

/** `*em*`, `**strong**` and their combinations. */
export const asteriskEmphasis = emphasisRule('*', asteriskForms)
/** `_em_`, `__strong__` and their combinations. */
export const underscoreEmphasis = emphasisRule('_', underscoreForms)
