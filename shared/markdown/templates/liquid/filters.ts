import { escapeHtml } from '../box'
import type { PlainValue, PlainValues } from '../template-context'
import { isEmpty, isList, isTruthy, numberOf, textOf, Unknown, unknown, type Value } from './values'

/** Where the site stands and how it renders, for the filters that ask for it. */
export type FilterSite = {
  /** The path below the host, `/blog`, or empty. */
  readonly baseAddress: string
  /** The host, `https://example.org`, or empty where it is not set. */
  readonly host: string
  readonly renderMarkdown: (markdown: string) => string
}

type Filter = (value: PlainValue, given: readonly PlainValue[], site: FilterSite) => Value

const text = (change: (text: string, given: readonly string[]) => string): Filter => {
  return (value, given) => change(textOf(value), given.map(textOf))
}
const number = (change: (one: number, other: number) => number): Filter => {
  return (value, given) => change(numberOf(value), numberOf(given[0] ?? 0))
}
const list = (change: (items: readonly PlainValue[], given: readonly PlainValue[]) => Value): Filter => {
  return (value, given) => change(isList(value) ? value : value === null ? [] : [value], given)
}

function member(item: PlainValue, key: PlainValue | undefined): PlainValue {
  if (item === null || typeof item !== 'object' || isList(item)) return null
  const values = item as PlainValues
  const name = String(key)
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null
}

const order = (one: PlainValue, other: PlainValue): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : textOf(one) < textOf(other) ? -1 : 1

function relative(path: string, { baseAddress }: FilterSite): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path
  const joined = `${baseAddress}/${path}`.replace(/\/{2,}/g, '/')
  return path === '' ? (baseAddress === '' ? '/' : baseAddress) : joined
}

function truncate(value: string, length: number, ending: string): string {
  return value.length <= length ? value : value.slice(0, Math.max(0, length - ending.length)) + ending
}

function truncateWords(value: string, count: number, ending: string): string {
  const words = value.split(/\s+/).filter(Boolean)
  return words.length <= count ? value : words.slice(0, count).join(' ') + ending
}

const slugOf = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')

function divide(one: Value, other: Value): Value {
  const [dividend, divisor] = [numberOf(one), numberOf(other)]
  if (divisor === 0) return unknown
  const isWhole = Number.isInteger(dividend) && Number.isInteger(divisor)
  return isWhole && !/\./.test(`${textOf(one)}${textOf(other)}`)
    ? Math.floor(dividend / divisor)
    : dividend / divisor
}

function encodeEach(value: string): string {
  return encodeURIComponent(value)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
}

const standard: { readonly [name: string]: Filter } = {
  abs: number((one) => Math.abs(one)),
  append: text((value, [end = '']) => value + end),
  at_least: number((one, other) => Math.max(one, other)),
  at_most: number((one, other) => Math.min(one, other)),
  capitalize: text((value) => value.charAt(0).toUpperCase() + value.slice(1).toLowerCase()),
  ceil: number((one) => Math.ceil(one)),
  compact: list((items) => items.filter((item) => item !== null)),
  concat: list((items, [other]) => [
    ...items,
    ...(isList(other ?? null) ? (other as readonly PlainValue[]) : []),
  ]),
  default: (value, [other]) => (isTruthy(value) && !isEmpty(value) ? value : (other ?? null)),
  divided_by: (value, [other]) => divide(value, other ?? 0),
  downcase: text((value) => value.toLowerCase()),
  escape: text((value) => escapeHtml(value).replaceAll("'", '&#39;')),
  escape_once: text((value) =>
    value.replace(/["'<>]|&(?!(?:[a-z]+|#\d+);)/gi, (found) => (found === "'" ? '&#39;' : escapeHtml(found))),
  ),
  first: (value) => (isList(value) ? (value[0] ?? null) : null),
  floor: number((one) => Math.floor(one)),
  join: list((items, [between = ' ']) => items.map(textOf).join(textOf(between))),
  last: (value) => (isList(value) ? (value.at(-1) ?? null) : null),
  lstrip: text((value) => value.trimStart()),
  map: list((items, [key]) => items.map((item) => member(item, key))),
  minus: number((one, other) => one - other),
  modulo: number((one, other) => (other === 0 ? 0 : one - other * Math.floor(one / other))),
  newline_to_br: text((value) => value.replace(/\r?\n/g, '<br />\n')),
  plus: number((one, other) => one + other),
  prepend: text((value, [start = '']) => start + value),
  remove: text((value, [what = '']) => (what === '' ? value : value.replaceAll(what, ''))),
  remove_first: text((value, [what = '']) => value.replace(what, () => '')),
  replace: text((value, [what = '', by = '']) => (what === '' ? value : value.replaceAll(what, () => by))),
  replace_first: text((value, [what = '', by = '']) => value.replace(what, () => by)),
  reverse: list((items) => items.toReversed()),
  round: (value, [digits]) =>
    Number(numberOf(value).toFixed(Math.max(0, Math.min(10, numberOf(digits ?? 0))))),
  rstrip: text((value) => value.trimEnd()),
  size: (value) => (typeof value === 'string' || isList(value) ? value.length : value === null ? 0 : unknown),
  slice: (value, [start = 0, length = 1]) => {
    const from = numberOf(start)
    const items = isList(value) ? value : textOf(value)
    const first = from < 0 ? items.length + from : from
    return items.slice(first, first + numberOf(length))
  },
  sort: list((items, [key]) =>
    items.toSorted((one, other) =>
      key === undefined ? order(one, other) : order(member(one, key), member(other, key)),
    ),
  ),
  strip: text((value) => value.trim()),
  strip_html: text((value) =>
    value.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<[^>]*>/gi, ''),
  ),
  strip_newlines: text((value) => value.replace(/\r?\n/g, '')),
  times: number((one, other) => one * other),
  truncate: (value, [length = 50, ending = '...']) =>
    truncate(textOf(value), numberOf(length), textOf(ending)),
  truncatewords: (value, [count = 15, ending = '...']) =>
    truncateWords(textOf(value), numberOf(count), textOf(ending)),
  uniq: list((items) => items.filter((item, index) => items.indexOf(item) === index)),
  upcase: text((value) => value.toUpperCase()),
  url_decode: text((value) => decodeUrl(value)),
  url_encode: text(encodeEach),
}

const split: Filter = (value, [between = ' ']) => {
  const separator = textOf(between)
  const parts = separator === ' ' ? textOf(value).trim().split(/\s+/) : textOf(value).split(separator)
  while (parts.length > 0 && parts.at(-1) === '') parts.pop()
  return parts
}

function decodeUrl(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return value
    throw error
  }
}

