import { parseDate } from '../dates'
import type { Field, FieldValue, LocateOptions } from '../front-matter'
import { locateFrontMatter } from '../locate'
import { readFrontMatter } from '../read'
import { isNumberText } from './number-text'
import type { ObservedField, ObservedPost, ObservedSingle, ObservedValue } from './observed'
import { listStyleOf, quotesOf, quotesOfItems } from './written-style'
import { yesNoWordsOf } from './yes-no'

const maxKeptLength = 200
// Nobody fills in more by a form; what lies beyond is shown as it is.
const maxDepth = 6
const maxFields = 400
const maxItems = 400

/** What a post's text teaches; null where it has no front matter or none that can be read. Never throws. */
export function observePost(text: string, options: LocateOptions, isPublished: boolean): ObservedPost | null {
  const frontMatter = readFrontMatter(text, options)
  if (frontMatter.kind !== 'fields') return null
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') return null
  const fields = observeFields(text, frontMatter.fields, maxDepth)
  return {
    dialect: located.dialect,
    isPublished,
    fields: located.language === 'pelican' ? fields.map(withMeantType) : fields,
  }
}

/** Pelican's headers have no types: what reads as a number or as yes and no is meant to be one. */
function withMeantType(field: ObservedField): ObservedField {
  const { value } = field
  if (value.kind !== 'single') return field
  const type = isNumberText(value.text) ? 'number' : yesNoWordsOf(value.text) === null ? 'text' : 'yes-no'
  return { ...field, value: { ...value, type } }
}

/** A duplicate key counts once, as the first of its kind. */
function observeFields(text: string, fields: readonly Field[], depth: number): readonly ObservedField[] {
  const seen = new Set<string>()
  return fields
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .slice(0, maxFields)
    .map((field) => ({ key: field.key, value: observeField(text, field, depth) }))
}

function observeField(text: string, { value, keyRange, valueRange }: Field, depth: number): ObservedValue {
  const source = text.slice(valueRange.from, valueRange.to)
  if (value.kind !== 'list' || value.items.length === 0) return observeValue(text, value, source, depth)
  return {
    kind: 'list',
    items: observeItems(text, value.items, depth),
    style: listStyleOf(text, keyRange, valueRange),
    quotes: quotesOfItems(source),
  }
}

function observeItems(text: string, items: readonly FieldValue[], depth: number): readonly ObservedValue[] {
  // an item has no place of its own: its quotes are counted with the list's
  return items.slice(0, maxItems).map((item) => observeValue(text, item, '', depth))
}

function observeValue(text: string, value: FieldValue, source: string, depth: number): ObservedValue {
  switch (value.kind) {
    case 'text':
      return value.text.trim() === ''
        ? { kind: 'empty', of: 'text' }
        : observeSingle('text', value.text, quotesOf(source))
    case 'plain':
      return value.type === 'null'
        ? { kind: 'empty', of: 'nothing' }
        : observeSingle(value.type, value.source, 'plain')
    case 'list':
      if (value.items.length === 0) return { kind: 'empty', of: 'list' }
      return {
        kind: 'list',
        items: depth > 0 ? observeItems(text, value.items, depth - 1) : [],
        style: 'flow',
        quotes: null,
      }
    case 'map':
      if (value.entries.length === 0) return { kind: 'empty', of: 'map' }
      return { kind: 'map', fields: depth > 0 ? observeFields(text, value.entries, depth - 1) : [] }
  }
}

function observeSingle(
  type: ObservedSingle['type'],
  text: string,
  quotes: ObservedSingle['quotes'],
): ObservedSingle {
  const mayBeDate = type === 'date' || type === 'text'
  return {
    kind: 'single',
    type,
    text: text.slice(0, maxKeptLength),
    length: text.length,
    hasLineBreak: /[\r\n]/.test(text),
    datePattern: mayBeDate ? (parseDate(text)?.fullPattern ?? null) : null,
    quotes,
  }
}
