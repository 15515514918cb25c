import type { PostSummary } from '../contract/post'
import type { PostPath } from '../contract/post-path'
import { parseDate } from '../front-matter/dates'
import type { GeneratorId } from '../site/detect-generator'
import type { PostFate } from '../site/profile'
import { namesOf, type PostValues, textOf, valueFor } from './post-values'
import { publicationOf } from './publication'
import { titleFromPath } from './title'

/** What the first lines of a post told. */
export type PostHead = {
  readonly path: PostPath
  readonly markup: 'markdown' | 'other'
  /** null: no front matter, or none that can be read. */
  readonly values: PostValues | null
  /** The first heading, for a post without a title. */
  readonly heading: string | null
}

type PostDate = Pick<PostSummary, 'dateText' | 'dateISO' | 'day'>

/** Keys that hold the day of a post, in the order they are believed. */
const dateKeys = [
  'date',
  'published_on',
  'pubdate',
  'publishdate',
  'publish_date',
  'published_at',
  'published',
  'date_published',
  'posted',
  'created',
  'created_at',
  'created_on',
]

const nameDate = /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?=[-./]|$)/

/**
 * One row of the post list. `fate` is what the site's generator makes of the post, as its rules say; null where they are not known: then
 * what the post does not tell itself is null, only the title falls back to a heading and the file's name.
 */
export function summarisePost(
  head: PostHead,
  generator: GeneratorId | null,
  fate: PostFate | null = null,
): PostSummary {
  const values = head.values ?? {}
  return {
    path: head.path,
    markup: head.markup,
    title: textOf(valueFor(values, 'title')) ?? head.heading ?? titleFromPath(head.path),
    isTitled: true,
    author: namesOf(valueFor(values, 'author')) ?? namesOf(valueFor(values, 'authors')),
    ...printedDate(dateOf(head.path, values), generator),
    ...publicationOf(head.path, values, generator),
    rule: null,
    permalink: null,
    language: textOf(valueFor(values, 'lang')) ?? textOf(valueFor(values, 'language')),
    kind: /(?:^|\/)index\.[^/]+$/i.test(head.path) ? 'bundle' : 'file',
    tags: tagsOf(values),
    problems: [],
    ...(fate === null ? {} : asBuilt(fate)),
  }
}

/** What changes with every build or with the file's own times is no fact about the post. */
function asBuilt(fate: PostFate): Partial<PostSummary> {
  const isVolatile = (field: PostFate['volatile'][number]): boolean => fate.volatile.includes(field)
  return {
    ...(fate.title === null ? { isTitled: false } : { title: fate.title }),
    dateISO: isVolatile('dateISO') || fate.dateISO === null ? null : instantOf(fate.dateISO),
    day: isVolatile('day') ? null : fate.day,
    published: fate.published,
    reason: fate.reasons[0] ?? null,
    rule: fate.rule,
    permalink: isVolatile('permalink') ? null : fate.permalink,
    ...(fate.language === null ? {} : { language: fate.language }),
    kind: fate.kind,
    problems: [...fate.problems],
  }
}

/** An instant in UTC as the contract carries it; null for none in the years 0000…9999. */
function instantOf(dateISO: string): string | null {
  const time = Date.parse(dateISO)
  return Number.isNaN(time) ? null : instant(new Date(time).toISOString())
}

const tagKeys = ['tags', 'tag', 'categories', 'category', 'keywords']

/** Tags and categories, each once: lists, texts with commas between, and Zola's below `taxonomies`. */
function tagsOf(values: PostValues): string[] {
  const below = valueFor(values, 'taxonomies')
  const maps = isMap(below) ? [values, below] : [values]
  const found = maps.flatMap((map) => tagKeys.flatMap((key) => namesIn(valueFor(map, key))))
  return [...new Set(found)]
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (isMap(value)) return namesIn(valueFor(value, 'name') ?? valueFor(value, 'label'))
  const text = textOf(value)
  return text === null
    ? []
    : text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
}

function isMap(value: unknown): value is PostValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// These print a date in its own zone; the others in the site's or the machine's.
const ownZone: ReadonlySet<GeneratorId | null> = new Set(['hugo', 'pelican', null])

/** Without the day, where the zone that the site prints in would decide between two. */
function printedDate(date: PostDate, generator: GeneratorId | null): PostDate {
  const isCertain = ownZone.has(generator) || date.day === null || date.dateISO?.startsWith(date.day)
  return isCertain ? date : { ...date, day: null }
}

/** The date in the front matter, else the one in the path; `dateText` is null when only the path has one. */
export function dateOf(path: string, values: PostValues): PostDate {
  const texts = dateKeys.map((key) => textOf(valueFor(values, key))).filter((text) => text !== null)
  for (const text of texts) {
    const date = parseDate(text)
    if (date !== null) return { dateText: text, dateISO: instant(date.dateISO), day: date.day }
  }
  const date = parseDate(dateInPath(path) ?? '')
  return date === null
    ? { dateText: textOf(valueFor(values, 'date')), dateISO: null, day: null }
    : { dateText: null, dateISO: instant(date.dateISO), day: date.day }
}

/** The day in a post's name or in a folder's, as `YYYY-MM-DD`; null without one. */
export function dateInPath(path: string): string | null {
  const [, year, month, day] = nameDate.exec(path) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The day to show for a post, `YYYY-MM-DD`: the one that its page prints, else that of its instant in UTC; null without a date. */
export function shownDay({ day, dateISO }: Pick<PostSummary, 'day' | 'dateISO'>): string | null {
  return day ?? dateISO?.slice(0, 10) ?? null
}

/** Newest first, undated last; posts of the same instant by their path, so that the order never wavers. */
export function comparePosts(left: PostSummary, right: PostSummary): number {
  const leftKey = left.dateISO ?? left.day ?? ''
  const rightKey = right.dateISO ?? right.day ?? ''
  if (leftKey !== rightKey) return leftKey < rightKey ? 1 : -1
  return left.path < right.path ? -1 : left.path > right.path ? 1 : 0
}

/** The instant as the contract carries it; null when the zone shifts it out of the years 0000…9999. */
function instant(dateISO: string): string | null {
  return /^\d{4}-/.test(dateISO) ? dateISO : null
}
