import type { ExtraCondition, MathDelimiter, SiteMath } from '../../contract/site-extras'
import { conditionOf } from './conditions'
import {
  dollar,
  katexDelimiters,
  mathJaxDelimiters,
  readKatexDelimiters,
  readMacros,
  readMathJaxDelimiters,
} from './math-delimiters'
import { findMention, hasPageFrame } from './mentions'
import { saysYes } from './says-yes'
import { configurationsOf, programsOf, type SiteTexts, settingOf } from './site-texts'

const katexSign = /katex(?:\.min|@|\/|\.m?js|\.css|-|\.render)|renderMathInElement|\bToMath\b/i
const mathJaxSign = /mathjax(?:@|\/|\.|\b)|tex-(?:mml-)?(?:chtml|svg)/i
const mathKey = /^(?:(?:use|has|enable|with)_?)?(?:math|mathjax|katex|latex|tex)(?:_?js|_?enabled?)?$/i

/** Keys of front matter that themes ask for, where the theme itself is not there to be read. */
const commonKeys = ['math', 'mathjax', 'katex', 'usemath', 'use_math', 'usekatex', 'usemathjax', 'latex']

/** remark-math knows dollars alone; what is between them is left as it is until it is set. */
const display: MathDelimiter = { left: '$$', right: '$$', display: true }

const always: ExtraCondition = { kind: 'always' }

function withKatex(
  when: ExtraCondition,
  delimiters: readonly MathDelimiter[] = katexDelimiters,
  page = '',
): SiteMath {
  return {
    library: 'katex',
    when,
    delimiters: [...delimiters],
    environments: false,
    macros: readMacros(page),
  }
}

function withMathJax(
  when: ExtraCondition,
  delimiters: readonly MathDelimiter[] = mathJaxDelimiters,
  page = '',
): SiteMath {
  return {
    library: 'mathjax',
    when,
    delimiters: [...delimiters],
    environments: true,
    macros: readMacros(page),
  }
}

/** How a site shows formulas; null where it does not. */
export function findMath(site: SiteTexts): SiteMath | null {
  return byPackages(site) ?? byTemplates(site) ?? bySettings(site)
}

/** Plug-ins and themes that bring the library along, by what `package.json` and the configuration name. */
function byPackages(site: SiteTexts): SiteMath | null {
  const programs = programsOf(site)
  const configurations = configurationsOf(site)
  const setting = (...keys: readonly string[]): unknown => settingOf(configurations, ...keys)
  if (/rehype-katex|remark-html-katex/.test(programs)) return withKatex(always, [display, dollar])
  if (/rehype-mathjax/.test(programs)) return withMathJax(always, [display, dollar])
  if (/['"]render_math['"]|pelican[.-]render[_-]math/.test(programs)) return withMathJax(always)
  if (/hexo-(?:renderer|filter)-(?:mathjax|kramdown)/.test(programs)) {
    const isEverywhere = /hexo-renderer-mathjax/.test(programs) || saysYes(setting('mathjax', 'every_page'))
    const when: ExtraCondition = isEverywhere
      ? always
      : { kind: 'front-matter', keys: ['mathjax'], otherwise: false }
    return withMathJax(when, [...mathJaxDelimiters, dollar])
  }
  if (
    /hexo-(?:katex|renderer-markdown-it-(?:katex|plus))|(?:markdown-it|@vscode\/markdown-it)-katex/.test(
      programs,
    )
  ) {
    return withKatex(always, [...katexDelimiters, dollar])
  }
  return null
}

function byTemplates(site: SiteTexts): SiteMath | null {
  const isKey = (key: string): boolean => mathKey.test(key)
  const katex = findMention(site, katexSign, isKey)
  const mention = katex ?? findMention(site, mathJaxSign, isKey)
  if (mention === null) return null
  const when = conditionOf(mention.asked, configurationsOf(site))
  if (when === null) return null
  return katex === null
    ? withMathJax(when, readMathJaxDelimiters(mention.text), mention.text)
    : withKatex(when, readKatexDelimiters(mention.text) ?? katexDelimiters, mention.text)
}

/** A theme that cannot be read may ask for a setting of the site or for the post's front matter, under one of the usual names. */
function bySettings(site: SiteTexts): SiteMath | null {
  if (hasPageFrame(site)) return null
  const configurations = configurationsOf(site)
  const places = [[], ['params'], ['params', 'article'], ['theme_config'], ['params', 'page']]
  const values = commonKeys.flatMap((key) =>
    places.map((place) => ({ key, value: settingOf(configurations, ...place, key) })),
  )
  const found = values.find(({ value }) => saysYes(value))
  const isHugo = site.flavour === 'hugo' || site.flavour === 'hugo-unsafe'
  const named = `${found?.key} ${JSON.stringify(found?.value)}`
  const isKatex = /katex/i.test(named) || (isHugo && !/mathjax/i.test(named))
  const when: ExtraCondition = { kind: 'front-matter', keys: commonKeys, otherwise: found !== undefined }
  return isKatex ? withKatex(when) : withMathJax(when)
}
