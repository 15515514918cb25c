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

function textHtml(text: string, hasBackslashBreaks: boolean): string {
  const html = escapeText(text)
  return hasBackslashBreaks ? html.replaceAll('\\\n', '<br />\n') : html
}

/** Writes spans. A backslash at a line's end is a break only where the document itself says so. */
export function spansHtml(spans: readonly Span[], hasBackslashBreaks: boolean): RenderedSpans {
  let hasRawHtml = false
  const parts = spans.map((span) => {
    if (span.type === 'text') return textHtml(span.text, hasBackslashBreaks)
    if (!('children' in span)) {
      hasRawHtml ||= span.isRawHtml ?? false
      return span.html(span.attributes)
    }
    const isHtml = span.type === 'html'
    const inner = spansHtml(span.children, hasBackslashBreaks && !isHtml)
    hasRawHtml ||= inner.hasRawHtml || isHtml
    return elementHtml(span, inner.html)
  })
  return { html: parts.join(''), hasRawHtml }
}
