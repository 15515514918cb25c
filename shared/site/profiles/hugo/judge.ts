import type { HiddenReason, PostFate, SourceFile } from '../../profile'
import { clockWithOffset, dayOf, isoOf } from '../zone-time'
import { hugoAddress } from './address'
import { type Cascade, readCascade, withCascades } from './cascade'
import type { HugoConfiguration, HugoLanguage } from './configuration'
import type { ContentFile, ContentPlace, ContentTree } from './content-tree'
import { type DatedPage, type DateRules, dateInName, type FoundDate, findDate } from './dates'
import { flagOf, type HugoValues, hugoValues, isMap, stringOf } from './values'

/** A site as it was understood. */
export type HugoSite = {
  readonly configuration: HugoConfiguration
  readonly tree: ContentTree
  /** Every file that may be a page, also those whose heads were not read. */
  readonly paths: readonly string[]
  /** The list pages' own front matter, by path. */
  readonly nodes: ReadonlyMap<string, HugoValues>
  readonly machineZone: string
}

const nothing: PostFate = {
  isPost: false,
  published: false,
  reasons: ['not-a-post'],
  rule: null,
  title: null,
  dateISO: null,
  day: null,
  permalink: null,
  language: null,
  kind: 'file',
  volatile: [],
  problems: [],
}

type Hidden = { readonly reason: HiddenReason; readonly rule: string }

/** A page as its front matter has it, before it is known whether its section is one of posts. */
type Page = {
  readonly source: SourceFile
  readonly file: ContentFile
  readonly language: HugoLanguage
  readonly values: HugoValues
  readonly date: FoundDate | null
  readonly slug: string
  readonly hidden: readonly Hidden[]
  readonly renders: boolean
  readonly lists: boolean
  readonly sections: readonly string[]
  readonly problems: readonly string[]
}

/** What Hugo makes of all sources. */
export function judgeWithHugo(
  sources: readonly SourceFile[],
  site: HugoSite,
  now: number,
): ReadonlyMap<string, PostFate> {
  const places = new Map(sources.map((source) => [source.path, site.tree.placeOf(source.path)]))
  const nodes = nodesIn(sources, places, site)
  const pages = new Map<string, Page>()
  for (const source of sources) {
    const place = places.get(source.path)
    if (place?.kind !== 'page' && place?.kind !== 'node') continue
    if (place.isHtml && !source.hasFrontMatter) continue
    const page = readPage(source, place, nodes, site, now)
    if (page !== null) pages.set(source.path, page)
  }
  const lists = new ListDates(pages)
  const mainSections = mainSectionsOf(pages, lists, site)
  return new Map(
    sources.map((source) => {
      const page = pages.get(source.path)
      const place = places.get(source.path) ?? { kind: 'outside' }
      const fate =
        page === undefined ? unpaged(place, source, mainSections) : fateOf(page, mainSections, lists, site)
      return [source.path, fate]
    }),
  )
}

type Node = { readonly values: HugoValues; readonly cascades: readonly Cascade[] }
type Nodes = ReadonlyMap<string, Node>

const nodeKey = (language: string, folders: readonly string[]): string => `${language} ${folders.join('/')}`

/** The list pages, as they are now where they were read, else as they were when the site was understood. */
function nodesIn(
  sources: readonly SourceFile[],
  places: ReadonlyMap<string, ContentPlace>,
  site: HugoSite,
): Nodes {
  const nodes = new Map<string, Node>()
  const add = (place: ContentPlace | undefined, values: HugoValues): void => {
    if (place?.kind !== 'node') return
    const cascades = readCascade(values.get('cascade')?.value)
    nodes.set(nodeKey(place.language, place.folders), { values, cascades })
  }
  for (const [path, values] of site.nodes) add(site.tree.placeOf(path), values)
  for (const source of sources) add(places.get(source.path), hugoValues(source))
  return nodes
}

function readPage(
  source: SourceFile,
  file: ContentFile,
  nodes: Nodes,
  site: HugoSite,
  now: number,
): Page | null {
  const { configuration } = site
  const language = configuration.languages.get(file.language)
  if (language === undefined) return null
  const values = inherited(hugoValues(source), file, nodes, configuration)
  const dated: DatedPage = {
    values,
    baseName: file.name,
    modifiedAt: source.modifiedAt,
    zone: language.zone,
    machineZone: site.machineZone,
  }
  const rules = configuration.dateRules
  const date = findDate(rules.date, dated)
  const build = buildOptions(values)
  const isHeadless = file.isBundle && file.kind === 'page' && flag(values, 'headless') === true
  return {
    source,
    file,
    language,
    values,
    date,
    slug: slugOf(dated, rules),
    hidden: hiddenBy(values, dated, configuration, now),
    renders: !isHeadless && build.renders,
    lists: !isHeadless && build.lists,
    sections: site.tree.sectionsOf(file.language, file.folders),
    problems: problemsOf(source, values, date, rules.date),
  }
}

