import type { ExtraCondition } from '../../contract/site-extras'
import { saysYes } from './says-yes'
import { settingOf } from './site-texts'

/** What conditions in templates ask for: keys of the page's front matter, and settings of the site. */
export type Asked = { readonly page: ReadonlySet<string>; readonly site: ReadonlySet<string> }

const conditions =
  /\{\{-?\s*(?:else\s+)?(?:if|with)\s+([^}]{0,300})\}\}|\{%-?\s*(?:if|elsif|elif|unless)\s+([^%]{0,300})%\}|<%[-_]?\s*(?:\}\s*else\s+)?if\s*\(([^%]{0,300})%>/g

// the page's: Hugo, Liquid and Nunjucks, Hexo; the site's likewise
const pageKey = /(?<![Ss]ite)\.Params\.(\w+)|\.Param\s+"(\w+)"|\bpage\.(\w+)|\bpost\.(\w+)|\.Get\s+"(\w+)"/g
const siteKey =
  /\b[Ss]ite\.Params\.(\w+)|\.Param\s+"(\w+)"|\bsite\.(?!Params\b)(\w+)|\btheme\.(\w+)|\bconfig\.(\w+)/g

function keysIn(text: string, pattern: RegExp, isOurs: (key: string) => boolean): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    match.slice(1).filter((key) => key !== undefined && isOurs(key)),
  )
}

/** The keys that conditions in a template ask for, of those that `isOurs` knows. */
export function askedIn(template: string, isOurs: (key: string) => boolean): Asked {
  const expressions = [...template.matchAll(conditions)].map((match) => match.slice(1).join(' ')).join('\n')
  return {
    page: new Set(keysIn(expressions, pageKey, isOurs)),
    site: new Set(keysIn(expressions, siteKey, isOurs)),
  }
}

/** All that several templates ask for. */
export function joinAsked(all: readonly Asked[]): Asked {
  return {
    page: new Set(all.flatMap(({ page }) => [...page])),
    site: new Set(all.flatMap(({ site }) => [...site])),
  }
}

/** The condition under which a template does something; null for never. */
export function conditionOf(
  { page, site }: Asked,
  configurations: readonly unknown[],
): ExtraCondition | null {
  const isOnForSite = [...site].some(
    (key) => saysYes(settingOf(configurations, key)) || saysYes(settingOf(configurations, 'params', key)),
  )
  if (page.size > 0) return { kind: 'front-matter', keys: [...page], otherwise: isOnForSite }
  return site.size === 0 || isOnForSite ? { kind: 'always' } : null
}
