import type { SiteExtras } from '../../contract/site-extras'
import { configurationsOf, programsOf, type SiteTexts, settingOf, templatesOf } from './site-texts'

type Found = SiteExtras['highlighter']

/** What colours the code of a site's posts, by what its generator does by itself and what its configuration says. */
export function findHighlighter(site: SiteTexts): Found {
  return ofGenerator(site) ?? addedByPages(site)
}

const named = (name: NonNullable<Found>['name'], numbered = false): Found => ({ name, numbered })

function ofGenerator(site: SiteTexts): Found {
  const configurations = configurationsOf(site)
  const programs = programsOf(site)
  const setting = (...keys: readonly string[]): unknown => settingOf(configurations, ...keys)
  if (site.generator === 'docusaurus') return named('docusaurus')
  switch (site.flavour) {
    case 'hugo':
    case 'hugo-unsafe':
      if (setting('markup', 'highlight', 'codeFences') === false) return null
      return named('chroma', setting('markup', 'highlight', 'lineNos') === true)
    case 'jekyll': {
      const isOff = setting('kramdown', 'syntax_highlighter_opts', 'disable') === true
      return isOff || setting('kramdown', 'syntax_highlighter') === null ? null : named('rouge')
    }
    case 'hexo':
      return ofHexo(setting)
    case 'astro': {
      const chosen = /syntaxHighlight\s*:\s*(?:['"](\w+)['"]|(false)|\{[^}]*type\s*:\s*['"](\w+)['"])/.exec(
        programs,
      )
      const name = chosen?.slice(1).find((group) => group !== undefined) ?? 'shiki'
      return name === 'shiki' ? named('shiki') : name === 'prism' ? named('prism') : null
    }
    case 'eleventy':
      return /eleventy-plugin-syntaxhighlight/.test(programs) ? named('prism') : null
    case 'python-markdown':
    case 'python-markdown-extra':
      return named('pygments')
    default:
      return null
  }
}

// hexo.io/docs/syntax-highlight: since version 7 one setting names the highlighter, before each had its own switch
function ofHexo(setting: (...keys: readonly string[]) => unknown): Found {
  const chosen = setting('syntax_highlighter')
  const isHighlightOn =
    chosen === undefined ? setting('highlight', 'enable') !== false : chosen === 'highlight.js'
  const isPrismOn = chosen === undefined ? setting('prismjs', 'enable') === true : chosen === 'prismjs'
  if (isPrismOn) return named('prism')
  return isHighlightOn ? named('hexo', setting('highlight', 'line_number') !== false) : null
}

/** A script on the site's pages that colours what the generator left plain. */
function addedByPages(site: SiteTexts): Found {
  const pages = templatesOf(site)
    .map(([, text]) => text)
    .join('\n')
  if (/highlight(?:\.min)?\.js|hljs\.(?:highlight|init)/.test(pages)) return named('highlight.js')
  return /prism(?:\.min|-core(?:\.min)?)?\.js|Prism\.highlight/.test(pages) ? named('prism') : null
}
