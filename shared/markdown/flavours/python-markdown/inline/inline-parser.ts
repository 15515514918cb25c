import { Element } from '../element'
import { abbreviationRules } from './abbreviation-rules'
import { asteriskEmphasis, underscoreEmphasis } from './emphasis-rules'
import type { InlineContext, InlineRule } from './inline-rule'
import {
  autolink,
  footnoteReference,
  inlineImage,
  inlineLink,
  mailAutolink,
  referenceImage,
  referenceLink,
  shortReferenceImage,
  shortReferenceLink,
} from './link-rules'
import {
  backslashEscape,
  characterReference,
  codeSpan,
  everyLineBreak,
  inlineHtml,
  lineBreak,
  loneMarker,
} from './text-rules'

// Python-Markdown 3.4 inlinepatterns.py: each over the whole text before the next begins.
const firstRules: readonly InlineRule[] = [codeSpan, backslashEscape]
const otherRules: readonly InlineRule[] = [
  referenceLink,
  inlineLink,
  inlineImage,
  referenceImage,
  shortReferenceLink,
  shortReferenceImage,
  autolink,
  mailAutolink,
  lineBreak,
  inlineHtml,
  characterReference,
  loneMarker,
  asteriskEmphasis,
  underscoreEmphasis,
]

/** The rules with those of the extensions that are on at their priorities. */
function rulesOf({ labels, syntax }: InlineContext): readonly InlineRule[] {
  return [
    ...firstRules,
    ...(syntax.footnotes ? [footnoteReference] : []),
    ...otherRules,
    ...(syntax.lineBreaks ? [everyLineBreak] : []),
    ...(syntax.abbreviations ? abbreviationRules(labels.abbreviations()) : []),
  ]
}

const mayHoldMarkup = /[`\\[\]!<&*_]| {2}\n/

type Step = { readonly data: string; readonly matched: boolean; readonly next: number }

/** Replaces the inline constructs in the texts of a tree of blocks by elements. */
export class InlineParser {
  private readonly rules: readonly InlineRule[]
  /** Every text has to be looked through, also one without any mark. */
  private readonly looksAtWords: boolean

  constructor(private readonly context: InlineContext) {
    this.rules = rulesOf(context)
    const { labels, syntax } = context
    this.looksAtWords = syntax.lineBreaks || (syntax.abbreviations && labels.abbreviations().size > 0)
  }

  /** A copy of `source` with its inline constructs as elements; `source` stays as it is. */
  parse(source: Element): Element {
    const result = source.shell()
    result.tail = ''
    if (source.isFinal) result.text = source.text
    else this.place(source.text, result)
    for (const child of source.children) {
      const parsed = this.parse(child)
      result.children.push(parsed)
      if (child.isTailFinal) parsed.tail = child.tail
      else this.place(child.tail, result, parsed)
    }
    return result
  }

  /** Puts `text`, parsed, into `parent`: behind `last`, or before its first child. */
  private place(text: string, parent: Element, last?: Element): void {
    if (text === '') return
    const elements = this.placeParts(this.applyRules(text, 0), parent, last)
    for (const element of elements) this.parseChildren(element)
  }

  /** Puts the words and elements of `text` into `parent`; gives the elements. */
  private placeParts(text: string, parent: Element, last?: Element): readonly Element[] {
    const elements: Element[] = []
    let behind = last
    for (const part of this.context.nodes.split(text)) {
      if (typeof part !== 'string') {
        behind = this.expand(part)
        parent.children.push(behind)
        elements.push(behind)
      } else if (behind) behind.tail += part
      else parent.text += part
    }
    return elements
  }

  /** An element that a rule made, with its placeholders expanded. */
  private expand(element: Element): Element {
    const result = new Element(element.tag)
    result.attributes.push(...element.attributes)
    result.isFinal = element.isFinal
    this.placeParts(element.text, result)
    for (const child of element.children) {
      const expanded = this.expand(child)
      result.children.push(expanded)
      this.placeParts(child.tail, result, expanded)
    }
    return result
  }

  /** What stands inside the children of an element that a rule made meets every rule once more, as in Python-Markdown. */
  private parseChildren(element: Element): void {
    const children = element.children.splice(0)
    for (const child of children) {
      const { text, tail } = child
      element.children.push(child)
      this.parseChildren(child)
      child.tail = ''
      this.place(tail, element, child)
      if (child.isFinal) continue
      const inner = child.children.splice(0)
      child.text = ''
      this.place(text, child)
      child.children.push(...inner)
    }
  }

  private applyRules(text: string, from: number): string {
    if (!this.looksAtWords && !mayHoldMarkup.test(text)) return text
    let data = text
    for (let index = from; index < this.rules.length; index++) {
      let step: Step = { data, matched: true, next: 0 }
      while (step.matched) step = this.applyRule(index, step.data, step.next)
      data = step.data
    }
    return data
  }

  /** Replaces the first match of rule `index` from `start` on; the search begins anew behind a replacement. */
  private applyRule(index: number, data: string, start: number): Step {
    const rule = this.rules[index]
    if (rule === undefined) return { data, matched: false, next: 0 }
    const pattern = rule.pattern
    pattern.lastIndex = start
    for (let match = pattern.exec(data); match; match = pattern.exec(data)) {
      const result = rule.handle(match, data, this.context)
      if (result === null) continue
      if (result.kind === 'skip') return { data, matched: true, next: result.end }
      if (typeof result.node !== 'string' && !result.node.isFinal) this.applyInside(result.node, index)
      const placeholder = this.context.nodes.store(result.node)
      return {
        data: data.slice(0, result.start) + placeholder + data.slice(result.end),
        matched: true,
        next: 0,
      }
    }
    return { data, matched: false, next: 0 }
  }

  /** The texts of an element that rule `index` made: they meet the rules behind it, what follows a child meets it too. */
  private applyInside(element: Element, index: number): void {
    element.text = this.applyRules(element.text, index + 1)
    for (const child of element.children) {
      if (!child.isFinal) child.text = this.applyRules(child.text, index + 1)
      child.tail = this.applyRules(child.tail, index)
    }
  }
}
