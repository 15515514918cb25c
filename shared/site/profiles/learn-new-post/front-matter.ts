import { stringify } from 'yaml'
import type { SourceFile } from '../../profile'
import { mostUsual } from './name-form'

/** What is known of the new post. */
export type NewPostFacts = {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** As the generator reads it safely. */
  readonly date: string
  readonly isDraft: boolean
  readonly draft: { readonly key: string; readonly value: boolean | string } | null
  readonly hasDateInName: boolean
  readonly firstKeys: readonly string[]
}

/** One line of front matter. A date is written without quotes. */
export type FrontMatterLine = {
  readonly key: string
  readonly value: string | boolean | readonly string[] | { readonly date: string }
}

/** Keys that hold when a post came out, the usual first. */
const dateKeys = [
  'date',
  'pubDate',
  'pubDatetime',
  'publishDate',
  'published',
  'publishedAt',
  'created',
  'createdAt',
]
/** Keys that name one post alone, or what happens to it later. */
const ownKeys = new Set(
  'slug permalink url id uuid guid alias aliases redirect redirect_from lastmod updated update modified last_modified_at updatedDate updatedAt lastUpdated last_update'.split(
    ' ',
  ),
)
const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** What the front matter of most siblings says of a new post beside them. */
export function siblingFrontMatter(
  siblings: readonly SourceFile[],
  facts: NewPostFacts,
): readonly FrontMatterLine[] {
  const models = siblings.filter(({ values }) => values !== null && Object.keys(values).length > 0)
  const dateKey = dateKeyOf(models)
  const keys = models.length === 0 ? facts.firstKeys : usualKeys(models)
  const lines = keys.flatMap((key) => lineFor(key, key === dateKey, models, facts))
  const has = (key: string): boolean => lines.some((line) => line.key === key)
  const withTitle: readonly FrontMatterLine[] = has('title')
    ? lines
    : [{ key: 'title', value: facts.title }, ...lines]
  const { draft } = facts
  return facts.isDraft && draft !== null && !has(draft.key)
    ? [...withTitle, { key: draft.key, value: draft.value }]
    : withTitle
}

/** Keys that more than half of the posts have, in the order of the post that has most of them. */
function usualKeys(models: readonly SourceFile[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { values } of models)
    for (const key of Object.keys(values ?? {})) counts.set(key, (counts.get(key) ?? 0) + 1)
  const usual = new Set([...counts].filter(([, count]) => count * 2 > models.length).map(([key]) => key))
  const orders = models.map(({ values }) => Object.keys(values ?? {}).filter((key) => usual.has(key)))
  const [fullest = []] = orders.toSorted((one, other) => other.length - one.length)
  return [...fullest, ...[...usual].filter((key) => !fullest.includes(key))]
}

function dateKeyOf(models: readonly SourceFile[]): string {
  const isDated = (key: string): boolean =>
    models.some(({ values }) => /^\d{4}-\d{1,2}-\d{1,2}|\d{4}/.test(String(values?.[key] ?? '')))
  return dateKeys.find(isDated) ?? 'date'
}

function lineFor(
  key: string,
  isDate: boolean,
  models: readonly SourceFile[],
  facts: NewPostFacts,
): readonly FrontMatterLine[] {
  if (key === 'title') return [{ key, value: facts.title }]
  if (isDate) return [dateLine(key, models, facts)]
  if (key === facts.draft?.key) {
    const { value } = facts.draft
    if (facts.isDraft) return [{ key, value }]
    return typeof value === 'boolean' ? [{ key, value: !value }] : []
  }
  if (ownKeys.has(key) || dateKeys.includes(key)) return []
  const values = models
    .filter((model) => Object.hasOwn(model.values ?? {}, key))
    .map((model) => model.values?.[key])
  const [first] = values
  if (values.some(Array.isArray)) return [{ key, value: sharedItems(values) }]
  if (values.length > 1 && values.every((value) => value === first)) {
    if (typeof first === 'string' || typeof first === 'boolean') return [{ key, value: first }]
    return []
  }
  // a flag differs from post to post: what most have
  if (values.every((value) => typeof value === 'boolean'))
    return [{ key, value: mostUsual(values.map(String)) === 'true' }]
  return values.every((value) => typeof value === 'string' || value === null) ? [{ key, value: '' }] : []
}

/** The items that every list has. */
function sharedItems(values: readonly unknown[]): readonly string[] {
  const lists = values.map((value) => (Array.isArray(value) ? value : [value]).map(String))
  const [first = [], ...others] = lists
  return others.length === 0 ? [] : first.filter((item) => others.every((list) => list.includes(item)))
}

/** The day alone where most write it so, else the safe form; a text in quotes where most quote. */
function dateLine(key: string, models: readonly SourceFile[], { day, date }: NewPostFacts): FrontMatterLine {
  const written = models.map(({ values }) => values?.[key]).filter((value) => typeof value === 'string')
  const days = written.filter((value) => dayOnly.test(value.trim())).length
  const quoted = models.filter((model) => model.quoted.has(key)).length
  const text = days * 2 > written.length ? day : date
  return { key, value: quoted * 2 > models.length ? text : { date: text } }
}

/** The lines as a block at the head of a file, between its fences. */
export function writeFrontMatter(lines: readonly FrontMatterLine[], language: 'yaml' | 'toml'): string {
  const fence = language === 'yaml' ? '---' : '+++'
  const written = lines.map(({ key, value }) =>
    language === 'yaml' ? yamlLine(key, value) : tomlLine(key, value),
  )
  return `${fence}\n${written.join('')}${fence}\n`
}

function yamlLine(key: string, value: FrontMatterLine['value']): string {
  if (isDate(value)) return `${stringify(key).trim()}: ${value.date}\n`
  if (typeof value === 'string' && dayOnly.test(value)) return `${key}: "${value}"\n`
  // YAML 1.1: generators take more words for flags and numbers than YAML 1.2 does
  return stringify({ [key]: value }, { version: '1.1', lineWidth: 0, flowCollectionPadding: false })
}

function tomlLine(key: string, value: FrontMatterLine['value']): string {
  const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
  if (isDate(value)) return `${name} = ${value.date}\n`
  return `${name} = ${JSON.stringify(value).replace(/\u007f/g, '\\u007f')}\n`
}

function isDate(value: FrontMatterLine['value']): value is { readonly date: string } {
  return typeof value === 'object' && 'date' in value
}
