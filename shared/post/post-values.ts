/** Front matter as plain values, keys as written. Dates are the text that the file has. */
export type PostValues = Readonly<Record<string, unknown>>

/** A key's value whatever its case, since Hugo and Pelican read keys so; undefined when there is none. */
export function valueFor(values: PostValues, key: string): unknown {
  if (Object.hasOwn(values, key)) return values[key]
  const found = Object.keys(values).find((candidate) => candidate.toLowerCase() === key)
  return found === undefined ? undefined : values[found]
}

/** A value as one line of text; null for nothing, an empty text, a map or a list. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  const text = String(value).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** One or several names: a text, a list of texts, or maps with a `name`, joined by commas; null when there is none. */
export function namesOf(value: unknown): string | null {
  const items = Array.isArray(value) ? value : [value]
  const names = items.map((item) => textOf(isMap(item) ? valueFor(item, 'name') : item))
  const known = names.filter((name) => name !== null)
  return known.length === 0 ? null : known.join(', ')
}

function isMap(value: unknown): value is PostValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
