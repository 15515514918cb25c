import { type ClockReading, clockAt, dayOfYear, padded, weekdayOf } from '../zone-time'
import { jekyllSlugify } from './slugify'

/** What a document's address is made from. */
export type AddressedDocument = {
  /** Relative to the collections' folder. */
  readonly path: string
  readonly collection: string
  /** From front matter or the name; null where it could not be read. */
  readonly slug: string | null
  readonly categories: readonly string[]
  readonly instant: number
  readonly zone: string
  readonly outputEnding: string
}

/** An address from the site's root without its base, or the token that Jekyll stops on. */
export type JekyllAddress =
  | { readonly kind: 'address'; readonly path: string; readonly usesDate: boolean }
  | { readonly kind: 'unknown-token'; readonly token: string }

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A post's or another document's address by a template (jekyll/drops/url_drop.rb, url.rb). */
export function documentAddress(template: string, document: AddressedDocument): JekyllAddress {
  const clock = clockAt(document.instant, document.zone)
  let usesDate = false
  let unknown: string | null = null
  const filled = template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const names = name.endsWith('_') ? [name, name.slice(0, -1)] : [name]
    const known = names.find((key) => Object.hasOwn(ofDocument, key) || Object.hasOwn(ofDate, key))
    if (known === undefined) {
      unknown ??= names.at(-1) ?? name
      return match
    }
    if (Object.hasOwn(ofDate, known)) usesDate = true
    const value = ofDate[known]?.(clock) ?? ofDocument[known]?.(document) ?? ''
    return encoded(value) + name.slice(known.length)
  })
  return unknown === null
    ? { kind: 'address', path: tidied(filled), usesDate }
    : { kind: 'unknown-token', token: unknown }
}

/** A page's address by its own `permalink` or by the template of its kind: only three tokens are known there (jekyll/page.rb). */
export function pageAddress(
  template: string,
  page: { readonly folder: string; readonly basename: string; readonly outputEnding: string },
): string {
  return tidied(
    template
      .replaceAll(':path', () => encoded(page.folder))
      .replaceAll(':basename', () => encoded(page.basename))
      .replaceAll(':output_ext', () => encoded(page.outputEnding)),
  )
}

const ofDocument: Readonly<Record<string, (document: AddressedDocument) => string>> = {
  collection: ({ collection }) => collection,
  output_ext: ({ outputEnding }) => outputEnding,
  path: ({ path, collection }) =>
    path
      .replace(/\.[^./]+$/, '')
      .replace(`_${collection}`, '')
      .replace(/\.+$/, ''),
  name: ({ path }) => jekyllSlugify(basenameOf(path)),
  title: ({ slug, path }) => jekyllSlugify(slug ?? basenameOf(path), 'pretty', true),
  slug: ({ slug, path }) => jekyllSlugify(slug ?? basenameOf(path)),
  categories: ({ categories }) => [...new Set(categories.map((name) => name.toLowerCase()))].join('/'),
  slugified_categories: ({ categories }) =>
    [...new Set(categories.map((name) => jekyllSlugify(name)))].join('/'),
}

const ofDate: Readonly<Record<string, (clock: ClockReading) => string>> = {
  year: ({ year }) => padded(year, 4),
  month: ({ month }) => padded(month),
  day: ({ day }) => padded(day),
  hour: ({ hour }) => padded(hour),
  minute: ({ minute }) => padded(minute),
  second: ({ second }) => padded(second),
  i_day: ({ day }) => String(day),
  i_month: ({ month }) => String(month),
  short_month: ({ month }) => (monthNames[month - 1] ?? '').slice(0, 3),
  long_month: ({ month }) => monthNames[month - 1] ?? '',
  short_year: ({ year }) => padded(year % 100),
  w_year: (clock) => padded(isoWeek(clock).year, 4),
  week: (clock) => padded(isoWeek(clock).week),
  w_day: (clock) => String(weekday(clock)),
  short_day: (clock) => (dayNames[weekday(clock) - 1] ?? '').slice(0, 3),
  long_day: (clock) => dayNames[weekday(clock) - 1] ?? '',
  y_day: (clock) => padded(dayOfYear(clock), 3),
}

/** The weekday, Monday 1 to Sunday 7. */
function weekday(clock: ClockReading): number {
  return weekdayOf(clock) || 7
}

function isoWeek(clock: ClockReading): { readonly year: number; readonly week: number } {
  const thursday = new Date(Date.UTC(clock.year, clock.month - 1, clock.day + 4 - weekday(clock)))
  const year = thursday.getUTCFullYear()
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 604_800_000) + 1 }
}

function basenameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '')
}

// dots and slashes stay as they are, since what follows tidies them
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%2F', '/')
}

/** Jekyll's own tidying, after which nothing stays encoded. */
function tidied(address: string): string {
  const path = `/${address}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
