import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { GeneratorId } from '../detect-generator'

/** How a site names itself to readers. What its files do not say is null. */
export type SiteIdentity = {
  readonly title: string | null
  /** Where it is published, with the path below which it lies and without a slash at the end: `https://notes.example/blog`. */
  readonly url: string | null
}

/** The files that say so, in the order they are believed. Paths from the site's root. */
export const identityFiles: readonly string[] = [
  '_config.yml',
  '_config.yaml',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config/_default/hugo.toml',
  'config/_default/config.toml',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
  'pelicanconf.py',
  'publishconf.py',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'astro.config.mjs',
  'astro.config.js',
  'astro.config.ts',
  'gatsby-config.js',
  'gatsby-config.ts',
  '_data/metadata.json',
  '_data/site.json',
  'src/_data/metadata.json',
  'src/_data/site.json',
  'CNAME',
  'package.json',
]

/** The keys under which a generator's configuration has them; `base` is put behind the address where that lacks it. */
type Keys = {
  readonly title: readonly string[]
  readonly url: readonly string[]
  readonly base: readonly string[]
}

const usual: Keys = { title: ['title'], url: ['url'], base: ['baseurl'] }

const keysOf: Partial<Record<GeneratorId, Keys>> = {
  hexo: { title: ['title'], url: ['url'], base: [] },
  hugo: { title: ['title'], url: ['baseurl'], base: [] },
  zola: { title: ['title'], url: ['base_url'], base: [] },
  pelican: { title: ['sitename'], url: ['siteurl'], base: [] },
  docusaurus: { title: ['title'], url: ['url'], base: ['baseurl'] },
  astro: { title: [], url: ['site'], base: ['base'] },
  gatsby: { title: ['title'], url: ['siteurl'], base: ['pathprefix'] },
}

/** What a site's own files say of its name and address. Code is read for literals and never run; a file with a mistake says nothing. */
export function siteIdentityOf(
  texts: ReadonlyMap<string, string>,
  generator: GeneratorId | null,
): SiteIdentity {
  const keys = (generator === null ? undefined : keysOf[generator]) ?? usual
  let title: string | null = null
  let url: string | null = null
  for (const file of identityFiles) {
    const text = texts.get(file)
    if (text === undefined) continue
    const settings = settingsOf(file, text)
    title ??= file === 'package.json' ? null : firstOf(settings, keys.title)
    url ??= addressOf(file, text, settings, keys)
  }
  return { title, url }
}

function addressOf(file: string, text: string, settings: Settings, keys: Keys): string | null {
  if (file === 'CNAME') return webAddress(`https://${text.trim()}`, '')
  if (file === 'package.json') return webAddress(firstOf(settings, ['homepage']) ?? '', '')
  return webAddress(firstOf(settings, keys.url) ?? '', firstOf(settings, keys.base) ?? '')
}

function webAddress(written: string, base: string): string | null {
  const [, scheme = '', host, path = ''] =
    /^(https?):\/\/([^/?#\s@]{1,253})(\/[^?#\s]*)?$/i.exec(written) ?? []
  if (host === undefined) return null
  const own = path.replace(/\/+$/, '')
  const added = base.replace(/^\/*/, '/').replace(/\/+$/, '')
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${own.endsWith(added) ? own : own + added}`
}

/** Texts by their key in lower case. */
type Settings = ReadonlyMap<string, string>

function firstOf(settings: Settings, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = settings.get(key)
    if (value !== undefined && value !== '') return value
  }
  return null
}

function settingsOf(file: string, text: string): Settings {
  if (/\.(?:[cm]?[jt]s|py)$/.test(file)) return literalsOf(text)
  try {
    return new Map(textsIn(parsed(file, text)))
  } catch {
    // a mistake in it: the generator says where, and until then it names nothing
    return new Map()
  }
}

function parsed(file: string, text: string): unknown {
  if (file.endsWith('.toml')) return parseToml(text)
  if (file.endsWith('.json')) return JSON.parse(text)
  return file === 'CNAME' ? null : parseYaml(text, { logLevel: 'error', maxAliasCount: 20 })
}

function textsIn(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) =>
    typeof entry === 'string' ? [[key.toLowerCase(), entry] as [string, string]] : [],
  )
}

/** `key: 'text'` and `KEY = "text"`, the first of each key. */
function literalsOf(code: string): Settings {
  const literals = new Map<string, string>()
  const literal =
    /(?<![\w.])(?<key>\w{1,40})\s{0,8}[:=]\s{0,8}(?<quote>['"`])(?<text>[^'"`\\\n$]{0,500})\k<quote>/g
  for (const { groups } of code.slice(0, 200_000).matchAll(literal)) {
    const key = groups?.key?.toLowerCase()
    if (key !== undefined && !literals.has(key)) literals.set(key, groups?.text ?? '')
  }
  return literals
}
