import { blockElements, contentModelOf, isKnownElement, voidElements } from '../html/names'
import { endTagAt, startTagAt } from '../html/tag-syntax'
import { addText, type ElementSpan, rawPiece } from './span'
import type { SpanRule } from './span-parser'

/** HTML of the writer's own inside a line: its content is read as Markdown, but for code and the like. */
export const htmlRule: SpanRule = (parser) => {
  const { text, position } = parser
  if (text[position] !== '<') return false
  if (text.startsWith('<!--', position)) {
    const end = text.indexOf('-->', position + '<!--'.length)
    if (end >= 0) {
      parser.position = end + '-->'.length
      parser.add(rawPiece(text.slice(position, parser.position)))
      return true
    }
  }
  const closing = endTagAt(text, position)
  if (closing) {
    parser.takeText(closing.end - position)
    return true
  }
  if (!/^<[\p{Alphabetic}_!/]/u.test(text.slice(position, position + 3))) return false
  const tag = startTagAt(text, position)
  if (tag === null) {
    parser.takeText(1)
    return true
  }
  if (blockElements.has(tag.name) || parser.isTooDeep) {
    parser.takeText(tag.end - position)
    return true
  }
  parser.position = tag.end
  const { name, attributes, isSelfClosing } = tag
  for (const [key, value] of attributes) attributes.set(key, value.replace(/\n+/g, ' '))
  const wanted = attributes.get('markdown')
  attributes.delete('markdown')
  const isRaw =
    wanted === '0' ||
    (wanted !== 'span' &&
      (contentModelOf(name) === 'raw' ||
        (wanted !== '1' && (parser.isInsideRaw || !parser.context.options.parseSpanHtml))))
  const element: ElementSpan = { type: 'html', tag: name, attributes, children: [], isRaw }
  parser.add(element)
  if (isSelfClosing || voidElements.has(name)) return true
  const pattern = new RegExp(`</${name.replace(/[.]/g, '\\.')}\\s*>`, isKnownElement(name) ? 'iy' : 'y')
  const stop = { pattern, isEnd: () => true }
  if (parser.parseInside(element, stop, isRaw ? htmlRule : null)) {
    parser.position += parser.match(pattern)?.[0].length ?? 0
  } else {
    addText(element.children, text.slice(parser.position))
    parser.position = text.length
  }
  return true
}
