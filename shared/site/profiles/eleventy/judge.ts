import { unreadable } from '../../markdown/literals'
import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { matchesGlob } from '../glob-match'
import { jsYamlScalar } from '../js-yaml-scalar'
import { noPage } from '../no-page'
import { clockAt, dayOf, isoOf } from '../zone-time'
import type { EleventyConfiguration } from './configuration'
import { type Cascade, cascadeOf, type DataFiles, tagsOf } from './data-files'
import { isoInstant } from './iso-date'
import type { TemplateValue } from './own-filters'
import { fillPermalink } from './permalink-template'

/** A site and the data files that lie in it. */
export type EleventySite = { readonly configuration: EleventyConfiguration; readonly data: DataFiles }

type Page = {
  readonly source: SourceFile
  readonly cascade: Cascade
  readonly date: PageDate
}

type PageDate = {
  readonly instant: number | null
  /** From the file's own time or from git. */
  readonly isVolatile: boolean
  /** What stops the build; null for a date that can be read. */
  readonly mistake: string | null
}

const mayHoldPosts = /\.(?:md|markdown|mdx|html|njk|liquid)$/

/** Whether Eleventy's rules have something to say of a file of this name. */
export function isReadByEleventy(path: string, { configuration }: EleventySite): boolean {
  const { input, includes, data, ignored } = configuration
  if (!mayHoldPosts.test(path) || !path.startsWith(input)) return false
  if (ignored.ignores(path)) return false
  return ![includes, data].some((folder) => folder !== '' && folder !== input && path.startsWith(folder))
}

/** What Eleventy makes of all sources; posts are those with the tag, or in the collection, that most look like posts. */
export function judgeWithEleventy(
  sources: readonly SourceFile[],
  site: EleventySite,
  now: number,
): ReadonlyMap<string, PostFate> {
  const { configuration } = site
  const pages: Page[] = []
  const others: SourceFile[] = []
  for (const source of sources) {
    const isTemplate = configuration.formats.has(endingOf(source.path)) && isReadByEleventy(source.path, site)
    if (isTemplate) pages.push(pageOf(source, site))
    else others.push(source)
  }
  const tag = postTagOf(pages)
  const fates = new Map<string, PostFate>()
  const postFolders = new Set<string>()
  for (const page of pages) {
    const isPost = isPostOf(page, tag, configuration)
    if (isPost) postFolders.add(folderOf(page.source.path))
    fates.set(page.source.path, fateOf(page, isPost, site, now))
  }
  for (const source of others) {
    const isAmongPosts = postFolders.has(folderOf(source.path)) && isReadByEleventy(source.path, site)
    fates.set(source.path, {
      ...noPage,
      reasons: [isAmongPosts ? 'excluded' : 'not-a-post'],
      rule: isAmongPosts ? `\`${endingOf(source.path)}\` is no template format of this site` : null,
    })
  }
  return fates
}

function pageOf(source: SourceFile, { configuration, data }: EleventySite): Page {
  const cascade = cascadeOf(source.path, typed(source), data, configuration)
  return { source, cascade, date: dateOf(source, cascade) }
}

/** Front matter with its plain numbers and dates, as gray-matter reads them. */
function typed({ values, quoted }: SourceFile): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string' ? jsYamlScalar(value, quoted.has(key), 3) : value,
    ]),
  )
}

function dateOf({ path, createdAt, modifiedAt }: SourceFile, { values }: Cascade): PageDate {
  const { date } = values
  if (date instanceof Date) return { instant: date.getTime(), isVolatile: false, mistake: null }
  if (typeof date === 'string' && date !== '') {
    const special = date.toLowerCase()
    if (special === 'created' || special === 'git created')
      return { instant: createdAt, isVolatile: true, mistake: null }
    if (special === 'last modified' || special === 'git last modified')
      return { instant: modifiedAt, isVolatile: true, mistake: null }
    const instant = isoInstant(date)
    return { instant, isVolatile: false, mistake: instant === null ? date : null }
  }
  if (date === unreadable) return { instant: null, isVolatile: false, mistake: null }
  if (date !== undefined && date !== null && date !== '' && date !== 0 && date !== false)
    return { instant: null, isVolatile: false, mistake: String(date) }
  const named = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0]
  if (named === undefined) return { instant: createdAt, isVolatile: true, mistake: null }
  return { instant: isoInstant(named), isVolatile: false, mistake: null }
}

