import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'

const style = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--ink-faint)', fontWeight: '400' },
  { tag: [tags.url, tags.labelName], color: 'var(--accent)', fontWeight: '400' },
  { tag: tags.monospace, fontFamily: 'ui-monospace, "Cascadia Code", Menlo, monospace', fontSize: '0.9em' },
  { tag: tags.quote, color: 'var(--ink-soft)' },
  { tag: [tags.comment, tags.angleBracket, tags.meta], color: 'var(--ink-faint)' },
  { tag: tags.tagName, color: 'var(--ink-soft)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink-soft)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
])

/** Structure shown calmly: markers dimmed, headings heavier, addresses in the accent colour. */
export const highlightStyle: Extension = syntaxHighlighting(style)
