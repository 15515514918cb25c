import type { ToDataUrl } from './data-url'

const urlPattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/g

/** What tells one font of a page from another. */
function fontKey(family: string, weight: string, style: string, range: string): string {
  const usual = (value: string, standard: string) => (value === '' || value === standard ? 'usual' : value)
  return [
    family.replace(/["']/g, ''),
    usual(weight.replace(/^400$/, 'normal'), 'normal'),
    usual(style, 'normal'),
    usual(range.toUpperCase(), 'U+0-10FFFF'),
  ].join('|')
}

function loadedFonts(document: Document): ReadonlySet<string> {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
  return new Set(loaded.map((font) => fontKey(font.family, font.weight, font.style, font.unicodeRange)))
}

/**
 * All style of a page as one text that needs nothing from elsewhere: pictures and the fonts that the page uses are in it as data, what cannot be had is
 * left out. The page's own sheets must be readable, which those of its own origin are.
 */
export async function collectStyles(document: Document, toDataUrl: ToDataUrl): Promise<string> {
  const fonts = loadedFonts(document)
  const parts: string[] = []
  for (const sheet of document.styleSheets) parts.push(await textOfSheet(sheet, fonts, toDataUrl))
  return parts.join('\n')
}

async function textOfSheet(
  sheet: CSSStyleSheet,
  fonts: ReadonlySet<string>,
  toDataUrl: ToDataUrl,
): Promise<string> {
  if (sheet.disabled) return ''
  const base = sheet.href ?? document.baseURI
  const parts: string[] = []
  for (const rule of sheet.cssRules) parts.push(await textOfRule(rule, base, fonts, toDataUrl))
  const text = parts.filter(Boolean).join('\n')
  return sheet.media.mediaText === '' || text === '' ? text : `@media ${sheet.media.mediaText} {\n${text}\n}`
}

// rules belong to the frame's realm: told by their names, not by their classes
const kindOf = (rule: CSSRule): string => rule.constructor.name

async function textOfRule(
  rule: CSSRule,
  base: string,
  fonts: ReadonlySet<string>,
  toDataUrl: ToDataUrl,
): Promise<string> {
  if (kindOf(rule) === 'CSSImportRule') {
    const { styleSheet } = rule as CSSImportRule
    return styleSheet === null ? '' : textOfSheet(styleSheet, fonts, toDataUrl)
  }
  if (kindOf(rule) === 'CSSFontFaceRule') {
    const { style } = rule as CSSFontFaceRule
    const value = (name: string) => style.getPropertyValue(name)
    const key = fontKey(
      value('font-family'),
      value('font-weight'),
      value('font-style'),
      value('unicode-range'),
    )
    if (!fonts.has(key)) return ''
  }
  return withDataUrls(rule.cssText, base, toDataUrl)
}

async function withDataUrls(css: string, base: string, toDataUrl: ToDataUrl): Promise<string> {
  const found = new Map<string, string>()
  for (const [whole, quoted, single, bare] of css.matchAll(urlPattern)) {
    const written = (quoted ?? single ?? bare ?? '').trim()
    if (found.has(whole) || written.startsWith('#')) continue
    const isData = written.startsWith('data:')
    const data = isData ? written : await toDataUrl(URL.parse(written, base)?.href ?? '')
    found.set(whole, data === null ? 'url("data:,")' : `url("${data}")`)
  }
  return css.replace(urlPattern, (whole) => found.get(whole) ?? whole)
}
