import type { OptionValue } from '../../markdown/flavours/setup'
import { flagOf, numberOf, parsedConfiguration, settingIn, textOf } from './parsed-configuration'
import { type SiteMarkdown, SiteMarkdownBuilder } from './site-markdown'

/** The files in which a Jekyll site may set its Markdown. */
export const jekyllFiles: readonly string[] = ['_config.yml', '_config.yaml', '_config.toml']

const commonMark = /^(?:CommonMarkGhPages|CommonMark|GFM)$/i

function readKramdown(told: SiteMarkdownBuilder, file: string, kramdown: unknown): void {
  const set = (setting: string, option: string, value: OptionValue | undefined): void =>
    told.set(file, `kramdown.${setting}`, option, value)
  const input = textOf(settingIn(kramdown, 'input'))
  if (input !== undefined) set('input', 'gfm', input.toUpperCase() === 'GFM')
  set('hard_wrap', 'hardWrap', flagOf(settingIn(kramdown, 'hard_wrap')))
  set('auto_ids', 'autoIds', flagOf(settingIn(kramdown, 'auto_ids')))
  set('auto_id_prefix', 'autoIdPrefix', textOf(settingIn(kramdown, 'auto_id_prefix')))
  set('footnote_nr', 'footnoteNumber', numberOf(settingIn(kramdown, 'footnote_nr')))
  set('smart_quotes', 'smartQuotes', quotesOf(settingIn(kramdown, 'smart_quotes')))
  const mathEngine = settingIn(kramdown, 'math_engine')
  if (mathEngine !== undefined && mathEngine !== 'mathjax')
    told.note(`Formulas are shown as for MathJax, whatever kramdown.math_engine in ${file} says.`)
  set('toc_levels', 'tocLevels', levelsOf(settingIn(kramdown, 'toc_levels')))
  set('header_offset', 'headerOffset', numberOf(settingIn(kramdown, 'header_offset')))
  set('parse_block_html', 'parseBlockHtml', flagOf(settingIn(kramdown, 'parse_block_html')))
  set('parse_span_html', 'parseSpanHtml', flagOf(settingIn(kramdown, 'parse_span_html')))
  if (settingIn(kramdown, 'html_to_native') !== undefined)
    told.note(`kramdown.html_to_native in ${file} is not followed.`)
}

const allLevels = [1, 2, 3, 4, 5, 6]

/** `1..3`, `1,2` or a list of levels: kramdown.gettalong.org/options.html. */
function levelsOf(value: unknown): readonly number[] | undefined {
  const [, first, last] = /^\s*(\d)\.\.(\d)\s*$/.exec(textOf(value) ?? '') ?? []
  if (first !== undefined && last !== undefined)
    return allLevels.filter((level) => level >= Number(first) && level <= Number(last))
  const listed = Array.isArray(value)
    ? value
    : typeof value === 'number'
      ? [value]
      : textOf(value)?.split(',')
  return listed && allLevels.filter((level) => listed.some((written) => Number(written) === level))
}

/** The setting is a list of four names of characters, or the same as one text. */
function quotesOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(String).join(',')
  return textOf(value)
}

/** What a Jekyll site's configuration says about its Markdown. */
export function readJekyll(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  for (const file of jekyllFiles) {
    const text = texts.get(file)
    if (text === undefined) continue
    const whole = parsedConfiguration(file, text)
    const processor = textOf(settingIn(whole, 'markdown'))
    if (processor !== undefined && commonMark.test(processor)) {
      told.flavour = 'cmark-gfm'
      told.tell(file, `markdown: ${processor}`)
      told.set(file, `markdown: ${processor}`, 'templates', 'jekyll')
    } else if (processor !== undefined && processor.toLowerCase() !== 'kramdown') {
      told.note(
        `${file} names the renderer ${processor}, which is not known here: kramdown’s rules are shown.`,
      )
    } else readKramdown(told, file, settingIn(whole, 'kramdown'))
    return told.build()
  }
  return told.build()
}
