import { attributesHtml, escapeText } from '../html/escape'
import { voidElements } from '../html/names'
import type { ElementSpan, Span } from './span'

/** Spans as HTML, and whether HTML of the writer's own is among them. */
export type RenderedSpans = { readonly html: string; readonly hasRawHtml: boolean }

function elementHtml(span: ElementSpan, content: string): string {
  const start = `<${span.tag}${attributesHtml(span.attributes)}`
  if (span.type === 'img') return `${start} />`
  if (content === '' && voidElements.has(span.tag)) return `${start} />`
  return `${start}>${content}</${span.tag}>`
}

function textHtml(text: string, lineBreak: string | null): string {
  const html = escapeText(text)
  return lineBreak === null ? html : html.replaceAll(lineBreak, '<br />\n')
}

/** Writes spans. `lineBreak` is what makes a break in text; null where nothing does. */
export function spansHtml(spans: readonly Span[], lineBreak: string | null): RenderedSpans {
  let hasRawHtml = false
  const parts = spans.map((span) => {
    if (span.type === 'text') return textHtml(span.text, lineBreak)
    if (!('children' in span)) {
      hasRawHtml ||= span.isRawHtml ?? false
      return span.html(span.attributes)
    }
    const isHtml = span.type === 'html'
    const inner = spansHtml(span.children, isHtml ? null : lineBreak)
    hasRawHtml ||= inner.hasRawHtml || isHtml
    return elementHtml(span, inner.html)
  })
  return { html: parts.join(''), hasRawHtml }
}
