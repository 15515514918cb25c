import type { ExtraCondition } from '../../contract/site-extras'
import { conditionOf } from './conditions'
import { findMention, hasPageFrame } from './mentions'
import { saysYes } from './says-yes'
import { configurationsOf, programsOf, type SiteTexts, settingOf } from './site-texts'

const mermaidSign =
  /mermaid(?:\.min|\.esm|\.core)*\.m?js|mermaid@|mermaid\.(?:initialize|run|init|render)|class="mermaid"/i
const diagramKey = /^(?:(?:use|has|enable)_?)?(?:mermaid|diagrams?)(?:_?js|_?enabled?)?$/i

/** Packages that draw the diagrams of a site's posts. */
const packages =
  /@docusaurus\/theme-mermaid|(?:rehype|remark|astro|hexo-filter|hexo-diagram|markdown-it|eleventy-plugin|@kevingimbel\/eleventy-plugin)-mermaid\w*|hexo-filter-mermaid-diagrams|jekyll-(?:mermaid|spaceship)/

/** When a site draws diagrams from Mermaid code; null for never. */
export function findDiagrams(site: SiteTexts): ExtraCondition | null {
  // GitHub draws them wherever it shows Markdown
  if (site.generator === null && site.flavour === 'cmark-gfm') return { kind: 'always' }
  const configurations = configurationsOf(site)
  const setting = (...keys: readonly string[]): unknown => settingOf(configurations, ...keys)
  if (packages.test(programsOf(site))) return { kind: 'always' }
  if ([...site.texts.keys()].some((path) => /render-codeblock-mermaid\.\w+$/.test(path)))
    return { kind: 'always' }
  const mention = findMention(site, mermaidSign, (key) => diagramKey.test(key))
  if (mention !== null) return conditionOf(mention.asked, configurations)
  if (hasPageFrame(site)) return null
  const isOnForSite = [
    setting('mermaid'),
    setting('params', 'mermaid'),
    setting('theme_config', 'mermaid'),
  ].some(saysYes)
  return { kind: 'front-matter', keys: ['mermaid', 'diagram'], otherwise: isOnForSite }
}
