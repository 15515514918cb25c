import type { OptionDialect } from './code-options'
import type { CodeNaming } from './token-classes'

/** The markup that a generator puts around lines of code. */
export type CodeMarkup =
  | 'chroma'
  | 'flat'
  | 'pygments'
  | 'hexo-table'
  | 'shiki'
  | 'prism'
  | 'docusaurus'
  | 'hljs'

/** How a site's generator, or a script on its pages, colours code. */
export type CodeStyle = {
  readonly markup: CodeMarkup
  readonly naming: CodeNaming
  readonly options: OptionDialect | null
  /** Whether lines carry numbers where the post does not say. */
  readonly numbered: boolean
}

/** Highlighters that a site may have: its generator's own, or one that it adds. */
export type Highlighter =
  | 'chroma'
  | 'rouge'
  | 'pygments'
  | 'hexo'
  | 'shiki'
  | 'docusaurus'
  | 'prism'
  | 'highlight.js'

const styles: Readonly<Record<Highlighter, Omit<CodeStyle, 'numbered'>>> = {
  chroma: { markup: 'chroma', naming: 'short', options: 'hugo' },
  rouge: { markup: 'flat', naming: 'short', options: null },
  pygments: { markup: 'pygments', naming: 'short', options: 'python-markdown' },
  hexo: { markup: 'hexo-table', naming: 'hexo', options: 'hexo' },
  shiki: { markup: 'shiki', naming: 'prism', options: null },
  docusaurus: { markup: 'docusaurus', naming: 'prism', options: 'docusaurus' },
  prism: { markup: 'prism', naming: 'prism', options: null },
  'highlight.js': { markup: 'hljs', naming: 'hljs', options: null },
}

/** The style of a highlighter. */
export function codeStyleOf(highlighter: Highlighter, numbered: boolean): CodeStyle {
  return { ...styles[highlighter], numbered }
}
