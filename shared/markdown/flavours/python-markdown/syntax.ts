/** What a blog asks of Python-Markdown. */
export type PythonMarkdownOptions = {
  /** Names of the extensions that are on, without `markdown.extensions.`. */
  readonly extensions: readonly string[]
  /** `css_class` of `codehilite`. */
  readonly codeClass: string
  /** The output format is `html5` and not `xhtml`. */
  readonly html5: boolean
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

/** The extensions of the Khan Academy engineering blog, with their defaults. */
export const pythonMarkdownDefaults: PythonMarkdownOptions = {
  extensions: ['footnotes', 'fenced_code', 'codehilite'],
  codeClass: 'codehilite',
  html5: false,
}

/** What Pelican does by itself. */
export const pelicanDefaults: PythonMarkdownOptions = {
  extensions: ['codehilite', ...extraExtensions, 'meta'],
  codeClass: 'highlight',
  html5: true,
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
  readonly codeClass: string
  readonly html5: boolean
}

/** See `Syntax`. */
export function syntaxOf({ extensions, codeClass, html5 }: PythonMarkdownOptions): Syntax {
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
    codeClass,
    html5,
  }
}