function inherited(
  own: HugoValues,
  file: ContentFile,
  nodes: Nodes,
  configuration: HugoConfiguration,
): HugoValues {
  const cascades: (readonly Cascade[])[] = []
  for (let depth = file.folders.length; depth >= 0; depth--) {
    const node = nodes.get(nodeKey(file.language, file.folders.slice(0, depth)))
    if (node !== undefined) cascades.push(node.cascades)
  }
  cascades.push(readCascade(configuration.settings.cascade))
  return withCascades(own, cascades, file, kindOf(file))
}

function kindOf(file: ContentFile): string {
  if (file.kind === 'page') return 'page'
  return file.folders.length === 0 ? 'home' : 'section'
}

function flag(values: HugoValues, key: string): boolean | null {
  const value = values.get(key)
  return value === undefined ? null : flagOf(value)
}

function buildOptions(values: HugoValues): { readonly renders: boolean; readonly lists: boolean } {
  const given = values.get('_build')?.value ?? values.get('build')?.value
  const option = (key: string): string => {
    const entry = isMap(given)
      ? Object.entries(given).find(([name]) => name.toLowerCase() === key)?.[1]
      : undefined
    return typeof entry === 'boolean' ? (entry ? 'always' : 'never') : String(entry ?? 'always').toLowerCase()
  }
  return {
    renders: !['never', 'link', 'false'].includes(option('render')),
    lists: !['never', 'false'].includes(option('list')),
  }
}

/** The front matter's slug, else what follows the date in the name where any date is taken from there. */
function slugOf(page: DatedPage, rules: DateRules): string {
  if (page.values.has('slug')) return stringOf(page.values.get('slug')).replace(/^-+|-+$/g, '')
  const isFromName = Object.values(rules).some((rule) => findDate(rule, page)?.from === 'name')
  return isFromName ? (dateInName(page.baseName, page.zone)?.slug ?? '') : ''
}

function hiddenBy(
  values: HugoValues,
  dated: DatedPage,
  site: HugoConfiguration,
  now: number,
): readonly Hidden[] {
  const hidden: Hidden[] = []
  const draft = values.has('draft') ? (flag(values, 'draft') ?? false) : null
  const published = flag(values, 'published')
  const isDraft = draft ?? (published === null ? false : !published)
  if (isDraft && !site.buildsDrafts)
    hidden.push({ reason: 'draft', rule: draft === null ? '`published: false`' : '`draft: true`' })
  const publish = findDate(site.dateRules.publishDate, dated)
  if (publish !== null && publish.time.instant > now && !site.buildsFuture)
    hidden.push({ reason: 'future', rule: `its date, ${printed(publish)}, is yet to come` })
  const expiry = findDate(site.dateRules.expiryDate, dated)
  if (expiry !== null && expiry.time.instant < now && !site.buildsExpired)
    hidden.push({ reason: 'expired', rule: `its \`expiryDate\`, ${printed(expiry)}, is over` })
  return hidden
}

function printed({ time }: FoundDate): string {
  return dayOf(clockWithOffset(time.instant, time.offset))
}

function problemsOf(
  source: SourceFile,
  values: HugoValues,
  date: FoundDate | null,
  rules: readonly string[],
): readonly string[] {
  if (source.hasFrontMatter && source.values === null)
    return ['Hugo stops here: it cannot read this front matter.']
  const unread = rules.find((rule) => typeof values.get(rule)?.value === 'string' && rule !== 'published')
  if (unread === undefined || date?.from === 'field') return []
  const written = stringOf(values.get(unread))
  return [
    `Hugo takes \`${unread}: ${written}\` for no date and says nothing of it; \`2024-03-04\` and \`2024-03-04T10:00:00Z\` are dates.`,
  ]
}

/** Each language's sections of posts, in lower case: as stated, else the one with most pages that are built, or that could be. */
function mainSectionsOf(
  pages: ReadonlyMap<string, Page>,
  lists: ListDates,
  site: HugoSite,
): ReadonlyMap<string, readonly string[]> {
  const built = new SectionCounts()
  const all = new SectionCounts()
  for (const path of site.paths) {
    const page = pages.get(path)
    const place = page?.file ?? site.tree.placeOf(path)
    if (place.kind !== 'page' || place.folders.length === 0) continue
    if (page === undefined && place.isHtml) continue
    const section = (place.folders[0] ?? '').toLowerCase()
    all.add(place.language, section)
    const isHidden = page !== undefined && (page.hidden.length > 0 || lists.hiddenSections(page).length > 0)
    if (!isHidden) built.add(place.language, section)
  }
  return new Map(
    [...site.configuration.languages.values()].map(({ code, mainSections }) => {
      const stated = mainSections?.map((section) => section.toLowerCase())
      const most = built.most(code) ?? all.most(code)
      return [code, stated ?? (most === null ? [] : [most])]
    }),
  )
}

/** How many pages each section has in each language. */
class SectionCounts {
  readonly #counts = new Map<string, Map<string, number>>()

  add(language: string, section: string): void {
    const own = this.#counts.get(language) ?? new Map<string, number>()
    this.#counts.set(language, own.set(section, (own.get(section) ?? 0) + 1))
  }

