import { exportedObject, isObject, type Literal, literalBehind, unreadable } from './literals'
import { type SiteMarkdown, SiteMarkdownBuilder } from './site-markdown'

const endings = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts']

/** The files in which an Astro site sets its Markdown. */
export const astroFiles: readonly string[] = endings.map((ending) => `astro.config.${ending}`)
/** The files in which a Docusaurus site sets its Markdown. */
export const docusaurusFiles: readonly string[] = endings.map((ending) => `docusaurus.config.${ending}`)
/** The files in which an Eleventy site sets its Markdown. */
export const eleventyFiles: readonly string[] = [
  '.eleventy.js',
  ...endings.map((ending) => `eleventy.config.${ending}`),
]

function firstOf(
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly [string, string] | null {
  const file = files.find((name) => texts.has(name))
  return file === undefined ? null : [file, texts.get(file) ?? '']
}

/** What stands between dollars is a formula where a site adds this package, however its configuration does it. */
function readMath(told: SiteMarkdownBuilder, file: string, text: string): void {
  if (/^\s*(?:import\b.*|.*\brequire\s*\(\s*)["']remark-math["']/m.test(text))
    told.set(file, 'remark-math', 'math', true)
}

const isFilled = (value: Literal | undefined): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)

/** What an Astro site's configuration says about its Markdown: `gfm` and `smartypants`, where they are written down as they are. */
export function readAstro(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  const found = firstOf(astroFiles, texts)
  if (found === null) return told.build()
  const [file, text] = found
  readMath(told, file, text)
  const whole = exportedObject(text)
  const markdown = whole?.markdown
  if (whole === null || markdown === unreadable || whole['...'] === unreadable) {
    told.note(`${file} is code that is not run: what it sets for Markdown is not shown.`)
    return told.build()
  }
  if (!isObject(markdown)) return told.build()
  for (const option of ['gfm', 'smartypants'] as const) {
    const value = markdown[option]
    if (typeof value === 'boolean') told.set(file, `markdown.${option}`, option, value)
    else if (value !== undefined)
      told.note(`markdown.${option} in ${file} is more than yes or no, and is not followed.`)
  }
  if (isFilled(markdown.remarkPlugins) || isFilled(markdown.rehypePlugins))
    told.note(`The remark and rehype plugins that ${file} adds are code that is not run.`)
  return told.build()
}

/** What a Docusaurus site's configuration says about its Markdown, besides what Docusaurus does by itself. */
export function readDocusaurus(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  for (const [option, value] of [
    ['smartypants', false],
    ['docusaurus', true],
    ['mdx', true],
  ] as const)
    told.default(option, value)
  const found = firstOf(docusaurusFiles, texts)
  if (found === null) return told.build()
  const [file, text] = found
  readMath(told, file, text)
  const whole = exportedObject(text)
  if (whole === null) told.note(`${file} is code that is not run: what it sets for Markdown is not shown.`)
  if (/\b(?:remark|rehype)Plugins\s*:\s*\[\s*[^\]\s]/.test(text))
    told.note(`The remark and rehype plugins that ${file} adds are code that is not run.`)
  return told.build()
}

const libraryFlags = ['html', 'breaks', 'linkify', 'typographer'] as const

function readLibraryOptions(told: SiteMarkdownBuilder, file: string, options: Literal | null): void {
  if (options === null) return
  if (!isObject(options)) {
    told.note(`The options that ${file} gives to markdown-it are code that is not run.`)
    return
  }
  for (const option of libraryFlags) {
    const value = options[option]
    if (typeof value === 'boolean') told.set(file, option, option, value)
    else if (value !== undefined) told.note(`${option} in ${file} is code that is not run.`)
  }
  if (typeof options.quotes === 'string' && options.quotes.length === 4)
    told.set(file, 'quotes', 'quotes', options.quotes)
  if (options['...'] === unreadable)
    told.note(`The options that ${file} gives to markdown-it are code that is not run.`)
}

/** Where a call's second argument makes a markdown-it with options: in place, or in a variable. */
function setLibraryOptions(text: string): Literal | null {
  const argument = /setLibrary\(\s*["']md["']\s*,\s*/.exec(text)
  if (argument === null) return null
  const rest = text.slice(argument.index + argument[0].length)
  const variable = /^([A-Za-z_$][\w$]*)\s*[).]/.exec(rest)?.[1]
  const declared =
    variable === undefined
      ? null
      : new RegExp(`(?:const|let|var)\\s+${variable.replaceAll('$', '\\$')}\\s*=\\s*`).exec(text)
  const from = declared ? declared.index + declared[0].length : argument.index + argument[0].length
  const made = /^(?:new\s+)?[A-Za-z_$][\w$]*\(\s*/.exec(text.slice(from))
  if (made === null) return unreadable
  if (text[from + made[0].length] === ')') return {}
  return literalBehind(text, new RegExp(`^[\\s\\S]{${from + made[0].length}}`))
}

/** What an Eleventy site's configuration says about markdown-it: options that are written down as they are. */
export function readEleventy(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  const found = firstOf(eleventyFiles, texts)
  if (found === null) return told.build()
  const [file, program] = found
  const text = program.replace(/^\s*\/\/.*$/gm, '')
  const isReplaced = /setLibrary\(\s*["']md["']/.test(text)
  // a library of the site's own does without HTML unless it says so
  if (isReplaced) told.default('html', false)
  readLibraryOptions(told, file, setLibraryOptions(text))
  const amended = /amendLibrary\(\s*["']md["']/.exec(text)
  const amendment = amended === null ? '' : text.slice(amended.index)
  readLibraryOptions(told, file, literalBehind(amendment, /\.set\(\s*(?=\{)/))
  if ((isReplaced || amended !== null) && /\.enable\(\s*\[?\s*["']code["']/.test(text))
    told.set(file, 'code', 'code', true)
  if ((isReplaced || amended !== null) && /\.use\(/.test(text))
    told.note(`The markdown-it plugins that ${file} adds are code that is not run.`)
  return told.build()
}
