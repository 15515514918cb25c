import type { Field, FieldPath, FieldValue } from '#shared/front-matter/front-matter'

/** A value of the front matter and where it is. */
export type FoundValue = { readonly path: FieldPath; readonly value: FieldValue }

/**
 * The value that `key` names: a key of just that name first, with its dots, else the way into maps by key and into lists by number,
 * counted from 0 (`authors.0.name`). Null when there is none.
 */
export function findField(fields: readonly Field[], key: string): FoundValue | null {
  return findIn({ path: [], value: { kind: 'map', entries: fields } }, key.split('.'))
}

function findIn({ path, value }: FoundValue, steps: readonly string[]): FoundValue | null {
  const [first] = steps
  if (first === undefined) return { path, value }
  if (value.kind === 'list') {
    const index = /^\d+$/.test(first) ? Number(first) : -1
    const item = value.items[index]
    return item === undefined ? null : findIn({ path: [...path, index], value: item }, steps.slice(1))
  }
  if (value.kind !== 'map') return null
  for (let length = steps.length; length > 0; length -= 1) {
    const key = steps.slice(0, length).join('.')
    const entry = value.entries.find((candidate) => candidate.key === key)
    const found =
      entry === undefined ? null : findIn({ path: [...path, key], value: entry.value }, steps.slice(length))
    if (found !== null) return found
  }
  return null
}

/** The map that a new key belongs into, and what the key is called there. */
export type NewPlace = { readonly path: FieldPath; readonly key: string }

/** Where the field `key`, which is not there, would be added: `seo.title` as `title` in the map `seo`. Null when there is no such map. */
export function placeForField(fields: readonly Field[], key: string): NewPlace | null {
  const steps = key.split('.')
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const parent = findField(fields, steps.slice(0, length).join('.'))
    if (parent?.value.kind === 'map') return { path: parent.path, key: steps.slice(length).join('.') }
  }
  return steps.length === 1 ? { path: [], key } : null
}
