/** What JSON has no word for, said in JSON. */
type Tagged =
  | { readonly $: 'undefined' }
  | { readonly $: 'number'; readonly value: string }
  | { readonly $: 'date'; readonly value: number }
  | { readonly $: 'bytes'; readonly value: readonly number[] }
  | { readonly $: 'object'; readonly value: readonly (readonly [string, Encoded])[] }
type Encoded = null | string | boolean | number | Tagged | readonly Encoded[]

function encode(value: unknown): Encoded {
  if (value === undefined) return { $: 'undefined' }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', value: String(value) }
  if (Array.isArray(value)) return value.map(encode)
  if (value instanceof Date) return { $: 'date', value: value.getTime() }
  if (value instanceof Uint8Array) return { $: 'bytes', value: [...value] }
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return { $: 'object', value: Object.entries(value).map(([key, member]) => [key, encode(member)]) }
  throw new Error('An object could not be cloned.')
}

function decode(encoded: Encoded): unknown {
  if (encoded === null || typeof encoded !== 'object') return encoded
  if (!('$' in encoded)) return encoded.map(decode)
  switch (encoded.$) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(encoded.value)
    case 'date':
      return new Date(encoded.value)
    case 'bytes':
      return Uint8Array.from(encoded.value)
    case 'object':
      return Object.fromEntries(encoded.value.map(([key, member]) => [key, decode(member)]))
  }
}

/**
 * A value as text, for the way between the main process and a page. Carries what structured cloning carries of plain data;
 * throws Electron's "An object could not be cloned." for anything else.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(encode(value))
}

/** The value that `toWire` made text of. */
export function fromWire(text: string): unknown {
  return decode(JSON.parse(text))
}
