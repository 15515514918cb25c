import type { HiddenReason, SourceFile } from '../../profile'
import { clockWithOffset, dayOf } from '../zone-time'
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

/** What keeps a page back, and the rule in words. */
export type Hidden = { readonly reason: HiddenReason; readonly rule: string }

/** A page as its front matter has it, before it is known whether its section is one of posts. */
export type Page = {
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

type Node = { readonly values: HugoValues; readonly cascades: readonly Cascade[] }
/** The list pages by `nodeKey`. */
export type Nodes = ReadonlyMap<string, Node>

/** Names a list page: one for each folder and language. */
export const nodeKey = (language: string, folders: readonly string[]): string =>
  `${language} ${folders.join('/')}`

/** The list pages, as they are now where they were read, else as they were when the site was understood. */
export function nodesIn(
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

/** A page and what its own front matter and its folders' tell; null in a language that the site does not build. */
export function readPage(
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

/** The day of a date in its own zone, which is what Hugo prints. */
export function printed({ time }: FoundDate): string {
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