const usualTag = /^(?:blog[-_ ]?)?(?:posts?|blog|articles?|entries|entry|writing|notes?)$/i

/** The tag that posts have: one with a usual name and most pages, else the one that folders give most pages. */
function postTagOf(pages: readonly Page[]): string | null {
  const counts = new Map<string, { all: number; given: number }>()
  for (const { source, cascade } of pages) {
    const own = new Set(tagsOf(source.values?.tags))
    for (const tag of new Set(tagsOf(cascade.values.tags))) {
      const count = counts.get(tag) ?? { all: 0, given: 0 }
      counts.set(tag, { all: count.all + 1, given: count.given + (own.has(tag) ? 0 : 1) })
    }
  }
  const usual = [...counts].filter(([tag]) => usualTag.test(tag))
  const given = [...counts].filter(([, count]) => count.given > 0)
  const candidates = usual.length > 0 ? usual : given
  const [best] = candidates.toSorted(([one, x], [other, y]) => y.all - x.all || (one < other ? -1 : 1))
  return best?.[0] ?? null
}

function isPostOf(
  { source, cascade }: Page,
  tag: string | null,
  { postGlobs }: EleventyConfiguration,
): boolean {
  if (cascade.values.eleventyExcludeFromCollections === true) return false
  if (tag !== null && tagsOf(cascade.values.tags).includes(tag)) return true
  return postGlobs.some((glob) => matchesGlob(glob, source.path))
}

function fateOf(page: Page, isPost: boolean, site: EleventySite, now: number): PostFate {
  const { source, cascade, date } = page
  const { values } = cascade
  const { draftRule } = site.configuration
  const isDraft = draftRule !== null && isTruthy(values[draftRule.key])
  const address = addressOf(page, site)
  const isUnwritten = address === false
  const reasons: readonly HiddenReason[] = [
    ...(isDraft ? (['draft'] as const) : []),
    ...(isUnwritten ? (['excluded'] as const) : []),
  ]
  const hasMistake = date.mistake !== null
  const title = values.title
  return {
    isPost,
    published: hasMistake ? null : reasons.length === 0,
    reasons: isPost ? reasons : ['not-a-post'],
    rule: isDraft ? `\`${draftRule.key}: true\`` : isUnwritten ? '`permalink: false`' : null,
    title: typeof title === 'string' || typeof title === 'number' ? String(title) : null,
    dateISO: date.instant === null ? null : isoOf(date.instant),
    day: dayShown(page),
    permalink: address === false ? null : address,
    language: typeof values.lang === 'string' ? values.lang : null,
    kind: /(?:^|\/)index\.[^/]+$/.test(source.path) ? 'bundle' : 'file',
    volatile: date.isVolatile ? ['dateISO', 'day', 'permalink'] : [],
    problems: hasMistake
      ? [`Eleventy stops on the date \`${date.mistake}\`. Write it as 2024-05-31 or 2024-05-31T18:30:00Z.`]
      : problemsOf(page, draftRule !== null, now),
  }
}

function problemsOf({ source }: Page, hasDraftRule: boolean, _now: number): readonly string[] {
  const isMarked = source.values?.draft === true
  return isMarked && !hasDraftRule
    ? ['This site has no rule for drafts: Eleventy publishes the post although it says `draft: true`.']
    : []
}

/** A page in no layout prints no date. */
function dayShown({ cascade, date }: Page): string | null {
  const { layout } = cascade.values
  const hasLayout = (typeof layout === 'string' && layout !== '') || layout === unreadable
  return hasLayout && date.instant !== null ? dayOf(clockAt(date.instant, 'UTC')) : null
}

