import type { PlainValues, SitePage, TemplateContext } from '#shared/markdown/templates/template-context'
import { emptyTemplateContext, maxPages, ownValue } from '#shared/markdown/templates/template-context'
import type { GeneratorId } from '../detect-generator'
import { configurationsOf, isConfiguration, programsOf } from '../extras/site-texts'
import { writtenAddress } from './written-address'

/** What the files of a site say, for the tags in its posts. */
export type TemplateSite = {
  readonly generator: GeneratorId | null
  /** Configuration and templates by their paths from the site's folder. */
  readonly texts: ReadonlyMap<string, string>
  /** Names of the files and folders in the site's folder. */
  readonly names: readonly string[]
  /** Every file of the site that may be a post or a page, its path relative to the site's folder, its address as its fate has it. */
  readonly pages: readonly SitePage[]
}

const maxConfigurationLength = 200_000

/** What template tags may know of a site. Nothing of it is run. */
export function templateContextOf(given: TemplateSite): TemplateContext {
  const { generator, texts, pages } = given
  const site = configurationOf(given)
  const common = {
    ...emptyTemplateContext,
    isSite: true,
    site,
    pages: pages
      .slice(0, maxPages)
      .map((page): SitePage => ({ ...page, address: writtenAddress(page.address, generator, site) })),
  }
  switch (generator) {
    case 'jekyll':
      return {
        ...common,
        files: filesIn(texts, /^_includes\/(.+)$/),
        hasOwnTags: given.names.includes('_plugins') || hasTagPlugins(site, texts),
        hasForeignFiles: 'theme' in site || 'remote_theme' in site,
      }
    case 'eleventy':
      return {
        ...common,
        site: eleventySettings(given),
        files: filesIn(texts, /^(?:src\/)?_includes\/(.+)$/),
        hasOwnTags: true,
        hasForeignFiles: true,
      }
    case 'hugo': {
      const theme = /^(?:themes\/[^/]+\/)?layouts\/_?shortcodes\/(.+)\.html$/
      const own = /^layouts\/_?shortcodes\/(.+)\.html$/
      return {
        ...common,
        files: { ...filesIn(texts, theme), ...filesIn(texts, own) },
        hasForeignFiles: usesForeignThemes(site, texts),
      }
    }
    case 'hexo':
      return { ...common, hasOwnTags: true, hasForeignFiles: true }
    default:
      return emptyTemplateContext
  }
}

/** The site's own configuration, without that of its themes, as one map. */
function configurationOf({ texts, generator }: TemplateSite): PlainValues {
  const own = new Map([...texts].filter(([path]) => isConfiguration(path) && !path.startsWith('themes/')))
  const values = configurationsOf({ texts: own, generator, flavour: 'cmark-gfm' })
  const merged = Object.assign({}, ...values.filter((value) => typeof value === 'object'))
  // through JSON: dates and whatever else a parser makes become plain values
  const json = JSON.stringify(merged)
  return json.length > maxConfigurationLength ? {} : JSON.parse(json)
}

/** What an Eleventy configuration, which is a program, says in plain sight. */
function eleventySettings(given: TemplateSite): PlainValues {
  const program = programsOf({ ...given, flavour: 'eleventy' })
  const engine = /\bmarkdownTemplateEngine\s*:\s*(?:(false)\b|["']([\w,]+)["'])/.exec(program)
  if (engine === null) return {}
  return { markdownTemplateEngine: engine[1] === undefined ? (engine[2] ?? null) : false }
}

function filesIn(texts: ReadonlyMap<string, string>, place: RegExp): { readonly [name: string]: string } {
  return Object.fromEntries(
    [...texts].flatMap(([path, text]) => {
      const name = place.exec(path)?.[1]
      return name === undefined ? [] : [[name, text]]
    }),
  )
}

/** Plug-ins that most sites have, and that bring no tags which a post would hold. */
const withoutTags =
  /^jekyll-(?:feed|sitemap|paginate(?:-v2)?|redirect-from|titles-from-headings|relative-links|default-layout|readme-index|optional-front-matter|seo-tag|coffeescript|commonmark.*|watch|archives|last-modified-at|github-metadata)$/

function hasTagPlugins(site: PlainValues, texts: ReadonlyMap<string, string>): boolean {
  const named = [ownValue(site, 'plugins'), ownValue(site, 'gems')].flatMap((list) =>
    Array.isArray(list) ? list.map(String) : [],
  )
  const gems = [...(texts.get('Gemfile') ?? '').matchAll(/^\s*gem\s+["'](jekyll-[\w-]+)["']/gm)].map(
    ([, name = '']) => name,
  )
  return [...named, ...gems].some((name) => !withoutTags.test(name))
}

/** A theme or module whose files are not among those of the site may bring shortcodes. */
function usesForeignThemes(site: PlainValues, texts: ReadonlyMap<string, string>): boolean {
  if ('module' in site) return true
  const theme = ownValue(site, 'theme')
  const themes = Array.isArray(theme) ? theme : theme === undefined ? [] : [theme]
  return themes.some((name) => ![...texts.keys()].some((path) => path.startsWith(`themes/${String(name)}/`)))
}