  most(language: string): string | null {
    const counts = [...(this.#counts.get(language) ?? [])]
    return counts.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
  }
}

function unpaged(
  place: ContentPlace,
  source: SourceFile,
  mainSections: ReadonlyMap<string, readonly string[]>,
): PostFate {
  if (place.kind === 'outside') return nothing
  if (place.kind !== 'left-out') {
    const isHtml = place.isHtml && !source.hasFrontMatter
    return {
      ...nothing,
      rule: isHtml ? 'HTML without front matter is copied as it is' : null,
      published: isHtml,
    }
  }
  const isAmongPosts = mainSections.get(place.language)?.includes(place.section.toLowerCase()) ?? false
  return { ...nothing, reasons: [isAmongPosts ? 'excluded' : 'not-a-post'], rule: place.rule }
}

function fateOf(
  page: Page,
  mainSections: ReadonlyMap<string, readonly string[]>,
  lists: ListDates,
  site: HugoSite,
): PostFate {
  const { file, language } = page
  const isAmongPosts =
    file.kind === 'page' &&
    (mainSections.get(language.code)?.includes((file.folders[0] ?? '').toLowerCase()) ?? false)
  const hidden = [...page.hidden, ...lists.hiddenSections(page)]
  const isPost = isAmongPosts && (page.renders || page.lists) && page.renders
  const date = page.date ?? (file.kind === 'node' ? lists.latest(page) : null)
  const title = stringOf(page.values.get('title'))
  const address = hugoAddress(
    {
      file,
      title,
      slug: page.slug,
      url: stringOf(page.values.get('url')),
      date: date?.time ?? null,
      sections: file.kind === 'node' ? file.folders : page.sections,
    },
    language,
    site.configuration,
  )
  const problems =
    'unknownToken' in address
      ? [...page.problems, `Hugo stops here: it knows no \`${address.unknownToken}\` in \`permalinks\`.`]
      : page.problems
  const isStopped = problems.some((problem) => problem.startsWith('Hugo stops'))
  const usesDate = !('unknownToken' in address) && address.usesDate
  const isVolatile = date?.from === 'file'
  const base = {
    ...nothing,
    language: language.code,
    kind: file.isBundle ? ('bundle' as const) : ('file' as const),
    problems,
  }
  if (!page.renders)
    return {
      ...base,
      reasons: [isAmongPosts ? 'excluded' : 'not-a-post'],
      rule: '`_build` keeps it from being written',
      title,
    }
  return {
    ...base,
    isPost,
    published: isStopped ? null : hidden.length === 0,
    reasons: isPost ? unique(hidden.map(({ reason }) => reason)) : ['not-a-post'],
    rule: hidden[0]?.rule ?? null,
    title,
    dateISO: date === null ? null : isoOf(date.time.instant),
    day: date === null ? null : printed(date),
    permalink: 'unknownToken' in address ? null : address.path,
    volatile: isVolatile ? (usesDate ? ['dateISO', 'day', 'permalink'] : ['dateISO', 'day']) : [],
  }
}

const order: readonly HiddenReason[] = ['draft', 'future', 'expired']

function unique(reasons: readonly HiddenReason[]): readonly HiddenReason[] {
  return order.filter((reason) => reasons.includes(reason))
}

/** What list pages are told by the pages below them, and what they hide with themselves. */
class ListDates {
  readonly #pages: readonly Page[]
  readonly #hidden = new Map<string, readonly Hidden[]>()
  readonly #latest = new Map<string, FoundDate>()

  constructor(pages: ReadonlyMap<string, Page>) {
    this.#pages = [...pages.values()]
    for (const { file, hidden } of this.#pages) {
      if (file.kind === 'node' && hidden.length > 0)
        this.#hidden.set(nodeKey(file.language, file.folders), hidden)
    }
    for (const page of this.#pages) this.#count(page)
  }

  /** A section that is not built takes all pages below it along. */
  hiddenSections({ file }: Page): readonly Hidden[] {
    const found: Hidden[] = []
    const depthOfOwn = file.kind === 'node' ? file.folders.length - 1 : file.folders.length
    for (let depth = depthOfOwn; depth >= 0; depth--) {
      const folders = file.folders.slice(0, depth)
      const hidden = this.#hidden.get(nodeKey(file.language, folders)) ?? []
      found.push(
        ...hidden.map(({ reason, rule }) => ({ reason, rule: `its folder’s \`_index\` file: ${rule}` })),
      )
    }
    return found
  }

  /** The latest date of the built pages below a list page, which it takes for its own. */
  latest({ file }: Page): FoundDate | null {
    return this.#latest.get(nodeKey(file.language, file.folders)) ?? null
  }

  #count(page: Page): void {
    const { file, date } = page
    if (date === null || page.hidden.length > 0 || this.hiddenSections(page).length > 0) return
    for (let depth = file.folders.length; depth >= 0; depth--) {
      const key = nodeKey(file.language, file.folders.slice(0, depth))
      const known = this.#latest.get(key)
      if (known === undefined || date.time.instant > known.time.instant) this.#latest.set(key, date)
    }
  }
}
