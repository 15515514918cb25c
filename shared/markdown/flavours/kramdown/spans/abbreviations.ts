import { applyAttributeList, attributeListOf, type NamedLists } from '../attribute-lists'
import { readReference } from '../references'
import { addText, type ElementSpan, type Span } from './span'

type ShortForms = ReadonlyMap<string, string>

const patterns = new WeakMap<ShortForms, RegExp>()

function patternOf(shortForms: ShortForms): RegExp {
  const known = patterns.get(shortForms)
  if (known) return known
  const longestFirst = [...shortForms.keys()].sort((first, second) => second.length - first.length)
  const forms = longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(^|\\W)(${forms})(?!\\w)`, 'gm')
  patterns.set(shortForms, pattern)
  return pattern
}

function abbreviation(form: string, definition: string, named: NamedLists): ElementSpan {
  const { href: title, attributes: list } = readReference(definition)
  const attributes = new Map<string, string>()
  applyAttributeList(attributeListOf(list), attributes, named)
  if (title !== '') attributes.set('title', title)
  return { type: 'html', tag: 'abbr', attributes, children: [{ type: 'text', text: form }], isRaw: false }
}

function splitText(text: string, shortForms: ShortForms, named: NamedLists): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const match of text.matchAll(patternOf(shortForms))) {
    const [all, before = '', form = ''] = match
    addText(spans, text.slice(end, match.index) + before)
    spans.push(abbreviation(form, shortForms.get(form) ?? '', named))
    end = match.index + all.length
  }
  addText(spans, text.slice(end))
  return spans
}

/** The same spans with the document's abbreviations marked, where they stand as words of their own. */
export function withAbbreviations(
  spans: readonly Span[],
  shortForms: ShortForms,
  named: NamedLists,
): readonly Span[] {
  if (shortForms.size === 0) return spans
  return spans.flatMap((span): readonly Span[] => {
    if (span.type === 'text') return splitText(span.text, shortForms, named)
    if (!('children' in span) || span.isRaw) return [span]
    return [{ ...span, children: [...withAbbreviations(span.children, shortForms, named)] }]
  })
}
