import type { ElementSpan, Span } from './span'
import type { SpanParser, SpanRule } from './span-parser'

const stops: Readonly<Record<string, RegExp>> = { '*': /\*/y, '**': /\*\*/y, _: /_/y, __: /__/y }

function tryEmphasis(parser: SpanParser, marker: string, type: 'em' | 'strong'): ElementSpan | null {
  const element: ElementSpan = { type, tag: type, attributes: new Map(), children: [], isRaw: false }
  const pattern = stops[marker]
  if (pattern === undefined) return null
  const isEnd = (children: readonly Span[]): boolean => {
    const behind = parser.text.slice(parser.position)
    if (/\s/.test(parser.text[parser.position - 1] ?? '') || children.length === 0) return false
    if (type === 'em' && behind.startsWith(marker + marker) && !behind.startsWith(marker.repeat(3)))
      return false
    return !(marker.startsWith('_') && /^[\p{Alphabetic}\p{Nd}]/u.test(behind.slice(marker.length)))
  }
  return parser.parseInside(element, { pattern, isEnd }) ? element : null
}

/** Emphasis as kramdown reads it: without a look at what surrounds the markers, but for white space and `_` inside words. */
export const emphasisRule: SpanRule = (parser) => {
  const found = parser.match(/\*\*?|__?/y)
  if (found === null) return false
  const marker = found[0]
  const type = marker.length === 2 ? 'strong' : 'em'
  const start = parser.position
  const before = parser.text.slice(Math.max(0, start - 100), start)
  const behind = parser.text[start + marker.length] ?? ''
  if (
    (marker.startsWith('_') && /\p{Alphabetic}-?\p{Alphabetic}*$/u.test(before)) ||
    /\s/.test(behind) ||
    parser.isIn(type)
  ) {
    parser.takeText(marker.length)
    return true
  }
  parser.position += marker.length
  let element = tryEmphasis(parser, marker, type)
  let length = marker.length
  if (element === null && type === 'strong' && !parser.isInside('em')) {
    length = 1
    parser.position = start + length
    element = tryEmphasis(parser, marker.slice(0, 1), 'em')
  }
  if (element === null) {
    parser.position = start
    parser.takeText(marker.length)
  } else {
    parser.position += length
    parser.add(element)
  }
  return true
}
