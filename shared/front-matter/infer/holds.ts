import type { FieldSchema } from '../../contract/field'
import { parseDate } from '../dates'
import type { FieldValue } from '../front-matter'
import { isNumberText } from './number-text'
import { yesNoWordsOf } from './yes-no'

/** What decides whether a field has room for a value. */
export type HoldingField = Pick<FieldSchema, 'key' | 'kind' | 'isOneOrList'> & {
  readonly fields: readonly HoldingField[]
}

/**
 * Whether the control of a field's kind shows `value` as it is and can change it without making it something else. Nothing and an empty
 * text suit every kind. `other` has no control, so it holds nothing else.
 */
export function holds(field: HoldingField, value: FieldValue): boolean {
  if (isNothing(value)) return true
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'reference':
    case 'image':
      return isLine(value) || (field.isOneOrList && isListOfSingles(value))
    case 'long-text':
      return isSingle(value)
    case 'number':
      return isSingle(value) && isNumber(value)
    case 'yes-no':
      return isSingle(value) && isYesNo(value)
    case 'date':
      return isSingle(value) && parseDate(textOf(value)) !== null
    case 'list':
      return isListOfSingles(value) || (field.isOneOrList && isLine(value))
    case 'object':
      return value.kind === 'map' && holdsEntries(field, value)
    case 'object-list':
      return holdsItems(field, value)
    case 'other':
      return false
  }
}

type Map = Extract<FieldValue, { kind: 'map' }>
type Single = Exclude<FieldValue, { kind: 'map' | 'list' }>

/** A key that the collection does not know is shown by its own value. */
function holdsEntries({ fields }: HoldingField, { entries }: Map): boolean {
  return entries.every(({ key, value }) => {
    const known = fields.find((field) => field.key.toLowerCase() === key.toLowerCase())
    return known === undefined || holds(known, value)
  })
}

function holdsItems(field: HoldingField, value: FieldValue): boolean {
  if (value.kind === 'map') return field.isOneOrList && holdsEntries(field, value)
  return (
    value.kind === 'list' && value.items.every((item) => item.kind === 'map' && holdsEntries(field, item))
  )
}

function isNothing(value: FieldValue): boolean {
  return value.kind === 'plain' ? value.type === 'null' : value.kind === 'text' && value.text === ''
}

function isSingle(value: FieldValue): value is Single {
  return value.kind === 'text' || value.kind === 'plain'
}

/** Quoted, or in a language whose values are all text, a number is a text. */
function isNumber(value: Single): boolean {
  return value.kind === 'plain' ? value.type === 'number' : isNumberText(value.text)
}

function isYesNo(value: Single): boolean {
  return value.kind === 'plain' ? value.type === 'yes-no' : yesNoWordsOf(value.text) !== null
}

function isLine(value: FieldValue): boolean {
  return isSingle(value) && !/[\r\n]/.test(textOf(value))
}

function isListOfSingles(value: FieldValue): boolean {
  return value.kind === 'list' && value.items.every(isSingle)
}

function textOf(value: Single): string {
  return value.kind === 'text' ? value.text : value.source
}
