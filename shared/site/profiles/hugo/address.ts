import { type ClockReading, clockWithOffset, dayOfYear, padded, weekdayOf } from '../zone-time'
import type { HugoConfiguration, HugoLanguage } from './configuration'
import type { ContentFile } from './content-tree'
import type { GoTime } from './go-time'
import { decodeQuery, sanitizePath, urlize } from './urlize'
import { isMap } from './values'

/** What a page's address is made from. */
export type AddressedPage = {
  readonly file: ContentFile
  readonly title: string
  readonly slug: string
  /** `url` of the front matter, empty for none. */
  readonly url: string
  /** null: Hugo's zero, the first day of the year 1. */
  readonly date: GoTime | null
  /** The sections it lies in, from the top. */
  readonly sections: readonly string[]
}

const zero: GoTime = { instant: Date.parse('0001-01-01T00:00:00Z'), offset: 0 }

/** A page's address from the site's root, base path and language on; and whether its date is part of it. */
export function hugoAddress(
  page: AddressedPage,
  language: HugoLanguage,
  site: Pick<HugoConfiguration, 'pathStyle'>,
): { readonly path: string; readonly usesDate: boolean } | { readonly unknownToken: string } {
  const link =
    page.url !== '' && !isHome(page.file) ? { path: linkOfUrl(page.url, language), usesDate: false } : null
  const expanded = link ?? linkOfPage(page, language, site)
  if ('unknownToken' in expanded) return expanded
  const trimmed = trimmedLink(expanded.path)
  const path = link === null ? sanitizePath(trimmed, site.pathStyle) || '/' : trimmed
  return { path: decoded(withBase(language.basePath, path)), usesDate: expanded.usesDate }
}

function isHome(file: ContentFile): boolean {
  return file.kind === 'node' && file.folders.length === 0
}

// resources/page/page_paths.go
function linkOfUrl(url: string, language: HugoLanguage): string {
  const path = joined('/', url)
  const hasSlash = url.endsWith('/')
  const file = hasSlash || !url.includes('.') ? joined(path, 'index.html') : path
  const link = !file.endsWith('/index.html') ? file : hasSlash ? path : `${path.replace(/\/$/, '')}/`
  if (url.startsWith('/') || language.prefix === '') return link
  return joined(language.prefix, link)
}

type Link = { readonly path: string; readonly usesDate: boolean } | { readonly unknownToken: string }

function linkOfPage(
  page: AddressedPage,
  language: HugoLanguage,
  site: Pick<HugoConfiguration, 'pathStyle'>,
): Link {
  const { file } = page
  const isUgly = isUglyIn(page.sections[0] ?? '', language)
  const expanded = expand(page, language, site)
  if (expanded !== null && 'unknownToken' in expanded) return expanded
  const usesDate = expanded?.usesDate ?? false
  const prefixed = (link: string): string => (language.prefix === '' ? link : joined(language.prefix, link))
  if (file.kind === 'node') {
    if (isHome(file)) return { path: prefixed('/'), usesDate: false }
    const path = expanded === null ? joined(...file.folders) : joined('/', expanded.path)
    return { path: prefixed(isUgly ? `${path.replace(/^\/|\/$/g, '')}.html` : `${path}/`), usesDate }
  }
  const baseName = page.slug === '' ? file.name : page.slug
  const path = expanded === null ? joined('/', ...file.folders, baseName) : joined('/', expanded.path)
  const isIndex = baseName === 'index'
  const link = isIndex ? path.replace(/index$/, '') : path
  if (isUgly || (expanded === null && isIndex)) {
    const written = `${path.replace(/^\/+|\/+$/g, '')}.html`
    return { path: prefixed(written.endsWith('/index.html') ? `${link}/` : written), usesDate }
  }
  return { path: prefixed(`${link}/`), usesDate }
}

function isUglyIn(section: string, { uglyUrls }: HugoLanguage): boolean {
  return isMap(uglyUrls) ? uglyUrls[section] === true : uglyUrls === true
}

