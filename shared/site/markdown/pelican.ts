import { extraExtensions } from '../../markdown/flavours/python-markdown/syntax'
import { isObject, type Literal, literalBehind } from './literals'
import { inWords, type SiteMarkdown, SiteMarkdownBuilder } from './site-markdown'

/** The file in which a Pelican site sets its Markdown. */
export const pelicanFiles: readonly string[] = ['pelicanconf.py']

/** What the preview follows; `meta` belongs to the front matter. */
const followed = new Set<string>([...extraExtensions, 'codehilite', 'nl2br', 'meta', 'admonition', 'toc'])

const shortName = (name: string): string => name.replace(/^markdown\.extensions\./, '')

function textsIn(value: Literal | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** What a Pelican site's `MARKDOWN` says, where it is written down as it is. */
export function readPelican(texts: ReadonlyMap<string, string>): SiteMarkdown {
  const told = new SiteMarkdownBuilder()
  const file = 'pelicanconf.py'
  const markdown = literalBehind(texts.get(file) ?? '', /^MARKDOWN\s*=\s*/m)
  if (markdown === null) return told.build()
  if (!isObject(markdown)) {
    told.note(`MARKDOWN in ${file} is code that is not run: Pelican’s own settings are shown.`)
    return told.build()
  }
  const configs = isObject(markdown.extension_configs) ? markdown.extension_configs : {}
  const names = [...textsIn(markdown.extensions), ...Object.keys(configs)].map(shortName)
  // Pelican adds what it needs for the front matter by itself
  const extensions = [...new Set(names.flatMap((name) => (name === 'extra' ? extraExtensions : [name])))]
  told.set(file, 'MARKDOWN', 'extensions', extensions)
  const highlight = Object.entries(configs).find(([name]) => shortName(name) === 'codehilite')?.[1]
  const codeClass = isObject(highlight) ? highlight.css_class : undefined
  told.default('codeClass', typeof codeClass === 'string' ? codeClass : 'codehilite')
  if (typeof markdown.output_format === 'string')
    told.default('html5', markdown.output_format.startsWith('html'))
  else told.default('html5', false)
  readContents(told, Object.entries(configs).find(([name]) => shortName(name) === 'toc')?.[1])
  const others = extensions.filter((name) => !followed.has(name))
  if (others.length > 0) told.note(`The extensions ${inWords(others)} are not shown.`)
  return told.build()
}

/** The extension `toc`: python-markdown.github.io/extensions/toc. */
function readContents(told: SiteMarkdownBuilder, config: Literal | undefined): void {
  if (!isObject(config)) return
  const { title, permalink, toc_depth: depth } = config
  if (typeof title === 'string') told.default('tocTitle', title)
  if (permalink === true || typeof permalink === 'string')
    told.default('tocPermalink', permalink === true ? '&para;' : permalink)
  if (typeof depth === 'string' || typeof depth === 'number') told.default('tocDepth', String(depth))
}
