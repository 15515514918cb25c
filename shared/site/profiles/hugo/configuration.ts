import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { SiteSource } from '../../profile'
import { locateSetting, yamlMistake } from '../locate-setting'
import { isTimeZone } from '../zone-time'
import { type DateRules, dateRules } from './dates'
import type { PathStyle } from './urlize'
import { isMap, listOf, withLowerKeys } from './values'

type Settings = Readonly<Record<string, unknown>>

/** A folder of content: where it lies, where in the tree of content it counts, and in which language. */
export type ContentRoot = { readonly folder: string; readonly target: string; readonly language: string }

/** What counts for the pages of one language. */
export type HugoLanguage = {
  readonly code: string
  readonly title: string
  readonly zone: string
  /** The path of `baseURL`, with a slash before it and none after; empty for none. */
  readonly basePath: string
  /** What stands before the paths of this language, empty for none. */
  readonly prefix: string
  /** null: the section with most pages. */
  readonly mainSections: readonly string[] | null
  readonly permalinks: { readonly page: Settings; readonly section: Settings }
  readonly uglyUrls: boolean | Settings
}

/** What a Hugo site's configuration says, with Hugo's own defaults where it says nothing. */
export type HugoConfiguration = {
  readonly settings: Settings
  /** The first of its files, null for none. */
  readonly file: string | null
  readonly languages: ReadonlyMap<string, HugoLanguage>
  readonly defaultLanguage: string
  readonly disabledLanguages: ReadonlySet<string>
  readonly roots: readonly ContentRoot[]
  readonly pathStyle: PathStyle
  readonly dateRules: DateRules
  readonly ignoredFiles: readonly string[]
  readonly buildsDrafts: boolean
  readonly buildsFuture: boolean
  readonly buildsExpired: boolean
  readonly archetypes: string
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
  readonly where: (...keys: readonly (string | number)[]) => SiteSource | null
}

const endings = ['toml', 'yaml', 'yml', 'json']

/** The configuration files among `paths`, the one that counts last at the end (config/configLoader.go; environment: production). */
export function hugoConfigurationFiles(paths: readonly string[]): readonly string[] {
  const there = new Set(paths)
  const root = ['hugo', 'config'].flatMap((name) => endings.map((ending) => `${name}.${ending}`))
  const main = root.find((name) => there.has(name))
  const inFolder = (folder: string): readonly string[] =>
    paths
      .filter((path) => path.startsWith(folder) && endings.some((ending) => path.endsWith(`.${ending}`)))
      // the folder's main file first, what names a key of its own over it
      .toSorted((a, b) => Number(isRootFile(b)) - Number(isRootFile(a)))
  return [
    ...(main === undefined ? [] : [main]),
    ...inFolder('config/_default/'),
    ...inFolder('config/production/'),
  ]
}

function isRootFile(path: string): boolean {
  return /\/(?:hugo|config)\.\w+$/.test(path)
}

/** The keys under which a file's settings lie: `config/_default/params.fr.toml` is `languages.fr.params`. */
function keysOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  if (!path.startsWith('config/') || isRootFile(path)) return []
  const [key = '', language] = name.toLowerCase().split('.')
  const folders = path.split('/').slice(2, -1)
  const within = [...folders, key === 'menu' ? 'menus' : key].map((part) => part.toLowerCase())
  return language === undefined ? within : ['languages', language, ...within]
}

/** Reads all configuration files that `texts` has. `machineZone` plays no part but for numbers as dates. */
export function readHugoConfiguration(texts: ReadonlyMap<string, string>): HugoConfiguration {
  const problems: { message: string; source: SiteSource }[] = []
  const files = hugoConfigurationFiles([...texts.keys()].toSorted())
  let settings: Settings = {}
  for (const file of files) {
    const read = parse(file, texts.get(file) ?? '')
    if ('problem' in read) problems.push(read.problem)
    else {
      const nested = keysOf(file).reduceRight<Settings>((inner, key) => ({ [key]: inner }), read.settings)
      settings = merged(settings, nested)
    }
  }
  const where = (...keys: readonly (string | number)[]): SiteSource | null => {
    for (const file of files.toReversed()) {
      const within = keysOf(file)
      if (within.some((key, index) => key !== String(keys[index] ?? '').toLowerCase())) continue
      if (within.length === keys.length) return { file, line: 1 }
      const found = locateSetting(file, texts.get(file) ?? '', keys.slice(within.length))
      if (found.line !== null) return found
    }
    return null
  }
  return { ...understood(settings, problems, where), file: files[0] ?? null, settings, problems, where }
}

