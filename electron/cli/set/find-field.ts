import type { Field, FieldPath, FieldValue, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'

/** A value of the front matter and where it is. */
export type FoundValue = { readonly path: FieldPath; readonly value: FieldValue }

/** How the keys of a post are told apart: some generators read `Title` and `title` as one. */
export type KeyCase = 'counts' | 'ignored'

/**
 * How this post's keys are told apart. Hugo lower-cases all keys, and Pelican those of headers.
 * Sources: Hugo's documentation of front matter ("field names are case-insensitive") and Python-Markdown's Meta-Data extension.
 */
export function keyCaseOf(text: string, locate: LocateOptions): KeyCase {
  if (locate.generator === 'hugo' || locate.generator === 'pelican') return 'ignored'
  const located = locateFrontMatter(text, locate)
  return located.kind === 'found' && located.language === 'pelican' ? 'ignored' : 'counts'
}

/**
 * The value that `key` names: a key of just that name first, with its dots, else the way into maps by key and into lists by number,
 * counted from 0 (`authors.0.name`). A key in just that spelling counts before one in another case. Null when there is none.
 */
export function findField(fields: readonly Field[], key: string, keyCase: KeyCase): FoundValue | null {
  const root: FoundValue = { path: [], value: { kind: 'map', entries: fields } }
  const steps = key.split('.')
  const found = findIn(root, steps, (one, other) => one === other)
  return found ?? (keyCase === 'counts' ? null : findIn(root, steps, isSameButForCase))
}

/** Whether two names differ in nothing but case. */
export function isSameButForCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function findIn(
  { path, value }: FoundValue,
  steps: readonly string[],
  isSame: (one: string, other: string) => boolean,
): FoundValue | null {
  const [first] = steps
  if (first === undefined) return { path, value }
  if (value.kind === 'list') {
    const index = /^\d+$/.test(first) ? Number(first) : -1
    const item = value.items[index]
    return item === undefined ? null : findIn({ path: [...path, index], value: item }, steps.slice(1), isSame)
  }
  if (value.kind !== 'map') return null
  for (let length = steps.length; length > 0; length -= 1) {
    const key = steps.slice(0, length).join('.')
    const entry = value.entries.find((candidate) => isSame(candidate.key, key))
    if (entry === undefined) continue
    const found = findIn({ path: [...path, entry.key], value: entry.value }, steps.slice(length), isSame)
    if (found !== null) return found
  }
  return null
}

/** The map that a new key belongs into, and what the key is called there. */
export type NewPlace = { readonly path: FieldPath; readonly key: string }

/** Where the field `key`, which is not there, would be added: `seo.title` as `title` in the map `seo`. Null when there is no such map. */
export function placeForField(fields: readonly Field[], key: string, keyCase: KeyCase): NewPlace | null {
  const steps = key.split('.')
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const parent = findField(fields, steps.slice(0, length).join('.'), keyCase)
    if (parent?.value.kind === 'map') return { path: parent.path, key: steps.slice(length).join('.') }
  }
  return steps.length === 1 ? { path: [], key } : null
}
