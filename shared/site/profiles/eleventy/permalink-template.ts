import { fieldOf, isDate, type ProgramValue, printed, unknown } from '../program/program-value'
import { type ClockReading, clockAt, dayOfYear, padded, weekdayOf } from '../zone-time'
import { eleventySlug, eleventySlugify } from './slugify'

/** What a template can ask for. */
export type TemplateSite = {
  readonly data: ProgramValue
  /** The machine's zone: Liquid's `date` prints in it. */
  readonly zone: string
  /** What a filter of the site's own gives; null where it has none of that name. */
  readonly ownFilter: (name: string, args: readonly ProgramValue[]) => ProgramValue | null
}

/** The languages that permalinks are written in. */
export type TemplateEngine = 'liquid' | 'njk'

/**
 * What a permalink's template gives: values and filters, as most permalinks have them (`/{{ page.date | date: "%Y" }}/{{ title | slugify }}/`).
 * null for what cannot be told, such as tags, filters that are not known, or values that only a build has.
 */
export function fillTemplate(template: string, engine: TemplateEngine, site: TemplateSite): string | null {
  if (template.length > 2000 || /\{[%#]/.test(template)) return null
  let filled = ''
  let at = 0
  for (const output of template.matchAll(/\{\{-?((?:"[^"]*"|'[^']*'|[^"'}])*?)-?\}\}/g)) {
    if (/^\{\{-|-\}\}$/.test(output[0])) return null
    const text = outputText(output[1] ?? '', engine, site)
    if (text === null) return null
    filled += template.slice(at, output.index) + text
    at = output.index + output[0].length
  }
  const rest = template.slice(at)
  return rest.includes('{{') ? null : filled + rest
}

type Piece = { value: ProgramValue; isSafe: boolean }

function outputText(expression: string, engine: TemplateEngine, site: TemplateSite): string | null {
  const [first = '', ...filters] = splitOutside(expression, '|')
  let piece: Piece = { value: termValue(first.trim(), site.data), isSafe: false }
  for (const filter of filters) {
    const call = filterCall(filter.trim(), engine)
    if (call === null) return null
    const args = call.args.map((arg) => termValue(arg.trim(), site.data))
    if (piece.value === unknown || args.includes(unknown)) return null
    const own = site.ownFilter(call.name, [piece.value, ...args])
    piece = own === null ? builtIn(call.name, piece, args, engine, site) : { value: own, isSafe: false }
  }
  const { value, isSafe } = piece
  if (value === undefined || value === null) return ''
  const text = printed(value)
  if (text === unknown) return null
  return engine === 'njk' && typeof value === 'string' && !isSafe ? escaped(text) : text
}

/** `name: a, b` in Liquid, `name(a, b)` in Nunjucks. */
function filterCall(
  text: string,
  engine: TemplateEngine,
): { readonly name: string; readonly args: readonly string[] } | null {
  const pattern = engine === 'liquid' ? /^([\w.]+)(?:\s*:\s*([\s\S]*))?$/ : /^([\w.]+)(?:\s*\(([\s\S]*)\))?$/
  const found = pattern.exec(text)
  if (found === null) return null
  const given = (found[2] ?? '').trim()
  return { name: found[1] ?? '', args: given === '' ? [] : splitOutside(given, ',') }
}

function termValue(text: string, data: ProgramValue): ProgramValue {
  if (/^"[^"\\]*"$|^'[^'\\]*'$/.test(text)) return text.slice(1, -1)
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  if (!/^[A-Za-z_$][\w$-]*(?:\.[\w$-]+)*$/.test(text)) return unknown
  return text
    .split('.')
    .reduce((value: ProgramValue, key) => (value === unknown ? unknown : fieldOf(value, key)), data)
}

function builtIn(
  name: string,
  { value, isSafe }: Piece,
  args: readonly ProgramValue[],
  engine: TemplateEngine,
  { zone }: TemplateSite,
): Piece {
  const text = value === undefined || value === null ? '' : printed(value)
  const given = args.map((arg) => (arg === undefined || arg === null ? '' : printed(arg)))
  const as = (next: ProgramValue, safe = isSafe): Piece => ({ value: next, isSafe: safe })
  if (engine === 'liquid' && name === 'date')
    return as(
      isDate(value) && typeof given[0] === 'string' ? strftime(value.instant, given[0], zone) : unknown,
    )
  if (text === unknown || given.includes(unknown)) return as(unknown)
  // the filters take `"" + value`
  if (name === 'slugify' || name === 'slug') {
    if (args.length > 0) return as(unknown)
    const slugged = value === undefined ? 'undefined' : value === null ? 'null' : text
    return as(name === 'slug' ? eleventySlug(slugged) : eleventySlugify(slugged), false)
  }
  const [what = '', by = ''] = given as readonly string[]
  const isEmpty = value === undefined || value === null || value === ''
  if (name === 'default') {
    // Nunjucks takes only what is undefined for missing
    if (args.length !== 1) return as(unknown)
    return as((engine === 'liquid' ? isEmpty || value === false : value === undefined) ? args[0] : value)
  }
  const ways = engine === 'liquid' ? liquidFilters : nunjucksFilters
  if (engine === 'njk' && name === 'safe') return as(text, true)
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined
  return as(way === undefined ? unknown : way(text, what, by))
}

type TextFilter = (text: string, what: string, by: string) => string

const liquidFilters: Readonly<Record<string, TextFilter>> = {
  append: (text, what) => text + what,
  prepend: (text, what) => what + text,
  downcase: (text) => text.toLowerCase(),
  upcase: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
  replace: (text, what, by) => text.split(what).join(by),
  remove: (text, what) => text.split(what).join(''),
  url_encode: (text) => encodeURIComponent(text).replace(/%20/g, '+'),
}
const nunjucksFilters: Readonly<Record<string, TextFilter>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  string: (text) => text,
  replace: (text, what, by) => (what === '' ? by + [...text].join(by) + by : text.split(what).join(by)),
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const directives: Readonly<Record<string, (clock: ClockReading) => string>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => padded(year % 100),
  m: ({ month }) => padded(month),
  d: ({ day }) => padded(day),
  H: ({ hour }) => padded(hour),
  M: ({ minute }) => padded(minute),
  S: ({ second }) => padded(second),
  j: (clock) => padded(dayOfYear(clock), 3),
  B: ({ month }) => months[month - 1] ?? '',
  b: ({ month }) => (months[month - 1] ?? '').slice(0, 3),
  A: (clock) => weekdays[weekdayOf(clock)] ?? '',
  a: (clock) => (weekdays[weekdayOf(clock)] ?? '').slice(0, 3),
  '-d': ({ day }) => String(day),
  '-m': ({ month }) => String(month),
  '%': () => '%',
}

/** A date by a pattern of Liquid's, on the machine's clock; unknown for a directive that is not known here. */
function strftime(instant: number, pattern: string, zone: string): ProgramValue {
  const clock = clockAt(instant, zone)
  let isKnown = true
  const text = pattern.replace(/%(-?[A-Za-z]|%)/g, (_whole, name: string) => {
    const way = Object.hasOwn(directives, name) ? directives[name] : undefined
    if (way === undefined) isKnown = false
    return way?.(clock) ?? ''
  })
  return isKnown && !/%[^%]/.test(pattern.replace(/%(-?[A-Za-z]|%)/g, '')) ? text : unknown
}

/** As Nunjucks writes every text into a page. */
function escaped(text: string): string {
  return text.replace(/[&"'<>`\\]/g, (sign) => escapes[sign] ?? sign)
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;', '`': '&#96;', '\\': '&#92;' },
}

/** Parts between a sign that stands outside of quotes. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = ['']
  for (const piece of text.match(/"[^"]*"|'[^']*'|[\s\S]/g) ?? []) {
    if (piece === sign) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}
