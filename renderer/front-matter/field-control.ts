import type { FieldSchema } from '#shared/contract/field'
import { parseDate } from '#shared/front-matter/dates'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import { oppositeWord } from './yes-no-words'

/** Which control a field gets: what the other posts have decides, and the value itself where they say nothing. */
export type Control =
  | 'text'
  | 'long-text'
  | 'date'
  | 'list'
  | 'yes-no'
  | 'choice'
  | 'number'
  | 'image'
  | 'object'
  | 'object-list'
  | 'source'

type Kind = FieldSchema['kind'] | undefined

/** Maps and lists of maps are unfolded this deep; what lies deeper is shown as it is. */
export const maxFormDepth = 4

/**
 * The control for a field's value; `source` shows what the file has and leaves the change to the text. `depth` counts the maps and
 * lists around the field.
 */
export function controlFor(field: Field, schema: FieldSchema | undefined, depth = 0): Control {
  const { value, refusal } = field
  if (refusal !== null) return 'source'
  switch (value.kind) {
    case 'map':
      return depth < maxFormDepth ? 'object' : 'source'
    case 'list':
      return listControl(value.items, schema?.kind, depth)
    case 'plain':
      if (schema?.isOneOrList === true) return 'list'
      return plainControl(value.type, schema?.kind, depth)
    case 'text':
      if (schema?.isOneOrList === true && !value.text.includes('\n')) return 'list'
      return value.text.includes('\n') ? 'long-text' : textControl(value.text, schema?.kind)
  }
}

function listControl(items: readonly FieldValue[], kind: Kind, depth: number): Control {
  if (items.length === 0) return kind === 'object-list' && depth < maxFormDepth ? 'object-list' : 'list'
  if (items.every(isShort)) return 'list'
  return items.every((item) => item.kind === 'map') && depth < maxFormDepth ? 'object-list' : 'source'
}

function isShort(item: FieldValue): boolean {
  return item.kind === 'text' || (item.kind === 'plain' && item.type !== 'null')
}

function plainControl(type: 'date' | 'number' | 'yes-no' | 'null', kind: Kind, depth: number): Control {
  if (kind === 'text' || kind === 'long-text' || kind === 'choice') return kind
  if (kind === 'reference') return 'choice'
  if (type !== 'null') return type
  if (kind === undefined || kind === 'other') return 'text'
  return (kind === 'object' || kind === 'object-list') && depth >= maxFormDepth ? 'source' : kind
}

function textControl(text: string, kind: Kind): Control {
  switch (kind) {
    case 'date':
    case 'choice':
    case 'long-text':
    case 'image':
      return kind
    case 'reference':
      return 'choice'
    // quoted, or in a language whose values are all text
    case 'number':
      return /^[-+]?\d+(?:\.\d+)?$/.test(text) || text === '' ? 'number' : 'text'
    case 'yes-no':
      return oppositeWord(text) === null ? 'text' : 'yes-no'
    case undefined:
      return parseDate(text) === null ? 'text' : 'date'
    default:
      return 'text'
  }
}

/** Whether a control can go on with a field as it is now, so that it need not be swapped under the caret. */
export function canHold(
  control: Control,
  { value, refusal }: Field,
  schema: FieldSchema | undefined = undefined,
): boolean {
  if (refusal !== null) return control === 'source'
  const isEmpty = value.kind === 'plain' && value.type === 'null'
  switch (control) {
    case 'source':
      return false
    case 'object':
      return value.kind === 'map' || isEmpty
    case 'object-list':
      return isEmpty || (value.kind === 'list' && value.items.every((item) => item.kind === 'map'))
    case 'list':
      if (value.kind === 'list') return value.items.every(isShort)
      return isEmpty || (schema?.isOneOrList === true && value.kind !== 'map')
    case 'yes-no':
      return isEmpty || (value.kind === 'plain' && value.type === 'yes-no') || isYesNoText(value)
    default:
      if (value.kind === 'map' || value.kind === 'list') return false
      return control === 'long-text' || value.kind === 'plain' || !value.text.includes('\n')
  }
}

function isYesNoText(value: FieldValue): boolean {
  return value.kind === 'text' && oppositeWord(value.text) !== null
}

/** A value's text as a control shows it. */
export function shownText(value: FieldValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'plain') return value.type === 'null' ? '' : value.source
  return ''
}
