import { parse as parseToml } from 'smol-toml'
import type { SiteSource } from '../../profile'
import { locateSetting } from '../locate-setting'

/** How Zola makes an address of a name. */
export type ZolaSlugs = 'on' | 'safe' | 'off'

/** What a Zola site's configuration says, with Zola's own defaults where it says nothing. */
export type ZolaConfiguration = {
  readonly file: string | null
  /** Before every address, with a slash before it and none after; empty for none. */
  readonly base: string
  readonly slugs: ZolaSlugs
  /** A date before a name stays in the address. */
  readonly keepsDates: boolean
  readonly ignored: readonly string[]
  readonly defaultLanguage: string
  /** The other languages. */
  readonly languages: readonly string[]
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
  readonly where: (...keys: readonly string[]) => SiteSource | null
}

/** The files that Zola takes for its configuration; `zola.toml` since 0.22. */
export const zolaConfigurationFiles: readonly string[] = ['zola.toml', 'config.toml']

type Settings = Readonly<Record<string, unknown>>

/** Reads a Zola site's configuration (getzola.org/documentation/getting-started/configuration). */
export function readZolaConfiguration(texts: ReadonlyMap<string, string>): ZolaConfiguration {
  const file = zolaConfigurationFiles.find((name) => texts.has(name)) ?? null
  const text = file === null ? '' : (texts.get(file) ?? '')
  const problems: { message: string; source: SiteSource }[] = []
  let settings: Settings = {}
  try {
    settings = parseToml(text)
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : String(error)
    const message = `${file} cannot be read, and Zola stops on it: ${words} Until it is mended, Zola’s own defaults are taken.`
    problems.push({ message, source: { file: file ?? 'config.toml', line: null } })
  }
  const slugify = settingsOf(settings.slugify)
  const paths = slugify.paths
  return {
    file,
    base: basePath(settings.base_url),
    slugs: paths === 'safe' || paths === 'off' ? paths : 'on',
    keepsDates: slugify.paths_keep_dates === true,
    ignored: Array.isArray(settings.ignored_content)
      ? settings.ignored_content.filter((pattern) => typeof pattern === 'string')
      : [],
    defaultLanguage: typeof settings.default_language === 'string' ? settings.default_language : 'en',
    languages: Object.keys(settingsOf(settings.languages)),
    problems,
    where: (...keys) => {
      if (file === null) return null
      const found = locateSetting(file, text, keys)
      return found.line === null ? null : found
    },
  }
}

function settingsOf(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {}
}

function basePath(url: unknown): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(\/.*)?$/i.exec(typeof url === 'string' ? url : '')?.[1] ?? ''
  return path.replace(/\/+$/, '')
}