const tokens: Readonly<
  Record<string, (page: AddressedPage, clock: ClockReading, shape: (text: string) => string) => string>
> = {
  year: (_, { year }) => String(year),
  month: (_, { month }) => padded(month),
  monthname: (_, { month }) => monthNames[month - 1] ?? '',
  day: (_, { day }) => padded(day),
  weekday: (_, clock) => String(weekdayOf(clock)),
  weekdayname: (_, clock) => dayNames[weekdayOf(clock)] ?? '',
  yearday: (_, clock) => String(dayOfYear(clock)),
  section: ({ sections }) => sections[0] ?? '',
  sections: ({ sections }) => sections.join('/'),
  title: ({ title }, _, shape) => shape(title),
  slug: ({ slug, title }, _, shape) => shape(slug === '' ? title : slug),
  slugorfilename: ({ slug, file }, _, shape) => shape(slug === '' ? file.name : slug),
  filename: ({ file }, _, shape) => shape(file.name),
  contentbasename: ({ file }, _, shape) => shape(file.name),
  slugorcontentbasename: ({ slug, file }, _, shape) => shape(slug === '' ? file.name : slug),
}

const dated = new Set(['year', 'month', 'monthname', 'day', 'weekday', 'weekdayname', 'yearday'])

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The section's pattern filled in, by the section's name as configuration has it, in lower case; null where it has none, or where Hugo cannot decode what comes out. */
function expand(
  page: AddressedPage,
  language: HugoLanguage,
  site: Pick<HugoConfiguration, 'pathStyle'>,
): Link | null {
  const patterns = page.file.kind === 'node' ? language.permalinks.section : language.permalinks.page
  const section = page.sections[0] ?? ''
  const found = Object.entries(patterns).find(([key]) => key.replace(/^[ /]+|[ /]+$/g, '') === section)
  if (found === undefined || typeof found[1] !== 'string') return null
  const { instant, offset } = page.date ?? zero
  const clock = clockWithOffset(instant, offset)
  const shape = (text: string): string => urlize(text, site.pathStyle)
  let usesDate = false
  let unknownToken: string | null = null
  const filled = found[1].replaceAll('\\:', '\0').replace(/:\w+(?:\[[^\]]*\])?/g, (match) => {
    const name = match.slice(1)
    const cut = /^sections\[([^\]]*)\]$/.exec(name)
    if (cut !== null) return sliceOf(page.sections, cut[1] ?? '').join('/')
    const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined
    if (dated.has(name)) usesDate = true
    if (token === undefined) unknownToken ??= match
    return token?.(page, clock, shape) ?? match
  })
  if (unknownToken !== null) return { unknownToken }
  const path = decodeQuery(filled.replaceAll('\0', ':'))
  return path === null || path === '' ? null : { path, usesDate }
}

/** Go's slice of the sections: `[1:]`, `[last]`, `[0]`, out of bounds is empty. */
function sliceOf(sections: readonly string[], cut: string): readonly string[] {
  const index = (text: string): number =>
    text === 'last' ? sections.length - 1 : Math.max(0, Number(text) || 0)
  const [from = '', to] = cut.toLowerCase().split(':')
  if (to === undefined) return sections.slice(index(from), index(from) + 1)
  return sections.slice(from === '' ? 0 : index(from), to === '' ? sections.length : index(to))
}

/** Go's `path.Join`, which also resolves `.` and `..`, but a slash at the end stays. */
function joined(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join('/')
  const kept: string[] = []
  for (const part of whole.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  const path = `${whole.startsWith('/') ? '/' : ''}${kept.join('/')}`
  return (parts.at(-1) ?? '').endsWith('/') && !path.endsWith('/') ? `${path}/` : path
}

function trimmedLink(link: string): string {
  return `/${link.replace(/^\/+|\/+$/g, '')}${/[^/].*\/$/s.test(link) ? '/' : ''}`
}

function withBase(base: string, path: string): string {
  return base === '' ? path : base + path
}

// a name may hold what reads as an encoded letter, and then is one
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
