import type { Reference } from '../../../dialect'
import { Element } from '../element'
import type { InlineContext, InlineResult, InlineRule } from './inline-rule'
import { bracketedText, linkTarget } from './link-target'

type Shape = 'link' | 'image'

const linkStart = /(?<!!)\[/g
const imageStart = /!\[/g

function build(shape: Shape, target: Reference, text: string, context: InlineContext): Element {
  const element = new Element(shape === 'link' ? 'a' : 'img')
  if (shape === 'link') element.text = text
  else element.attributes.push(['alt', context.nodes.toText(text)])
  element.attributes.push([shape === 'link' ? 'href' : 'src', target.href])
  if (target.title !== null) element.attributes.push(['title', target.title])
  return element
}

function inlineTarget(shape: Shape): InlineRule {
  return {
    pattern: shape === 'link' ? linkStart : imageStart,
    handle(match, data, context) {
      const label = bracketedText(data, match.index + match[0].length)
      const target = label && linkTarget(data, label.end, context.nodes)
      if (!target) return null
      const node = build(shape, target, label.text, context)
      return { kind: 'replace', node, start: match.index, end: target.end }
    },
  }
}

const referenceLabel = /\s?\[([^\]]*)\]/y

function resolve(
  shape: Shape,
  label: string,
  place: { readonly text: string; readonly start: number; readonly end: number },
  context: InlineContext,
): InlineResult {
  const target = context.labels.reference(label.replace(/\s+/g, ' '))
  if (target === undefined) return { kind: 'skip', end: place.end }
  const node = build(shape, { ...target, title: target.title || null }, place.text, context)
  return { kind: 'replace', node, start: place.start, end: place.end }
}

function fullReference(shape: Shape): InlineRule {
  return {
    pattern: shape === 'link' ? linkStart : imageStart,
    handle(match, data, context) {
      const bracketed = bracketedText(data, match.index + match[0].length)
      if (!bracketed) return null
      referenceLabel.lastIndex = bracketed.end
      const label = referenceLabel.exec(data)
      if (!label) return null
      const place = { text: bracketed.text, start: match.index, end: referenceLabel.lastIndex }
      return resolve(shape, (label[1] || bracketed.text).toLowerCase(), place, context)
    },
  }
}

function shortReference(shape: Shape): InlineRule {
  return {
    pattern: shape === 'link' ? linkStart : imageStart,
    handle(match, data, context) {
      const bracketed = bracketedText(data, match.index + match[0].length)
      if (!bracketed) return null
      const place = { ...bracketed, start: match.index }
      return resolve(shape, bracketed.text.toLowerCase(), place, context)
    },
  }
}

/** `[text](address "title")` */
export const inlineLink = inlineTarget('link')
/** `![text](address "title")` */
export const inlineImage = inlineTarget('image')
/** `[text][label]`, `[text] [label]`, `[label][]` */
export const referenceLink = fullReference('link')
/** `![text][label]` */
export const referenceImage = fullReference('image')
/** `[label]` */
export const shortReferenceLink = shortReference('link')
/** `![label]` */
export const shortReferenceImage = shortReference('image')

/** `<https://…>` */
export const autolink: InlineRule = {
  pattern: /<((?:f|ht)tps?:\/\/[^<>]*)>/gi,
  handle(match, _data, context) {
    const element = new Element('a')
    const address = match[1] ?? ''
    element.attributes.push(['href', context.nodes.toText(address)])
    element.text = address
    element.isFinal = true
    return { kind: 'replace', node: element, start: match.index, end: match.index + match[0].length }
  },
}

/** `<me@example.org>`. Python-Markdown hides the address behind character references; a reader sees the same. */
export const mailAutolink: InlineRule = {
  pattern: /<([^<> !]+@[^@<> ]+)>/g,
  handle(match, _data, context) {
    const element = new Element('a')
    const address = context.nodes.toText(match[1] ?? '').replace(/^mailto:/, '')
    element.attributes.push(['href', `mailto:${address}`])
    element.text = address
    element.isFinal = true
    return { kind: 'replace', node: element, start: match.index, end: match.index + match[0].length }
  },
}

/** `[^label]`, where such a footnote is defined. */
export const footnoteReference: InlineRule = {
  pattern: /\[\^([^\]]*)\]/g,
  handle(match, _data, context) {
    const label = match[1] ?? ''
    if (!context.labels.hasFootnote(label)) return null
    const node = context.rawHtml.store(context.marks.place({ kind: 'reference', label }))
    return { kind: 'replace', node, start: match.index, end: match.index + match[0].length }
  },
}
