import type { SiteSource } from './profile'

/** The generators that Galley knows by their configuration. */
export const generatorIds = [
  'jekyll',
  'hexo',
  'hugo',
  'zola',
  'eleventy',
  'astro',
  'docusaurus',
  'pelican',
  'gatsby',
] as const

/** One of `generatorIds`. */
export type GeneratorId = (typeof generatorIds)[number]

/** A folder that may be a site: the paths of all files in it and below, and the texts of those of `configurationFiles` that are there. */
export type SiteFolder = {
  readonly paths: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

/** The configuration files whose text `detectGenerator` reads. They are read, never run. */
export const configurationFiles: readonly string[] = [
  '_config.yml',
  '_config.yaml',
  'package.json',
  'Gemfile',
  ...['config.toml', 'config.yaml', 'config.yml', 'config.json'].flatMap((name) => [
    name,
    `config/_default/${name}`,
  ]),
]

/** Folders of a repository where a site may have its root, in the order to look. */
export const siteFolders: readonly string[] = ['', 'docs', 'website', 'site', 'www', 'blog', 'exampleSite']

/** A generator and the file that gives it away, its path from the folder. */
export type DetectedGenerator = { readonly generator: GeneratorId; readonly sign: SiteSource }

/** The generator whose site this folder is, null when none is sure. */
export function detectGenerator(folder: SiteFolder): DetectedGenerator | null {
  for (const { generator, signOf } of rules) {
    const sign = signOf(folder)
    if (sign !== null) return { generator, sign: { file: sign, line: null } }
  }
  return null
}

type Rule = {
  readonly generator: GeneratorId
  /** The file that gives the generator away; null where it is another. */
  readonly signOf: (folder: SiteFolder) => string | null
}

/** An own file of the generator: nothing else has one of that name. */
function byFile(generator: GeneratorId, pattern: RegExp): Rule {
  return { generator, signOf: ({ paths }) => paths.find((path) => pattern.test(path)) ?? null }
}

const rules: readonly Rule[] = [
  byFile('docusaurus', /^docusaurus\.config\.\w+$/),
  byFile('astro', /^astro\.config\.\w+$/),
  byFile('gatsby', /^gatsby-config\.\w+$/),
  byFile('eleventy', /^(?:\.eleventy\.js|eleventy\.config\.[cm]?js)$/),
  byFile('pelican', /^pelicanconf\.py$/),
  { generator: 'hexo', signOf: hexoSign },
  byFile('hugo', /^(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/),
  { generator: 'zola', signOf: zolaSign },
  { generator: 'hugo', signOf: oldHugoSign },
  { generator: 'jekyll', signOf: jekyllSign },
  { generator: 'astro', signOf: (folder) => dependencySign(folder, 'astro', /^src\/(?:pages|content)\//) },
  {
    generator: 'eleventy',
    signOf: (folder) => dependencySign(folder, '@11ty/eleventy', templateOutsideOfTests),
  },
]

const templateOutsideOfTests =
  /^(?!(?:.*\/)?(?:tests?|__tests__|docs?|demos?|examples?|fixtures|stubs)\/)(?!(?:.*\/)?(?:readme|changelog|contributing|license|code[-_]of[-_]conduct|security)\b)(?:.*\/)?[^/]+\.(?:md|njk|liquid|html|webc)$/i

function hexoSign({ paths, texts }: SiteFolder): string | null {
  const configuration = paths.find((path) => /^_config\.(?:ya?ml|json)$/.test(path))
  return configuration !== undefined && hasHexo(texts) ? configuration : null
}

function hasHexo(texts: ReadonlyMap<string, string>): boolean {
  return /"hexo"\s*:/.test(texts.get('package.json') ?? '')
}

function zolaSign({ paths, texts }: SiteFolder): string | null {
  const hasUrl = /^\s*base_url\s*=/m.test(texts.get('config.toml') ?? '')
  return hasUrl && hasFolder(paths, ['content', 'templates']) ? 'config.toml' : null
}

function oldHugoSign({ paths, texts }: SiteFolder): string | null {
  if (paths.includes('theme.toml')) return null
  const files = [...texts.keys()].filter((path) => /(?:^|\/)config\.(?:toml|ya?ml|json)$/.test(path))
  const named = files.find((path) =>
    /^\s*"?(?:baseURL|languageCode|theme)"?\s*[:=]/im.test(withoutTables(texts.get(path) ?? '')),
  )
  if (named !== undefined && hasFolder(paths, ['content', 'archetypes', 'layouts', 'themes'])) return named
  const isLaidOut = hasFolder(paths, ['content']) && hasFolder(paths, ['archetypes', 'layouts', 'themes'])
  return isLaidOut ? (files[0] ?? null) : null
}

/** A TOML file's own settings: what stands below a table is of something else. */
function withoutTables(text: string): string {
  return text.split(/^\s*\[/m)[0] ?? ''
}

function jekyllSign({ paths, texts }: SiteFolder): string | null {
  if (paths.includes('_toc.yml') || hasHexo(texts)) return null
  const configuration = paths.find((path) => /^_config\.(?:ya?ml|toml)$/.test(path))
  const gemfile = texts.get('Gemfile') ?? ''
  const isSite =
    hasFolder(paths, ['_posts', '_layouts', '_includes', '_drafts']) ||
    /jekyll|github-pages/.test(gemfile) ||
    /^collections_dir\s*:/m.test(texts.get('_config.yml') ?? '')
  if (configuration !== undefined) return isSite ? configuration : null
  // hosts build such a folder without any configuration
  const isBuilt = !paths.some((path) => /^(?:package\.json|[\w-]+\.config\.\w+)$/.test(path))
  return isBuilt
    ? (paths.find((path) => /^_posts\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path)) ?? null)
    : null
}

/** What a site asks for and a plug-in only has beside it is told apart by what lies in the folder. */
function dependencySign({ paths, texts }: SiteFolder, name: string, template: RegExp): string | null {
  const manifest = manifestOf(texts.get('package.json'))
  const asks = [manifest.dependencies, manifest.devDependencies].some(
    (list) => typeof list === 'object' && list !== null && Object.hasOwn(list, name),
  )
  return asks && paths.some((path) => template.test(path)) ? 'package.json' : null
}

function manifestOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    // a manifest with a mistake names nothing
    return {}
  }
}

function hasFolder(paths: readonly string[], names: readonly string[]): boolean {
  return paths.some((path) => names.some((name) => path.startsWith(`${name}/`)))
}
