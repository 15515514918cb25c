import { docusaurusFiles } from '../../markdown/javascript'
import {
  exportedObject,
  isObject,
  type Literal,
  type LiteralObject,
  literalAt,
  literalBehind,
  unreadable,
} from '../../markdown/literals'
import type { SiteSource } from '../../profile'
import { locateInProgram, withoutComments } from '../locate-in-program'

/** One blog of a site: an instance of the blog plugin. */
export type DocusaurusBlog = {
  readonly id: string
  /** Its folder, from the site's, without slashes at its ends. */
  readonly folder: string
  /** null: code that is not run. */
  readonly routeBasePath: string | null
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** The file of authors, from the blog's folder; null: code that is not run. */
  readonly authorsMap: string | null
  /** Options that say which files are posts, yet are code that is not run. */
  readonly unknown: readonly string[]
}

/** What a Docusaurus site's configuration says in plain sight, with Docusaurus's own defaults where it says nothing. */
export type DocusaurusConfiguration = {
  /** The file that counts, null for none. */
  readonly file: string | null
  /** null: code that is not run. */
  readonly baseUrl: string | null
  /** null: not set, addresses stay as they are; undefined: code that is not run. */
  readonly trailingSlash: boolean | null | undefined
  /** null: where the blogs are is said by code that is not run. */
  readonly blogs: readonly DocusaurusBlog[] | null
  readonly defaultLocale: string
  readonly locales: readonly string[]
  /** Where translations lie. */
  readonly localeFolder: string
  readonly where: (...keys: readonly string[]) => SiteSource | null
}

/** The files that Docusaurus takes, the first that is there counts. */
export const docusaurusConfigurationFiles = docusaurusFiles

const defaultInclude = ['**/*.{md,mdx}']
const defaultExclude = [
  '**/_*.{js,jsx,ts,tsx,md,mdx}',
  '**/_*/**',
  '**/*.test.{js,jsx,ts,tsx}',
  '**/__tests__/**',
]

/** Reads `docusaurus.config.*`. It is a program, and is not run: only what it writes down as it is counts. */
export function readDocusaurusConfiguration(texts: ReadonlyMap<string, string>): DocusaurusConfiguration {
  const file = docusaurusConfigurationFiles.find((name) => texts.has(name)) ?? null
  const text = file === null ? '' : (texts.get(file) ?? '')
  const settings = settingsIn(withPlainNames(text))
  const hidden = settings === null || settings['...'] === unreadable
  const baseUrl = settings?.baseUrl
  const trailingSlash = settings?.trailingSlash
  const i18n = isObject(settings?.i18n) ? settings.i18n : {}
  const defaultLocale = textOr(i18n.defaultLocale, 'en')
  return {
    file,
    baseUrl: typeof baseUrl === 'string' ? slashed(baseUrl) : null,
    trailingSlash:
      typeof trailingSlash === 'boolean'
        ? trailingSlash
        : trailingSlash === unreadable || (trailingSlash === undefined && hidden)
          ? undefined
          : null,
    blogs: settings === null ? null : blogsIn(settings, withPlainNames(text)),
    defaultLocale,
    locales: textsOf(i18n.locales) ?? [defaultLocale],
    localeFolder: trimmed(textOr(i18n.path, 'i18n')),
    where: (...keys) => (file === null ? null : locateInProgram(file, text, keys)),
  }
}

/** A package's name for the path that it stands for. */
function withPlainNames(text: string): string {
  return text.replace(/\brequire\.resolve\(\s*(["'][^"'\n]{1,200}["'])\s*\)/g, '$1')
}

/** The settings that a file exports, also where a function without any choice in it returns them. */
function settingsIn(text: string): LiteralObject | null {
  const exported = exportedObject(text)
  if (exported !== null && ('baseUrl' in exported || '...' in exported)) return exported
  const program = withoutComments(text)
  const returned = [...program.matchAll(/(?:\breturn\s+|=>\s*\(\s*)(?=\{)/g)]
    .slice(0, 20)
    .map((found) => literalAt(text, found.index + found[0].length))
    .filter(isObject)
    .filter((value) => 'baseUrl' in value && ('url' in value || 'presets' in value))
  return returned.length === 1 ? (returned[0] ?? null) : null
}

function blogsIn(settings: LiteralObject, text: string): readonly DocusaurusBlog[] | null {
  const presets = listIn(settings.presets, text)
  const plugins = listIn(settings.plugins, text)
  if (presets === null || plugins === null) return null
  if (settings['...'] === unreadable && settings.presets === undefined) return null
  const found: DocusaurusBlog[] = []
  for (const [name, options] of presets.map(namedOptions)) {
    if (name === null) return null
    if (!/^(?:@docusaurus\/(?:preset-)?)?classic$/.test(name)) continue
    if (options === unreadable) return null
    const blog = isObject(options) ? options.blog : undefined
    if (blog === undefined && isObject(options) && options['...'] === unreadable) return null
    if (blog === unreadable) return null
    if (blog !== false) found.push(blogOf(blog))
  }
  for (const [name, options] of plugins.map(namedOptions)) {
    // a plugin that the site makes itself is no blog by this name
    if (name === null || !/^(?:@docusaurus\/(?:plugin-)?)?content-blog$/.test(name)) continue
    if (options === unreadable) return null
    found.push(blogOf(options))
  }
  const isHidden = presets.some((entry) => entry === unreadable) && found.length === 0
  return isHidden ? null : found
}

function listIn(value: Literal | undefined, text: string): readonly Literal[] | null {
  if (value === undefined || value === null) return []
  if (value !== unreadable) return Array.isArray(value) ? (value as readonly Literal[]) : null
  // a variable of the same file
  const found = literalBehind(text, /(?:const|let|var)\s+(?:presets|plugins)(?:\s*:\s*[\w.<>[\]]+)?\s*=\s*/)
  return Array.isArray(found) ? (found as readonly Literal[]) : null
}

function namedOptions(entry: Literal): readonly [name: string | null, options: Literal | undefined] {
  if (typeof entry === 'string') return [entry, undefined]
  if (!Array.isArray(entry)) return [entry === unreadable ? '' : null, undefined]
  const [name, options] = entry as readonly Literal[]
  return [typeof name === 'string' ? name : null, options]
}

function blogOf(options: Literal | undefined): DocusaurusBlog {
  const given = isObject(options) ? options : {}
  const hidden = given['...'] === unreadable
  const isHidden = (key: string): boolean => given[key] === unreadable || (hidden && given[key] === undefined)
  return {
    id: textOr(given.id, 'default'),
    folder: trimmed(textOr(given.path, 'blog')),
    routeBasePath: isHidden('routeBasePath') ? null : textOr(given.routeBasePath, 'blog'),
    include: textsOf(given.include) ?? defaultInclude,
    exclude: textsOf(given.exclude) ?? defaultExclude,
    authorsMap: isHidden('authorsMapPath') ? null : trimmed(textOr(given.authorsMapPath, 'authors.yml')),
    unknown: ['path', 'include', 'exclude'].filter(isHidden),
  }
}

function textsOf(value: Literal | undefined): readonly string[] | null {
  if (!Array.isArray(value)) return null
  const texts = (value as readonly Literal[]).filter((item) => typeof item === 'string')
  return texts.length === value.length ? texts : null
}

function textOr(value: Literal | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function trimmed(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
}

function slashed(base: string): string {
  const start = base.startsWith('/') ? base : `/${base}`
  return start.endsWith('/') ? start : `${start}/`
}
