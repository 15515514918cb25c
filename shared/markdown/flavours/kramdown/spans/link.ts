import { type AttributeList, applyAttributeList, attributeListOf } from '../attribute-lists'
import { normaliseLabel } from '../blocks/definitions'
import { readReference } from '../references'
import type { ElementSpan, Span } from './span'
import type { SpanParser, SpanRule } from './span-parser'

const bracket = /(\])|!?\[/y
const escaped = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g

type Target = { readonly href: string; readonly title: string | null; readonly list: AttributeList | null }

/** The address between round brackets, which may be nested, and a title; null when they are not closed. */
function readInlineTarget(parser: SpanParser): Target | null {
  const { text } = parser
  let href: string
  const angled = parser.match(/\(<(.*?)>/y)
  if (angled) {
    href = angled[1] ?? ''
    parser.position += angled[0].length
    if (text[parser.position] === ')') {
      parser.position++
      return { href, title: null, list: null }
    }
  } else {
    const found = readBrackets(text, parser.position)
    if (found === null) return null
    href = text.slice(parser.position + 1, found.end - 1).trim()
    parser.position = found.end
    if (found.isClosed) return { href, title: null, list: null }
  }
  const title = parser.match(/\s*?(["'])([\s\S]+?)\1\s*?\)/y)
  if (title === null) return null
  parser.position += title[0].length
  return { href, title: title[2] ?? '', list: null }
}

/** Where the brackets that open at `from` are closed, or the space before a title. */
function readBrackets(
  text: string,
  from: number,
): { readonly end: number; readonly isClosed: boolean } | null {
  let depth = 0
  const pattern = /(\()|(\))|\s(?=['"])/g
  pattern.lastIndex = from
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found[1] !== undefined) depth++
    else if (found[2] === undefined) return { end: pattern.lastIndex, isClosed: false }
    else if (--depth === 0) return { end: pattern.lastIndex, isClosed: true }
  }
  return null
}

function readTarget(parser: SpanParser, label: string): Target | null {
  const reference = parser.match(/\s*?\[([^\]]+)?\]/y)
  if (reference === null && parser.text[parser.position] === '(') return readInlineTarget(parser)
  if (reference) parser.position += reference[0].length
  const found = parser.context.labels.reference(normaliseLabel(reference?.[1] ?? label))
  if (found === undefined) return null
  const { href, attributes } = readReference(found.href)
  return { href, title: found.title, list: attributes === '' ? null : attributeListOf(attributes) }
}

/** `[text](address "title")`, `[text][label]`, `[label]`, and the same with `!` for pictures. */
export const linkRule: SpanRule = (parser) => {
  const open = parser.match(/!?\[(?=[^^])/y)
  if (open === null) return false
  const start = parser.position
  const asText = (): true => {
    parser.position = start
    parser.takeText(open[0].length)
    return true
  }
  const isImage = open[0].startsWith('!')
  if (!isImage && (parser.isIn('a') || parser.isIn('img'))) return asText()
  parser.position += open[0].length
  const contentStart = parser.position
  const type = isImage ? 'img' : 'a'
  const element: ElementSpan = { type, tag: type, attributes: new Map(), children: [], isRaw: false }
  let count = 1
  const isEnd = (children: readonly Span[]): boolean => {
    count += parser.text[parser.position] === ']' ? -1 : 1
    return count - children.filter((child) => child.type === 'img').length === 0
  }
  if (!parser.parseInside(element, { pattern: bracket, isEnd })) return asText()
  const label = parser.text.slice(contentStart, parser.position).replace(escaped, '$1')
  parser.position++
  const target = readTarget(parser, label)
  if (target === null) return asText()
  if (target.list) applyAttributeList(target.list, element.attributes, parser.context.named)
  element.attributes.set(isImage ? 'src' : 'href', target.href)
  if (isImage) {
    element.attributes.set('alt', label)
    element.children.length = 0
  }
  if (target.title !== null) element.attributes.set('title', target.title)
  parser.add(element)
  return true
}
