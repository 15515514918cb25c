import type { FieldSchema } from '#shared/contract/post'
import { parseDate } from '#shared/front-matter/dates'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'

/** Which control a field gets: what the other posts have decides, and the value itself where they say nothing. */
export type Control = 'text' | 'long-text' | 'date' | 'list' | 'yes-no' | 'choice' | 'number' | 'source'

/** The control for a field's value; `source` shows what the file has and leaves the change to the text. */
export function controlFor({ value, refusal }: Field, schema: FieldSchema | undefined): Control {
  if (refusal !== null) return 'source'
  switch (value.kind) {
    case 'map':
      return 'source'
    case 'list':
      return value.items.every(({ kind }) => kind === 'text' || kind === 'plain') ? 'list' : 'source'
    case 'plain':
      return plainControl(value.type, schema?.kind)
    case 'text':
      return value.text.includes('\n') ? 'long-text' : textControl(value.text, schema?.kind)
  }
}

function plainControl(
  type: 'date' | 'number' | 'yes-no' | 'null',
  kind: FieldSchema['kind'] | undefined,
): Control {
  if (kind === 'text' || kind === 'long-text' || kind === 'choice') return kind
  if (type !== 'null') return type
  return kind === undefined || kind === 'other' ? 'text' : kind
}

function textControl(text: string, kind: FieldSchema['kind'] | undefined): Control {
  if (kind === 'date' || kind === 'choice' || kind === 'long-text') return kind
  return kind === undefined && parseDate(text) !== null ? 'date' : 'text'
}

/** Whether a control can go on with a field as it is now, so that it need not be swapped under the caret. */
export function canHold(control: Control, { value, refusal }: Field): boolean {
  if (refusal !== null || value.kind === 'map') return control === 'source'
  if (control === 'list') return value.kind === 'list' || (value.kind === 'plain' && value.type === 'null')
  if (control === 'yes-no')
    return value.kind === 'plain' && (value.type === 'null' || value.type === 'yes-no')
  if (value.kind === 'list' || control === 'source') return false
  return control === 'long-text' || value.kind === 'plain' || !value.text.includes('\n')
}

/** A value's text as a control shows it. */
export function shownText(value: FieldValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'plain') return value.type === 'null' ? '' : value.source
  return ''
}
