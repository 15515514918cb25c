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

/** A folder's own names (files and folders, and those in `config/_default`, where Hugo looks too, with that path), and the text of those configuration files that were asked for. */
export type SiteFolder = {
  readonly names: ReadonlySet<string>
  readonly texts: ReadonlyMap<string, string>
}

/** The configuration files whose text `detectGenerator` reads. They are read, never run. */
export const configurationFiles: readonly string[] = [
  '_config.yml',
  '_config.yaml',
  'package.json',
  'Gemfile',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
]

/** Folders of a repository where a site may have its root, in the order to look. */
export const siteFolders: readonly string[] = ['', 'docs', 'website', 'site', 'www', 'blog', 'exampleSite']

/** The generator whose configuration lies in this folder, null when none is sure. */
export function detectGenerator(folder: SiteFolder): GeneratorId | null {
  return rules.find(({ matches }) => matches(folder))?.generator ?? null
}

type Rule = { readonly generator: GeneratorId; readonly matches: (folder: SiteFolder) => boolean }

const rules: readonly Rule[] = [
  { generator: 'docusaurus', matches: ({ names }) => hasName(names, /^docusaurus\.config\.\w+$/) },
  { generator: 'astro', matches: ({ names }) => hasName(names, /^astro\.config\.\w+$/) },
  { generator: 'gatsby', matches: ({ names }) => hasName(names, /^gatsby-config\.\w+$/) },
  {
    generator: 'eleventy',
    matches: ({ names }) => hasName(names, /^(?:\.eleventy\.js|eleventy\.config\.[cm]?js)$/),
  },
  { generator: 'pelican', matches: ({ names }) => names.has('pelicanconf.py') },
  {
    generator: 'hexo',
    matches: ({ names, texts }) =>
      names.has('_config.yml') && /"hexo"\s*:/.test(texts.get('package.json') ?? ''),
  },
  {
    generator: 'hugo',
    matches: ({ names }) => hasName(names, /^(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/),
  },
  { generator: 'zola', matches: ({ texts }) => /^\s*base_url\s*=/m.test(texts.get('config.toml') ?? '') },
  {
    generator: 'hugo',
    matches: ({ names, texts }) =>
      ['config.toml', 'config.yaml', 'config.yml', 'config.json'].some((name) =>
        /^\s*"?(?:baseURL|languageCode|theme)"?\s*[:=]/im.test(texts.get(name) ?? ''),
      ) && ['content', 'archetypes', 'layouts', 'themes'].some((name) => names.has(name)),
  },
  {
    generator: 'jekyll',
    matches: ({ names, texts }) =>
      hasName(names, /^_config\.(?:ya?ml|toml)$/) &&
      !names.has('_toc.yml') &&
      (['_posts', '_layouts', '_includes', '_drafts'].some((name) => names.has(name)) ||
        /jekyll|github-pages/.test(texts.get('Gemfile') ?? '') ||
        /^collections_dir\s*:/m.test(texts.get('_config.yml') ?? '')),
  },
]

function hasName(names: ReadonlySet<string>, pattern: RegExp): boolean {
  return [...names].some((name) => pattern.test(name))
}
