import type { SourceFile } from '../../profile'
import { githubSlug } from '../github-slug'
import { jsYamlScalar } from '../js-yaml-scalar'
import type { ProgramModules } from '../program/modules'
import { dateOf, objectOf, type ProgramObject, type ProgramValue, unknown } from '../program/program-value'
import { applySchema, type Schema } from './schema'
import type { AstroCollection } from './site'

/** A post as the site's own programs get it from its collection. */
export type AstroEntry = {
  readonly value: ProgramObject
  readonly id: ProgramValue
  /** Its data as the schema made it. */
  readonly data: ProgramObject
  /** What stops the build. */
  readonly problems: readonly string[]
}

/** Makes the entry of a source. `path` is relative to the collection's folder. */
export function entryOf(
  source: SourceFile,
  path: string,
  collection: AstroCollection,
  modules: ProgramModules,
  zone: string,
): AstroEntry {
  const raw = frontMatterOf(source)
  const slugged = pathSlug(path)
  const own = raw.fields.get('slug')
  const { data, problems } = checkedData(raw, collection, modules, zone)
  const isSlugText = typeof own === 'string' && own !== ''
  const slug = isSlugText ? own : slugged
  const id =
    collection.generateId === null
      ? slug
      : modules.evaluator.call(collection.generateId, [objectOf({ entry: path, base: unknown, data: raw })])
  const value = objectOf({
    id: collection.isLegacy ? path : id,
    ...(collection.isLegacy ? { slug } : {}),
    collection: collection.name,
    data,
    filePath: source.path,
    body: unknown,
  })
  const unreadable = source.hasFrontMatter && source.values === null
  return {
    value,
    id,
    data,
    problems: unreadable ? ['Astro stops here: the front matter cannot be read.'] : problems,
  }
}

/** A path as Astro makes an id of it: each part by github-slugger, without its ending and without `/index`. */
export function pathSlug(path: string): string {
  const parts = path.replace(/\.[^./]+$/, '').split('/')
  return parts
    .map(githubSlug)
    .join('/')
    .replace(/\/index$/, '')
}

/** Front matter as Astro reads it: js-yaml 4's types. */
export function frontMatterOf({ values, quoted }: Pick<SourceFile, 'values' | 'quoted'>): ProgramObject {
  const fields = Object.entries(values ?? {}).map(
    ([key, value]) => [key, typed(value, quoted.has(key))] as const,
  )
  return { type: 'object', fields: new Map(fields), isOpen: false }
}

function typed(value: unknown, isQuoted: boolean): ProgramValue {
  if (Array.isArray(value)) return value.map((item) => typed(item, false))
  if (typeof value === 'object' && value !== null) {
    return objectOf(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(item, false)])))
  }
  const scalar = jsYamlScalar(value, isQuoted, 4)
  return scalar instanceof Date ? dateOf(scalar.getTime()) : scalar
}

function checkedData(
  raw: ProgramObject,
  { schema, isLegacy }: AstroCollection,
  modules: ProgramModules,
  zone: string,
): { readonly data: ProgramObject; readonly problems: readonly string[] } {
  if (schema === null) return { data: raw, problems: [] }
  const fields = new Map<string, ProgramValue>()
  const problems: string[] = []
  for (const [key, inner] of schema.entries) {
    if (isLegacy && key === 'slug') continue
    const context = {
      zone,
      call: (callee: ProgramValue, args: readonly ProgramValue[]) => modules.evaluator.call(callee, args),
    }
    const outcome = applySchema(inner, raw.fields.get(key), context)
    if (outcome.kind === 'value') fields.set(key, outcome.value)
    else {
      problems.push(stopWords(key, raw, outcome.wanted))
      fields.set(key, unknown)
    }
  }
  if (schema.kind !== 'object' || schema.isOpen)
    for (const [key, value] of raw.fields) if (!fields.has(key)) fields.set(key, value)
  return { data: { type: 'object', fields, isOpen: schema.kind !== 'object' }, problems }
}

function stopWords(key: string, raw: ProgramObject, wanted: string): string {
  const isThere = raw.fields.get(key) !== undefined
  return isThere
    ? `Astro stops here: \`${key}\` must be ${wanted}.`
    : `Astro stops here: \`${key}\` is missing, it must be ${wanted}.`
}

const dateNames = [
  ...[
    'pubDate',
    'pubDatetime',
    'publishDate',
    'publishedDate',
    'publishDatetime',
    'publicationDate',
    'published',
  ],
  ...['publishedAt', 'publishedOn', 'datePublished', 'date', 'created', 'createdAt', 'postedAt', 'posted'],
]

/** The key that holds a post's date: by the schema's dates, the usual names before others, never one that is optional before one that is not. */
export function dateKeyOf(schema: Schema | null, raw: ProgramObject): string | null {
  if (schema === null || schema.entries.size === 0)
    return dateNames.find((name) => raw.fields.has(name)) ?? null
  const isDated = (entry: Schema): boolean =>
    entry.kind === 'date' || entry.options.some((option) => option.kind === 'date')
  const dates = [...schema.entries].filter(([, entry]) => isDated(entry)).map(([name]) => name)
  const named = dateNames.find((name) => dates.includes(name))
  if (named !== undefined) return named
  const others = dates.filter((name) => !/upd|mod|expir|last/i.test(name))
  const required = others.find((name) => schema.entries.get(name)?.isOptional === false)
  return required ?? others[0] ?? dateNames.find((name) => schema.entries.has(name)) ?? null
}
