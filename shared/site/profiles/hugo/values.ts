import type { SourceFile } from '../../profile'

/** A value of front matter, and whether it was written as a text. */
export type HugoValue = { readonly value: unknown; readonly isText: boolean }

/** Front matter by keys in lower case, as Hugo reads them. */
export type HugoValues = ReadonlyMap<string, HugoValue>

/** A source's own front matter; empty without one. */
export function hugoValues({ values, quoted }: Pick<SourceFile, 'values' | 'quoted'>): HugoValues {
  return new Map(
    Object.entries(values ?? {}).map(([key, value]) => [
      key.toLowerCase(),
      { value, isText: quoted.has(key) },
    ]),
  )
}

/** A configuration's value with all keys in lower case and dates as they are written. */
export function withLowerKeys(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(withLowerKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.toLowerCase(), withLowerKeys(entry)]),
  )
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Hugo's `cast.ToBoolE`: null for what is no flag, such as a date. Unquoted, YAML 1.1's words are flags. */
export function flagOf({ value, isText }: HugoValue): boolean | null {
  if (typeof value === 'boolean') return value
  if (value === null) return false
  if (typeof value === 'number') return value !== 0
  if (typeof value !== 'string') return null
  if (/^(?:1|t|true)$/i.test(value)) return true
  if (/^(?:0|f|false)$/i.test(value)) return false
  if (isText) return null
  if (/^(?:y|yes|on)$/i.test(value)) return true
  if (/^(?:n|no|off)$/i.test(value)) return false
  return /^[-+]?\d+$/.test(value) ? Number(value) !== 0 : null
}

/** Hugo's `cast.ToString`: numbers and flags are printed as such. */
export function stringOf(given: HugoValue | undefined): string {
  const value = given?.value
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if (given?.isText) return value
  if (/^(?:y|yes|on)$/i.test(value)) return 'true'
  if (/^(?:n|no|off)$/i.test(value)) return 'false'
  if (!/^[-+]?[\d_]+(?:\.\d*)?$/.test(value)) return value
  const digits = value.replaceAll('_', '')
  if (digits.includes('.')) return String(Number(digits))
  if (/^[-+]?0[0-7]+$/.test(digits)) return String(Number.parseInt(digits, 8))
  return /^[-+]?0\d/.test(digits) || digits === '' ? value : BigInt(digits.replace('+', '')).toString()
}

/** A value as a list of texts. */
export function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
