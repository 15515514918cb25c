import type { FieldSchema } from '../../contract/field'

/**
 * A value of a configuration file with its line, 1-based, whatever language the file is in. Maps are lists of entries: a key such as
 * `__proto__` is a key like any other.
 */
export type SourcedValue = { readonly line: number } & (
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly SourcedValue[] }
  | { readonly kind: 'map'; readonly entries: readonly SourcedEntry[] }
)

/** A key with its value; `line` is the key's. */
export type SourcedEntry = { readonly key: string; readonly line: number; readonly value: SourcedValue }

/** A map's entry, the first of that name; undefined where there is none or the value is no map. */
export function entryOf(value: SourcedValue | undefined, key: string): SourcedEntry | undefined {
  return entriesOf(value).find((entry) => entry.key === key)
}

/** The value that the keys lead to. */
export function valueAt(
  value: SourcedValue | undefined,
  ...keys: readonly string[]
): SourcedValue | undefined {
  return keys.reduce((inner, key) => entryOf(inner, key)?.value, value)
}

/** A map's entries in their order, none for anything else. */
export function entriesOf(value: SourcedValue | undefined): readonly SourcedEntry[] {
  return value?.kind === 'map' ? value.entries : []
}

/** A list's items, none for anything else. */
export function itemsOf(value: SourcedValue | undefined): readonly SourcedValue[] {
  return value?.kind === 'list' ? value.items : []
}

/** A scalar as a text, null for what is empty, a list or a map. */
export function textOf(value: SourcedValue | undefined): string | null {
  return value?.kind !== 'scalar' || value.value === null ? null : String(value.value)
}

/** `true` and `false`, also in the words of older YAML; null for anything else. */
export function yesNoOf(value: SourcedValue | undefined): boolean | null {
  const word = textOf(value)?.toLowerCase()
  if (word === 'true' || word === 'yes' || word === 'on') return true
  return word === 'false' || word === 'no' || word === 'off' ? false : null
}

/** Whether a map says `true` of a key. */
export function isSet(value: SourcedValue | undefined, key: string): boolean {
  return yesNoOf(entryOf(value, key)?.value) === true
}

/** The value as JSON. Keys become own properties, `__proto__` too. */
export function jsonOf(value: SourcedValue): FieldSchema['default'] {
  switch (value.kind) {
    case 'scalar':
      // JSON has no endless numbers
      return typeof value.value === 'number' && !Number.isFinite(value.value)
        ? String(value.value)
        : value.value
    case 'list':
      return value.items.map(jsonOf)
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, jsonOf(entry.value)]))
  }
}