/** jekyllrb.com/docs/liquid/filters */
const jekyll: { readonly [name: string]: Filter } = {
  absolute_url: (value, _given, site) => {
    const path = textOf(value)
    return /^[a-z][a-z0-9+.-]*:/i.test(path) || site.host === ''
      ? relative(path, site)
      : site.host + relative(path, site)
  },
  array_to_sentence_string: list((items, [word = 'and']) => {
    const words = items.map(textOf)
    if (words.length < 3) return words.join(` ${textOf(word)} `)
    return `${words.slice(0, -1).join(', ')}, ${textOf(word)} ${words.at(-1)}`
  }),
  cgi_escape: text(encodeEach),
  jsonify: (value) => JSON.stringify(value),
  markdownify: (value, _given, site) => site.renderMarkdown(textOf(value)),
  normalize_whitespace: text((value) => value.replace(/\s+/g, ' ').trim()),
  number_of_words: text((value) => String(value.split(/\s+/).filter(Boolean).length)),
  relative_url: (value, _given, site) => relative(textOf(value), site),
  slugify: text((value) => slugOf(value)),
  strip_index: text((value) => value.replace(/\/index\.html?$/, '/')),
  to_integer: (value) => Math.trunc(numberOf(value)),
  uri_escape: text((value) => encodeURI(value)),
  xml_escape: text((value) => escapeHtml(value).replaceAll("'", '&apos;')),
}

/** 11ty.dev/docs/filters */
const eleventy: { readonly [name: string]: Filter } = {
  // JavaScript knows no whole numbers
  divided_by: (value, [other]) => numberOf(value) / numberOf(other ?? 0),
  slug: text((value) => slugOf(value)),
  slugify: text((value) => slugOf(value)),
  url: (value, _given, site) => relative(textOf(value), site),
}

/** Filters that exist, and whose outcome hangs on the machine, the clock or the site's pages. */
const unknowable = new Set([
  ...[
    'date',
    'date_to_xmlschema',
    'date_to_rfc822',
    'date_to_string',
    'date_to_long_string',
    'inspect',
    'where',
  ],
  ...[
    'where_exp',
    'find',
    'find_exp',
    'group_by',
    'group_by_exp',
    'sample',
    'smartify',
    'sassify',
    'scssify',
  ],
  ...[
    'push',
    'pop',
    'shift',
    'unshift',
    'sort_natural',
    'sum',
    'json',
    'log',
    'serverlessUrl',
    'inputPathToUrl',
  ],
  ...[
    'getPreviousCollectionItem',
    'getNextCollectionItem',
    'getCollectionItem',
    'htmlBaseUrl',
    'renderContent',
  ],
])

const tables = {
  jekyll: { ...standard, split, ...jekyll },
  eleventy: { ...standard, split, ...eleventy },
} as const

/** A filter's value; undefined where the generator has no such filter. */
export function applyFilter(
  generator: 'jekyll' | 'eleventy',
  name: string,
  value: Value,
  given: readonly Value[],
  site: FilterSite,
): Value | undefined {
  const table: { readonly [name: string]: Filter } = tables[generator]
  const filter = Object.hasOwn(table, name) ? table[name] : undefined
  if (filter === undefined) return unknowable.has(name) ? unknown : undefined
  if (value instanceof Unknown || given.some((item) => item instanceof Unknown)) return unknown
  if (multiplying.has(name) && sizeOf(value) * Math.max(...given.map(sizeOf), 1) > maxSize) return unknown
  if (name === 'strip_html' && sizeOf(value) > maxSearchedLength) return unknown
  const filtered = filter(value, given as readonly PlainValue[], site)
  return sizeOf(filtered) > maxSize ? unknown : filtered
}

/** Filters that may write what they are given once for each character or item of the value. */
const multiplying = new Set(['replace', 'remove', 'join', 'array_to_sentence_string'])

/** What is larger is not worked out: a value that doubles with every line would fill the memory. */
const maxSize = 500_000
const maxSearchedLength = 20_000

/** About how many characters a value has; counting stops beyond `maxSize`. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length
  if (value === null || typeof value !== 'object' || value instanceof Unknown) return 1
  let size = 1
  for (const item of Object.values(value)) {
    size += 1 + sizeOf(item)
    if (size > maxSize) break
  }
  return size
}
