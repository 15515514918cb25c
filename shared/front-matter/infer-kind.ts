import type { FieldKind } from '../contract/field'
import { parseDate } from './dates'
import type { FieldValue } from './front-matter'

type Trait = 'yes-no' | 'date' | 'number' | 'list' | 'parts' | 'text'

/** Keys whose values are a post's own even when two posts happen to share one. */
const uniqueByName =
  /^(?:(?:sub|short_?)?title|name|slug|permalink|url|link|id|guid|uuid|headline|redirect.*)$/i
/** Keys that are prose. */
const proseByName = /^(?:.*description|.*excerpt|.*summary|abstract|lead|intro|tldr|bio)$/i
/** Keys that name one of a few, so that a value used twice is a choice already. */
const choiceByName =
  /^(?:authors?|by|byline|teams?|categor(?:y|ies)|section|layout|type|kind|series|template|theme|lang|language|locale|status|editor|translator|department|topic)$/i

/**
 * What a field is, by the values that a folder's posts give it; empty values say nothing. A share of exceptions is
 * tolerated, as real blogs have them.
 */
export function kindOf(key: string, values: readonly FieldValue[]): FieldKind {
  const filled = values.filter((value) => !isEmpty(value))
  if (filled.length === 0) return values.some((value) => value.kind === 'list') ? 'list' : kindByName(key)
  const traits = filled.map(traitOf)
  const share = (...wanted: readonly Trait[]): number =>
    traits.filter((trait) => wanted.includes(trait)).length / filled.length
  if (share('yes-no') >= 0.95) return 'yes-no'
  if (share('date') >= 0.9) return 'date'
  if (share('number') >= 0.95) return 'number'
  if (share('list', 'text', 'number') >= 0.98 && share('list') >= 0.3) return 'list'
  if (share('parts', 'list') > 0.02) return 'other'
  return kindOfTexts(key, filled.map(sourceOf))
}

/** Whether a text is a date in a form that `parseDate` reads. */
function isDateText(text: string): boolean {
  return parseDate(text) !== null
}

function kindByName(key: string): FieldKind {
  if (proseByName.test(key)) return 'long-text'
  if (/^(?:tags|categories|keywords|aliases|authors|topics)$/i.test(key)) return 'list'
  return /^(?:date|pub_?date|published_?(?:on|at)|updated|lastmod|last_modified_at)$/i.test(key)
    ? 'date'
    : 'text'
}

function kindOfTexts(key: string, texts: readonly string[]): FieldKind {
  const lengths = texts.map((text) => text.length).toSorted((one, other) => one - other)
  const isLong = texts.some((text) => text.includes('\n')) || (lengths[lengths.length >> 1] ?? 0) > 100
  if (isLong || proseByName.test(key)) return 'long-text'
  return isChoice(key, texts) ? 'choice' : 'text'
}

function isChoice(key: string, texts: readonly string[]): boolean {
  if (uniqueByName.test(key) || texts.some((text) => text.length >= 60)) return false
  const distinct = new Set(texts).size
  if (choiceByName.test(key)) return distinct < texts.length
  return texts.length >= 4 && distinct <= 20 && texts.length / distinct >= 3
}

function traitOf(value: FieldValue): Trait {
  switch (value.kind) {
    case 'map':
      return 'parts'
    case 'list':
      return value.items.every((item) => item.kind === 'text' || item.kind === 'plain') ? 'list' : 'parts'
    case 'plain':
      return value.type === 'null' ? 'text' : value.type
    case 'text':
      return isDateText(value.text) ? 'date' : 'text'
  }
}

function isEmpty(value: FieldValue): boolean {
  if (value.kind === 'plain') return value.type === 'null'
  if (value.kind === 'text') return value.text.trim() === ''
  return value.kind === 'list' && value.items.length === 0
}

function sourceOf(value: FieldValue): string {
  if (value.kind === 'text') return value.text
  return value.kind === 'plain' ? value.source : ''
}
