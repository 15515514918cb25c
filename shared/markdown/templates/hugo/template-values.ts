import type { PlainValue } from '../template-context'

/** HTML that is put out as it is. */
export class SafeHtml {
  constructor(readonly html: string) {}
}

/** What an expression of a shortcode's template may give. */
export type GoValue = PlainValue | SafeHtml

/** Whether Go's templates take a value for true. */
export function isTrue(value: GoValue): boolean {
  if (value instanceof SafeHtml) return value.html !== ''
  if (value === null || value === false || value === 0 || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** A value as text. */
export function goText(value: GoValue): string {
  if (value instanceof SafeHtml) return value.html
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value under `path` in `values`, upper and lower case alike, as Hugo keeps parameters. */
export function memberIgnoringCase(values: PlainValue, path: readonly string[]): PlainValue {
  let value: PlainValue = values
  for (const key of path) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
    const found: [string, PlainValue] | undefined = Object.entries(value).find(
      ([name]) => name.toLowerCase() === key.toLowerCase(),
    )
    value = found?.[1] ?? null
  }
  return value
}