/** null: it cannot be told; false: no page is written. */
function addressOf(page: Page, site: EleventySite): string | null | false {
  const { configuration } = site
  const { values, isPartial } = page.cascade
  if (values.pagination !== undefined) return null
  let { permalink } = values
  if (typeof permalink === 'object' && permalink !== null) {
    const map = permalink as Readonly<Record<string, unknown>>
    if (!('build' in map)) return false
    permalink = map.build
  }
  if (permalink === false) return false
  if (permalink === unreadable || isPartial || isComputed(values, configuration)) return null
  const link =
    typeof permalink === 'string' && permalink !== ''
      ? filled(permalink, page, site)
      : usualLink(page.source.path, configuration)
  if (link === null || configuration.prefix === null) return null
  return `${configuration.prefix}${asUrl(link)}`
}

/** Computed data that only holds drafts back leaves addresses alone. */
function isComputed(
  values: Readonly<Record<string, unknown>>,
  { draftRule }: EleventyConfiguration,
): boolean {
  const computed = values.eleventyComputed
  if (values['eleventyComputed.permalink'] !== undefined) return draftRule === null
  if (computed === undefined) return false
  if (typeof computed !== 'object' || computed === null) return draftRule === null
  return 'permalink' in computed && draftRule === null
}

function filled(template: string, page: Page, { configuration }: EleventySite): string | null {
  if (!/\{\{|\{%/.test(template)) return template
  if (configuration.markdownEngine === 'other') return null
  const { source, cascade, date } = page
  const names = slugsOf(source.path, configuration.input)
  const known: Readonly<Record<string, TemplateValue>> = {
    'page.fileSlug': names.fileSlug,
    'page.filePathStem': names.filePathStem,
    'page.inputPath': `./${source.path}`,
    'page.date': date.instant === null ? null : new Date(date.instant),
  }
  return fillPermalink(template, {
    filters: configuration.filters,
    lookUp: (path) => {
      if (Object.hasOwn(known, path)) return known[path]
      const value = Object.hasOwn(cascade.values, path) ? cascade.values[path] : undefined
      const isPlain = typeof value === 'string' || typeof value === 'number' || value instanceof Date
      return isPlain ? value : undefined
    },
  })
}

/** `page.fileSlug` and `page.filePathStem` (TemplateFileSlug.js). */
function slugsOf(path: string, input: string): { readonly fileSlug: string; readonly filePathStem: string } {
  const folders = path.slice(input.length).split('/')
  const raw = withoutDay((folders.pop() ?? '').slice(0, -endingOf(path).length))
  const last = folders.at(-1)
  return {
    fileSlug: raw === 'index' ? (last === undefined ? '' : withoutDay(last)) : raw,
    filePathStem: `/${[...folders, raw].join('/')}`,
  }
}

function withoutDay(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name
}

/** TemplatePermalink.js, `generate`. */
function usualLink(path: string, { input }: EleventyConfiguration): string {
  const folders = path.slice(input.length).split('/')
  const name = (folders.pop() ?? '').slice(0, -endingOf(path).length)
  const isFolder = name === 'index' || folders.at(-1) === name
  return [...folders, ...(isFolder ? [] : [name]), 'index.html'].join('/')
}

/** TemplatePermalink.js, `toHref`. */
function asUrl(link: string): string {
  const whole = `/${link.endsWith('/') ? `${link}index.html` : link}`.replace(/\/{2,}/g, '/')
  return whole.replace(/\/index(?:\.html|\/)?$/, '/')
}

function isTruthy(value: unknown): boolean {
  return Boolean(value) && value !== unreadable
}

function endingOf(path: string): string {
  return /\.11ty\.js$/.test(path) ? '.11ty.js' : (/\.[^./]+$/.exec(path)?.[0] ?? '')
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
