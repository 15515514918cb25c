import { DateTime } from 'luxon'
import { jsYamlScalar } from '../js-yaml-scalar'

/** What Eleventy makes of a `date`. `volatile`: known only when it builds. `stops`: the build ends here. */
export type EleventyDate =
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'absent' | 'volatile' | 'stops' }

const special = new Set(['git last modified', 'last modified', 'git created', 'created'])

/** A `date` as front matter has it (eleventy/src/Template.js, `getMappedDate`): YAML's own times, else ISO 8601 in UTC. */
export function eleventyDate(value: unknown, isQuoted: boolean): EleventyDate {
  const typed = jsYamlScalar(value, isQuoted, 4)
  if (typed instanceof Date) return { kind: 'instant', instant: typed.getTime() }
  if (typed === undefined) return { kind: value === undefined ? 'absent' : 'stops' }
  if (typed === null || typed === '' || typed === false || typed === 0) return { kind: 'absent' }
  if (typeof typed !== 'string') return { kind: 'stops' }
  return isoDate(typed)
}

/** A text as Eleventy reads it as a date. */
export function isoDate(text: string): EleventyDate {
  if (special.has(text.toLowerCase())) return { kind: 'volatile' }
  const date = text.length > 100 ? null : DateTime.fromISO(text, { zone: 'utc' })
  return date?.isValid ? { kind: 'instant', instant: date.toMillis() } : { kind: 'stops' }
}

/** The first day anywhere in a path, at midnight UTC; null without one. */
export function dayInPath(path: string): number | null {
  const day = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0]
  if (day === undefined) return null
  const date = DateTime.fromISO(day, { zone: 'utc' })
  return date.isValid ? date.toMillis() : null
}
