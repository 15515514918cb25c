import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { SiteSource } from '../../profile'
import { locateSetting, yamlMistake } from '../locate-setting'
import { isTimeZone } from '../zone-time'

type Settings = Readonly<Record<string, unknown>>

/** One entry of `defaults`: values for files whose path begins with one of `prefixes`, of one type. */
export type DefaultSet = {
  /** As written, which says how much the set counts. */
  readonly path: string
  readonly prefixes: readonly string[]
  readonly type: string | null
  readonly values: Settings
}

/** What a Jekyll site's configuration says, with Jekyll's own defaults where it says nothing. */
export type JekyllConfiguration = {
  /** The file that counts, null for none. */
  readonly file: string | null
  readonly settings: Settings
  /** Folder of the site's sources, with a slash at its end; empty for the site's own folder. */
  readonly source: string
  readonly destination: string
  /** Empty for none. */
  readonly collectionsFolder: string
  readonly layoutsFolder: string
  readonly hasTheme: boolean
  /** Before every address, with a slash before it and none after; empty for none. */
  readonly baseUrl: string
  readonly zone: string
  readonly showsFuture: boolean
  readonly showsDrafts: boolean
  readonly showsUnpublished: boolean
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** The name of a style, or a template. */
  readonly permalinkStyle: string
  readonly postsPermalink: string
  /** The other collections by name. */
  readonly collections: ReadonlyMap<
    string,
    { readonly isWritten: boolean; readonly permalink: string | null }
  >
  /** Endings of Markdown files, with their dots. */
  readonly markdownEndings: readonly string[]
  readonly defaults: readonly DefaultSet[]
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
  readonly where: (...keys: readonly (string | number)[]) => SiteSource | null
}

/** The files that Jekyll looks for, the first that is there counts (jekyll/configuration.rb). */
export const jekyllConfigurationFiles = ['_config.yml', '_config.yaml', '_config.toml']

const styles: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
}

const alwaysExcluded = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
]

/** Reads `_config.yml` as Jekyll does: YAML 1.1, nothing in it is run. `machineZone` counts where `timezone` is not set. */
export function readJekyllConfiguration(
  texts: ReadonlyMap<string, string>,
  machineZone: string,
): JekyllConfiguration {
  const file = jekyllConfigurationFiles.find((name) => texts.has(name)) ?? null
  const text = file === null ? '' : (texts.get(file) ?? '')
  const { settings, problems } = file === null ? { settings: {}, problems: [] } : parse(file, text)
  const where = (...keys: readonly (string | number)[]): SiteSource | null => {
    if (file === null) return null
    const found = locateSetting(file, text, keys)
    return found.line === null ? null : found
  }
  const wrong = (message: string, ...keys: readonly string[]): void => {
    problems.push({ message, source: where(...keys) ?? { file: file ?? '_config.yml', line: null } })
  }
  for (const key of ['include', 'exclude', 'plugins']) {
    if (key in settings && !Array.isArray(settings[key]))
      wrong(`Jekyll stops here: \`${key}\` must be a list.`, key)
  }
  const zone = textOr(settings.timezone, machineZone)
  if (!isTimeZone(zone)) wrong(`“${zone}” is no time zone, so Jekyll takes UTC.`, 'timezone')
  const style = textOr(settings.permalink, 'date')
  const collections = collectionsIn(settings.collections)
  return {
    file,
    settings,
    source: folderOf(textOr(settings.source, '')),
    destination: trimmed(textOr(settings.destination, '_site')),
    collectionsFolder: trimmed(textOr(settings.collections_dir, '')),
    layoutsFolder: trimmed(textOr(settings.layouts_dir, '_layouts')),
    hasTheme: ['theme', 'remote_theme'].some((key) => typeof settings[key] === 'string'),
    baseUrl: baseOf(textOr(settings.baseurl, '')),
    zone: isTimeZone(zone) ? zone : 'UTC',
    showsFuture: isYes(settings.future),
    showsDrafts: isYes(settings.show_drafts),
    showsUnpublished: isYes(settings.unpublished),
    include: listOf(settings.include, ['.htaccess']),
    exclude: [...listOf(settings.exclude, []), ...alwaysExcluded],
    permalinkStyle: style,
    postsPermalink: collections.get('posts')?.permalink ?? styles[style] ?? style,
    collections,
    markdownEndings: textOr(settings.markdown_ext, 'markdown,mkdown,mkdn,mkd,md')
      .split(',')
      .map((ending) => `.${ending.trim().toLowerCase()}`),
    defaults: defaultsIn(settings.defaults),
    problems,
    where,
  }
}

type Parsed = {
  readonly settings: Settings
  readonly problems: { message: string; source: SiteSource }[]
}

function parse(file: string, text: string): Parsed {
  try {
    const value = file.endsWith('.toml') ? parseToml(text) : parseYamlSettings(text)
    if (value === null || value === undefined) return { settings: {}, problems: [] }
    if (isSettings(value)) return { settings: value, problems: [] }
    const message = `${file} holds no settings, so Jekyll’s own defaults are taken.`
    return { settings: {}, problems: [{ message, source: { file, line: 1 } }] }
  } catch (error) {
    const mistake = file.endsWith('.toml') ? null : yamlMistake(text)
    const words = mistake?.message ?? (error instanceof Error ? error.message.split('\n')[0] : String(error))
    const message = `${file} cannot be read, and Jekyll stops on it: ${words} Until it is mended, Jekyll’s own defaults are taken.`
    return { settings: {}, problems: [{ message, source: { file, line: mistake?.line ?? null } }] }
  }
}

function parseYamlSettings(text: string): unknown {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false })
  const [error] = document.errors
  if (error !== undefined) throw error
  return document.toJS({ maxAliasCount: 50 })
}

function collectionsIn(value: unknown): JekyllConfiguration['collections'] {
  const entries = Array.isArray(value)
    ? value.map((name) => [String(name), {}] as const)
    : isSettings(value)
      ? Object.entries(value)
      : []
  return new Map(
    entries.map(([name, settings]) => {
      const permalink = isSettings(settings) ? settings.permalink : null
      const isWritten = name === 'posts' || (isSettings(settings) && isYes(settings.output))
      return [name, { isWritten, permalink: typeof permalink === 'string' ? permalink : null }]
    }),
  )
}

function defaultsIn(value: unknown): readonly DefaultSet[] {
  if (!Array.isArray(value)) return []
  return value.filter(isSettings).flatMap((set) => {
    if (!isSettings(set.values)) return []
    const scope = isSettings(set.scope) ? set.scope : {}
    const type = 'type' in scope ? String(scope.type) : null
    const plural = type !== null && ['page', 'post', 'draft'].includes(type) ? `${type}s` : type
    const path = typeof scope.path === 'string' ? scope.path : ''
    return [{ path, prefixes: [path], type: plural, values: set.values }]
  })
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
}

function listOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : otherwise
}

// to Ruby everything but false and nothing is true
function isYes(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
}

function folderOf(path: string): string {
  const folder = trimmed(path)
  return folder === '' ? '' : `${folder}/`
}

function baseOf(text: string): string {
  const path = text.replace(/\/+$/, '')
  return path === '' || path.startsWith('/') ? path : `/${path}`
}