function understood(
  settings: Settings,
  problems: { message: string; source: SiteSource }[],
  where: HugoConfiguration['where'],
): Omit<HugoConfiguration, 'settings' | 'file' | 'problems' | 'where'> {
  const given = isMap(settings.languages) ? settings.languages : {}
  const defaultLanguage = textOr(settings.defaultcontentlanguage, 'en').toLowerCase()
  const disabledLanguages = new Set([
    ...listOf(settings.disablelanguages).flatMap((codes) => codes.toLowerCase().split(/\s+/)),
    ...Object.entries(given).flatMap(([code, language]) =>
      isMap(language) && language.disabled === true ? [code] : [],
    ),
  ])
  const codes = Object.keys(given).filter((code) => isMap(given[code]) && !disabledLanguages.has(code))
  const used = codes.length === 0 ? [defaultLanguage] : codes
  const own = (code: string): Settings => (isMap(given[code]) ? (given[code] as Settings) : {})
  const isMultihost = codes.length > 0 && codes.every((code) => typeof own(code).baseurl === 'string')
  const inSubdir = settings.defaultcontentlanguageinsubdir === true
  const languages = used.map((code): HugoLanguage => {
    const setting = (key: string): unknown => own(code)[key] ?? settings[key]
    const zone = textOr(setting('timezone'), 'UTC')
    if (!isTimeZone(zone)) {
      const source = where('languages', code, 'timeZone') ??
        where('timeZone') ?? { file: 'hugo.toml', line: null }
      problems.push({ message: `Hugo stops here: “${zone}” is no time zone.`, source })
    }
    const isPrefixed = used.length > 1 && !isMultihost && (code !== defaultLanguage || inSubdir)
    const parameters = { ...mapOf(settings.params), ...mapOf(own(code).params) }
    const sections = parameters.mainsections ?? setting('mainsections')
    return {
      code,
      title: textOr(setting('title'), ''),
      zone: isTimeZone(zone) ? zone : 'UTC',
      basePath: pathOf(textOr(isMultihost ? own(code).baseurl : settings.baseurl, '')),
      prefix: isPrefixed ? code : '',
      mainSections: sections === undefined ? null : listOf(sections),
      permalinks: permalinksIn(setting('permalinks')),
      uglyUrls: isMap(setting('uglyurls')) ? (setting('uglyurls') as Settings) : setting('uglyurls') === true,
    }
  })
  return {
    languages: new Map(languages.map((language) => [language.code, language])),
    defaultLanguage: used.includes(defaultLanguage) ? defaultLanguage : (used[0] ?? defaultLanguage),
    disabledLanguages,
    roots: rootsOf(settings, used, own, defaultLanguage),
    pathStyle: {
      keepsCase: settings.disablepathtolower === true,
      removesAccents: settings.removepathaccents === true,
    },
    dateRules: dateRules(settings.frontmatter),
    ignoredFiles: listOf(settings.ignorefiles),
    buildsDrafts: settings.builddrafts === true,
    buildsFuture: settings.buildfuture === true,
    buildsExpired: settings.buildexpired === true,
    archetypes: textOr(settings.archetypedir, 'archetypes'),
  }
}

function rootsOf(
  settings: Settings,
  codes: readonly string[],
  own: (code: string) => Settings,
  defaultLanguage: string,
): readonly ContentRoot[] {
  const mounts = isMap(settings.module) && Array.isArray(settings.module.mounts) ? settings.module.mounts : []
  const content = mounts.filter(isMap).flatMap((mount) => {
    const [source, target] = [mount.source, mount.target]
    if (typeof source !== 'string' || typeof target !== 'string') return []
    if (target !== 'content' && !target.startsWith('content/')) return []
    const language = typeof mount.lang === 'string' ? mount.lang.toLowerCase() : defaultLanguage
    return [{ folder: trimmed(source), target: target.slice('content/'.length), language }]
  })
  const roots = new Map<string, ContentRoot>()
  const ordered = codes.toSorted((a, b) => Number(b === defaultLanguage) - Number(a === defaultLanguage))
  for (const code of content.length > 0 ? [] : ordered) {
    const folder = trimmed(textOr(own(code).contentdir ?? settings.contentdir, 'content'))
    if (!roots.has(folder)) roots.set(folder, { folder, target: '', language: code })
  }
  return [...roots.values(), ...content].toSorted((a, b) => b.folder.length - a.folder.length)
}

function permalinksIn(value: unknown): HugoLanguage['permalinks'] {
  if (!isMap(value)) return { page: {}, section: {} }
  const flat = Object.fromEntries(Object.entries(value).filter(([, pattern]) => typeof pattern === 'string'))
  return { page: { ...flat, ...mapOf(value.page) }, section: mapOf(value.section) }
}

type Read = { readonly settings: Settings } | { readonly problem: { message: string; source: SiteSource } }

function parse(file: string, text: string): Read {
  try {
    const value = withLowerKeys(parseAs(file, text))
    return { settings: isMap(value) ? value : {} }
  } catch (error) {
    const mistake = /\.ya?ml$/.test(file) ? yamlMistake(text) : null
    const line = mistake?.line ?? lineIn(error)
    const words =
      mistake?.message ?? (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    const message = `${file} cannot be read, and Hugo stops on it: ${words} Until it is mended, Hugo’s own defaults are taken in its place.`
    return { problem: { message, source: { file, line } } }
  }
}

function parseAs(file: string, text: string): unknown {
  if (file.endsWith('.toml')) return parseToml(text)
  if (file.endsWith('.json')) return JSON.parse(text)
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false })
  const [error] = document.errors
  if (error !== undefined) throw error
  return document.toJS({ maxAliasCount: 50 })
}

function lineIn(error: unknown): number | null {
  const line: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'line') : null
  return typeof line === 'number' ? line : null
}

function merged(under: Settings, over: Settings): Settings {
  const result: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const before = result[key]
    result[key] = isMap(before) && isMap(value) ? merged(before, value) : value
  }
  return result
}

function mapOf(value: unknown): Settings {
  return isMap(value) ? value : {}
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function trimmed(folder: string): string {
  return folder.replace(/^(?:\.?\/)+|\/+$/g, '')
}

function pathOf(address: string): string {
  const path = address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  const parts = path.split('/').filter((part) => part !== '')
  return parts.map((part) => `/${part}`).join('')
}
