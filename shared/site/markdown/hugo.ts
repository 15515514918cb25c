import { flagOf, parsedConfiguration, settingIn, textOf } from './parsed-configuration'
import { type SiteMarkdown, SiteMarkdownBuilder } from './site-markdown'

/** The files in which a Hugo site may set its Markdown, the one that counts last at the end. */
export const hugoFiles: readonly string[] = [
  'config',
  'hugo',
  'config/_default/config',
  'config/_default/hugo',
  'config/_default/markup',
].flatMap((name) => ['json', 'yml', 'yaml', 'toml'].map((ending) => `${name}.${ending}`))

/** Settings that are on or off, by their keys below `markup.goldmark`. */
const flags: readonly (readonly [option: string, ...keys: readonly string[]])[] = [
  ['unsafe', 'renderer', 'unsafe'],
  ['hardWraps', 'renderer', 'hardWraps'],
  ['headingAttributes', 'parser', 'attribute', 'title'],
  ['blockAttributes', 'parser', 'attribute', 'block'],
  ['footnotes', 'extensions', 'footnote'],
  ['definitionLists', 'extensions', 'definitionList'],
  ['linkify', 'extensions', 'linkify'],
  ['strikethrough', 'extensions', 'strikethrough'],
  ['tables', 'extensions', 'table'],
  ['taskLists', 'extensions', 'taskList'],
]

/** Newer versions have tables in the place of some flags. */
function flagOrEnable(value: unknown): boolean | undefined {
  return flagOf(value) ?? flagOf(settingIn(value, 'enable'))
}

const quoteNames = [
  'leftSingleQuote',
  'rightSingleQuote',
  'leftDoubleQuote',
  'rightDoubleQuote',
  'enDash',
  'emDash',
  'ellipsis',
  'leftAngleQuote',
  'rightAngleQuote',
  'apostrophe',
]

/** `true`, `false`, or since Hugo 0.112 a table that may say `disable` and has texts of the site's own. */
function readTypographer(told: SiteMarkdownBuilder, file: string, value: unknown): void {
  const disabled = flagOf(settingIn(value, 'disable'))
  const isOn = disabled === undefined ? flagOf(value) : !disabled
  told.set(file, 'typographer', 'typographer', isOn)
  const marks = quoteNames.flatMap((name) => {
    const mark = textOf(settingIn(value, name))
    return mark === undefined ? [] : [[name, mark] as const]
  })
  if (marks.length > 0) told.set(file, 'typographer', 'marks', Object.fromEntries(marks))
}

function readHeadingIds(told: SiteMarkdownBuilder, file: string, parser: unknown): void {
  const type = textOf(settingIn(parser, 'autoHeadingIDType'))
  if (type === 'github' || type === 'github-ascii' || type === 'blackfriday')
    told.set(file, 'autoHeadingIDType', 'headingIds', type)
  if (settingIn(parser, 'autoHeadingID') === false) told.set(file, 'autoHeadingID', 'headingIds', 'none')
}

function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((pair) =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string'
      ? [[pair[0], pair[1]] as const]
      : [],
  )
}

function readPassthrough(told: SiteMarkdownBuilder, file: string, value: unknown): void {
  if (settingIn(value, 'enable') !== true) return
  const delimiters = (kind: string) => pairsOf(settingIn(value, 'delimiters', kind))
  told.set(file, 'passthrough', 'passthrough', { block: delimiters('block'), inline: delimiters('inline') })
}

function readOther(told: SiteMarkdownBuilder, file: string, markup: unknown): void {
  const handler = textOf(settingIn(markup, 'defaultMarkdownHandler'))
  if (handler !== undefined && handler !== 'goldmark')
    told.note(`${file} names the renderer ${handler}, which is not known here: Goldmark’s rules are shown.`)
}

/** What a Hugo site's configuration says about goldmark. */
export function readHugo(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  for (const file of hugoFiles) {
    const text = texts.get(file)
    if (text === undefined) continue
    const whole = parsedConfiguration(file, text)
    const markup = /\/markup\.\w+$/.test(file) ? whole : settingIn(whole, 'markup')
    const settings = settingIn(markup, 'goldmark')
    for (const [option, ...keys] of flags) {
      told.set(file, keys.at(-1) ?? '', option, flagOrEnable(settingIn(settings, ...keys)))
    }
    readTypographer(told, file, settingIn(settings, 'extensions', 'typographer'))
    readHeadingIds(told, file, settingIn(settings, 'parser'))
    const protocol = textOf(settingIn(settings, 'extensions', 'linkifyProtocol'))
    told.set(file, 'linkifyProtocol', 'linkifyProtocol', protocol)
    readPassthrough(told, file, settingIn(settings, 'extensions', 'passthrough'))
    readOther(told, file, markup)
  }
  return told.build()
}
