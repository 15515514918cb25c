/** What a blog asks of Python-Markdown. */
export type PythonMarkdownOptions = {
  /** Names of the extensions that are on, without `markdown.extensions.`. */
  readonly extensions: readonly string[]
  /** `css_class` of `codehilite`. */
  readonly codeClass: string
  /** The output format is `html5` and not `xhtml`. */
  readonly html5: boolean
  /** `toc`: what stands above a table of contents, the text of headings' own links or nothing, and the levels that it shows. */
  readonly tocTitle: string
  readonly tocPermalink: string
  readonly tocDepth: string
}

/** What `extra` stands for. */
export const extraExtensions = [
  'fenced_code',
  'footnotes',
  'attr_list',
  'def_list',
  'tables',
  'abbr',
  'md_in_html',
] as const

const contentsDefaults = { tocTitle: '', tocPermalink: '', tocDepth: '6' }

/** The extensions of the Khan Academy engineering blog, with their defaults. */
export const pythonMarkdownDefaults: PythonMarkdownOptions = {
  extensions: ['footnotes', 'fenced_code', 'codehilite'],
  codeClass: 'codehilite',
  html5: false,
  ...contentsDefaults,
}

/** What Pelican does by itself. */
export const pelicanDefaults: PythonMarkdownOptions = {
  extensions: ['codehilite', ...extraExtensions, 'meta'],
  codeClass: 'highlight',
  html5: true,
  ...contentsDefaults,
}

/** How the extension `toc` writes. */
export type Contents = {
  readonly title: string
  /** HTML of the link behind each heading; empty for none. */
  readonly permalink: string
  readonly top: number
  readonly bottom: number
}

/** The options as the parser asks for them. */
export type Syntax = {
  readonly footnotes: boolean
  readonly fencedCode: boolean
  readonly codeHilite: boolean
  readonly attributeLists: boolean
  readonly definitionLists: boolean
  readonly tables: boolean
  readonly abbreviations: boolean
  readonly markdownInHtml: boolean
  /** Every line break is one, `nl2br`. */
  readonly lineBreaks: boolean
  readonly admonitions: boolean
  /** null without the extension `toc`. */
  readonly contents: Contents | null
  readonly codeClass: string
  readonly html5: boolean
}

/** See `Syntax`. */
export function syntaxOf(options: PythonMarkdownOptions): Syntax {
  const { extensions, codeClass, html5 } = options
  const has = (name: string): boolean => extensions.includes(name)
  return {
    footnotes: has('footnotes'),
    fencedCode: has('fenced_code'),
    codeHilite: has('codehilite'),
    attributeLists: has('attr_list'),
    definitionLists: has('def_list'),
    tables: has('tables'),
    abbreviations: has('abbr'),
    markdownInHtml: has('md_in_html'),
    lineBreaks: has('nl2br'),
    admonitions: has('admonition'),
    contents: has('toc') ? contentsOf(options) : null,
    codeClass,
    html5,
  }
}

/** `3` is the last level, `2-4` the first and the last. */
function contentsOf({ tocTitle, tocPermalink, tocDepth }: PythonMarkdownOptions): Contents {
  const [, first, last] = /^(?:(\d)-)?(\d)$/.exec(tocDepth.trim()) ?? []
  return { title: tocTitle, permalink: tocPermalink, top: Number(first ?? 1), bottom: Number(last ?? 6) }
}
