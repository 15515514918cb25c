/** How a site's addresses lead to its files, as far as its configuration says so without being run. */
export type SiteAddresses = {
  /** What stands before the path of every address of the site, such as `/notes`; empty where nothing does. */
  readonly base: string
  /** Hexo: a post's files lie in the folder of its name, and are served beside it. */
  readonly hasPostAssets: boolean
}

/** A site of which nothing is known. */
export const plainAddresses: SiteAddresses = { base: '', hasPostAssets: false }

/** Where a generator's configuration says what stands before its addresses. */
type BaseRule = { readonly file: RegExp; readonly setting: RegExp }

const value = `['"]?([^'"\\s,;#)}]*)`

const rules: readonly BaseRule[] = [
  // jekyllrb.com/docs/configuration/options `baseurl`; hexo.io/docs/configuration `root`
  { file: /^_config\.ya?ml$/, setting: new RegExp(`^(?:baseurl|root):[ \\t]*${value}`, 'm') },
  // gohugo.io/configuration/all `baseURL`
  {
    file: /^(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/,
    setting: new RegExp(`^[ \\t{]*"?baseurl"?[ \\t]*[:=][ \\t]*${value}`, 'im'),
  },
  // docs.astro.build/en/reference/configuration-reference `base`
  { file: /^astro\.config\.\w+$/, setting: new RegExp(`^[^\\n/]*\\bbase:[ \\t]*${value}`, 'm') },
  // docusaurus.io/docs/api/docusaurus-config `baseUrl`
  { file: /^docusaurus\.config\.\w+$/, setting: new RegExp(`^[^\\n/]*\\bbaseUrl:[ \\t]*${value}`, 'm') },
  // 11ty.dev/docs/config `pathPrefix`
  {
    file: /^(?:\.eleventy\.js|eleventy\.config\.\w+)$/,
    setting: new RegExp(`^[^\\n/]*\\bpathPrefix:[ \\t]*${value}`, 'm'),
  },
  // docs.getpelican.com/en/stable/settings.html `SITEURL`
  { file: /^(?:pelicanconf|publishconf)\.py$/, setting: new RegExp(`^SITEURL[ \\t]*=[ \\t]*${value}`, 'm') },
]

/** The names of all files that may hold such a setting, for every generator. */
export const addressFiles: readonly string[] = [
  ...['_config.yml', '_config.yaml'],
  ...['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
    ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
  ),
  ...['astro', 'docusaurus', 'eleventy'].flatMap((name) =>
    ['js', 'mjs', 'cjs', 'ts', 'mts'].map((ending) => `${name}.config.${ending}`),
  ),
  ...['.eleventy.js', 'pelicanconf.py', 'publishconf.py'],
]

function pathOf(address: string): string {
  const path = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '')
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  return segments.some((segment) => segment === '..' || /[{}$<>]/.test(segment))
    ? ''
    : segments.map((segment) => `/${segment}`).join('')
}

/** What the configuration file `name`, relative to the site's folder, says of the site's addresses; null when nothing. */
export function readSiteAddresses(name: string, text: string): SiteAddresses | null {
  const rule = rules.find(({ file }) => file.test(name))
  const base = pathOf(rule?.setting.exec(text)?.[1] ?? '')
  const hasPostAssets = name.startsWith('_config.') && /^post_asset_folder:[ \t]*true\b/m.test(text)
  return base === '' && !hasPostAssets ? null : { base, hasPostAssets }
}
