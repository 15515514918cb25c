import { load } from 'js-yaml'
import type { SiteInput, SiteSource } from '../../profile'
import { locateSetting } from '../locate-setting'
import { isTimeZone } from '../zone-time'
import type { FilenameCase } from './slugize'

type Settings = Readonly<Record<string, unknown>>

/** What a Hexo site's configuration says, with Hexo's own defaults where it says nothing (hexo/default_config.js). */
export type HexoConfiguration = {
  readonly file: string | null
  /** With a slash at its end. */
  readonly source: string
  /** `timezone`; null for the machine's. */
  readonly statedZone: string | null
  readonly machineZone: string
  readonly root: string
  readonly permalink: string
  readonly permalinkDefaults: Settings
  readonly newPostName: string
  readonly prettyUrls: { readonly keepsIndex: boolean; readonly keepsHtml: boolean }
  readonly defaultLayout: string
  readonly filenameCase: FilenameCase
  readonly rendersDrafts: boolean
  readonly hasAssetFolders: boolean
  readonly publishesFuture: boolean
  readonly usesSlugAsTitle: boolean
  readonly defaultCategory: string
  readonly categoryMap: Settings
  readonly skipRender: readonly string[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Endings, with their dots, of what the site's renderers turn into pages. */
  readonly endings: ReadonlySet<string>
  readonly language: string | null
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
  readonly where: (...keys: readonly (string | number)[]) => SiteSource | null
}

/** The files that Hexo looks for; the first that is there counts. */
export const hexoConfigurationFiles: readonly string[] = ['_config.yml', '_config.yaml', '_config.json']

const always = ['.htm', '.html', '.njk', '.j2']
/** What other packages render, by their names in `package.json`. */
const renderers: Readonly<Record<string, readonly string[]>> = {
  'hexo-renderer-ejs': ['.ejs'],
  'hexo-renderer-pug': ['.pug'],
  'hexo-renderer-jade': ['.jade'],
  'hexo-renderer-swig': ['.swig'],
  'hexo-renderer-org': ['.org'],
  'hexo-renderer-asciidoc': ['.adoc', '.ad', '.asciidoc'],
  'hexo-renderer-textile': ['.textile'],
}
const markdown = ['.md', '.markdown', '.mkd', '.mkdn', '.mdwn', '.mdtxt', '.mdtext']

/** Reads `_config.yml` as Hexo does; nothing in it is run. */
export function readHexoConfiguration({ texts, machineZone, choices }: SiteInput): HexoConfiguration {
  const file = hexoConfigurationFiles.find((name) => texts.has(name)) ?? null
  const text = file === null ? '' : (texts.get(file) ?? '')
  const { settings, problems } = parse(file, text)
  const textAt = (key: string, fallback: string): string => textOf(settings[key]) ?? fallback
  const pretty = mapOf(settings.pretty_urls)
  const zone = choices.timeZone ?? textOf(settings.timezone)
  return {
    file,
    source: `${textAt('source_dir', 'source').replace(/^\.?\/+|\/+$/g, '')}/`,
    statedZone: zone !== null && isTimeZone(zone) ? zone : null,
    machineZone,
    root: rootOf(settings),
    permalink: textAt('permalink', ':year/:month/:day/:title/'),
    permalinkDefaults: mapOf(settings.permalink_defaults),
    newPostName: textAt('new_post_name', ':title.md'),
    prettyUrls: {
      keepsIndex: pretty.trailing_index !== false,
      keepsHtml: pretty.trailing_html !== false,
    },
    defaultLayout: textAt('default_layout', 'post').toLowerCase(),
    filenameCase: settings.filename_case === 1 ? 1 : settings.filename_case === 2 ? 2 : 0,
    rendersDrafts: settings.render_drafts === true,
    hasAssetFolders: settings.post_asset_folder === true,
    publishesFuture: settings.future !== false,
    usesSlugAsTitle: settings.use_slug_as_post_title === true,
    defaultCategory: textAt('default_category', 'uncategorized'),
    categoryMap: mapOf(settings.category_map),
    skipRender: textsOf(settings.skip_render),
    include: textsOf(settings.include),
    exclude: textsOf(settings.exclude),
    endings: new Set([...always, ...markdown, ...otherEndings(texts.get('package.json') ?? '')]),
    language: [settings.language].flat().map(textOf)[0] ?? null,
    problems,
    where: (...keys) => {
      const source = file === null ? null : locateSetting(file, text, keys)
      return source?.line == null ? null : source
    },
  }
}

function parse(
  file: string | null,
  text: string,
): { readonly settings: Settings; readonly problems: HexoConfiguration['problems'] } {
  if (file === null) return { settings: {}, problems: [] }
  try {
    return { settings: mapOf(file.endsWith('.json') ? JSON.parse(text) : load(text)), problems: [] }
  } catch (error) {
    const mark = (error as { readonly mark?: { readonly line?: number } }).mark
    const line = mark?.line === undefined ? null : mark.line + 1
    const message = `${file} cannot be read as it is, so Hexo’s own settings are taken. Mend it${line === null ? '' : ` at line ${line}`}.`
    return { settings: {}, problems: [{ message, source: { file, line } }] }
  }
}

/** Without `root`, the path of `url`. */
function rootOf(settings: Settings): string {
  const root = textOf(settings.root)
  if (root !== null && root !== '') return root.replace(/\/*$/, '/')
  const path = (textOf(settings.url) ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  return path.replace(/\/*$/, '/')
}

function otherEndings(manifest: string): readonly string[] {
  return Object.entries(renderers).flatMap(([name, endings]) =>
    manifest.includes(`"${name}"`) ? endings : [],
  )
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((item) => typeof item === 'string')
}

function mapOf(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {}
}
