import type { FieldSchema } from '#shared/contract/field'
import { parseDate } from '#shared/front-matter/dates'
import type { Field, FieldValue, NewValue } from '#shared/front-matter/front-matter'
import { isPlainSafe } from '#shared/front-matter/yaml/scalar'
import type { Control } from './field-control'
import { oppositeWord } from './yes-no-words'

/** What a field was before typing began. It decides how a text is written, whatever stands in the file on the way there. */
export type Origin = {
  readonly control: Control
  readonly value: FieldValue
  /** The file has the value without quotes. */
  readonly isUnquoted: boolean
  /** The other posts say what the field is. */
  readonly isKnown: boolean
}

/**
 * Whether the file has a field's value on one line without quotes; quotes would make its source longer than its text. Of a field without a
 * value the other posts tell.
 */
export function isUnquoted({ value, valueRange }: Field, schema: FieldSchema | undefined): boolean {
  if (value.kind === 'plain') return value.type !== 'null' || (schema?.habit.quotes ?? 'plain') === 'plain'
  if (value.kind !== 'text' || value.text === '' || value.text.includes('\n')) return false
  return valueRange.to - valueRange.from === value.text.length
}

/**
 * Ways to write what was typed, the one closest to `origin` first: a value that was no text stays none as long as the text allows
 * it, and a text that stood without quotes loses those again that it needed for a while. A language that has no such value refuses
 * the first way; the last is always text.
 */
export function typedValues(origin: Origin, typed: string): readonly NewValue[] {
  const text = { kind: 'text', text: typed } as const
  const plain = { kind: 'plain', source: typed } as const
  if (origin.value.kind === 'plain' && typed === '') return [plain, text]
  if (origin.value.kind === 'plain' && staysPlain(origin, origin.value.type, typed)) return [plain, text]
  return origin.isUnquoted && isPlainSafe(typed, false) ? [plain, text] : [text]
}

type PlainType = Extract<FieldValue, { kind: 'plain' }>['type']

function staysPlain({ control, isKnown }: Origin, type: PlainType, typed: string): boolean {
  const isGuess = type === 'null' && !isKnown
  if (settleNumber(typed) === typed) return type === 'number' || control === 'number' || isGuess
  if (parseDate(typed) !== null) return type === 'date' || control === 'date'
  if (type === 'yes-no') return oppositeWord(typed) !== null
  return isGuess && /^(?:true|false)$/.test(typed)
}

/** A number as front matter writes it, or nothing; null for all else. */
export function settleNumber(typed: string): string | null {
  const text = typed.trim()
  return text === '' || /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : null
}

/** A date in any form that `parseDate` reads, or nothing; null for all else. */
export function settleDate(typed: string): string | null {
  const text = typed.trim()
  return text === '' || parseDate(text) !== null ? text : null
}

/** Ways to write an item that is added to a list: as the items that are there, which may all be numbers, else as text. */
export function typedItems(items: readonly FieldValue[], typed: string): readonly NewValue[] {
  const text = { kind: 'text', text: typed } as const
  const areNumbers =
    items.length > 0 && items.every((item) => item.kind === 'plain' && item.type === 'number')
  return areNumbers && typed !== '' && settleNumber(typed) === typed
    ? [{ kind: 'plain', source: typed }, text]
    : [text]
}
