import type { AddedValue, FieldEdit, Refusal } from '../front-matter'
import type { Rewrite } from './rewrite'
import { isWritable } from './string'
import { isPlainSource } from './views'

/** An edit as a few ways to write it, the most faithful first; the first that verifies is taken. */
export type Plan =
  | {
      readonly kind: 'plan'
      readonly rewrites: readonly Rewrite[]
      readonly edit: FieldEdit
      /** Where to point at when no rewrite verifies. */
      readonly offset: number
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A refused plan. `offset` is into the block. */
export function refusedPlan(reason: Refusal['reason'], message: string, offset: number): Plan {
  return { kind: 'refused', refusal: { reason, message, offset } }
}

/** Why TOML cannot hold `value`, null when it can. */
export function unwritable(value: AddedValue, offset: number): Plan | null {
  switch (value.kind) {
    case 'text':
      return isWritable(value.text) ? null : refusedPlan('unsupported-value', brokenCharacter, offset)
    case 'plain':
      return unwritablePlain(value.source, offset)
    case 'list':
      return firstOf(value.items.map((item) => unwritable(item, offset)))
    case 'map':
      return (
        repeatedName(value.entries, offset) ??
        firstOf(value.entries.map(([key, entry]) => unwritableKey(key, offset) ?? unwritable(entry, offset)))
      )
  }
}

/** Why nothing can be named `key`, null when something can. */
export function unwritableKey(key: string, offset: number): Plan | null {
  if (key === '') return refusedPlan('unsupported-value', 'A field needs a name.', offset)
  return isWritable(key) ? null : refusedPlan('unsupported-value', brokenCharacter, offset)
}

const brokenCharacter =
  'This text holds a character that TOML cannot hold (half a character, or NUL). Delete it and try again.'

function unwritablePlain(source: string, offset: number): Plan | null {
  if (source === '') return refusedPlan('unsupported-value', noEmptyValue, offset)
  if (isPlainSource(source)) return null
  return refusedPlan('unsupported-value', `TOML has no value \`${source}\`. Write it as text.`, offset)
}

/** What to say when a number, a date or yes/no is to be left empty. */
export const noEmptyValue = 'TOML has no empty value. Remove the field instead.'

function repeatedName(entries: readonly (readonly [string, AddedValue])[], offset: number): Plan | null {
  if (new Set(entries.map(([key]) => key)).size === entries.length) return null
  return refusedPlan('duplicate-key', 'The same name is there twice. Remove one of the two.', offset)
}

function firstOf(plans: readonly (Plan | null)[]): Plan | null {
  return plans.find((plan) => plan !== null) ?? null
}
