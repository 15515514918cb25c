import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { noFootnotes } from '../markdown-it/no-footnotes'

/** What a site has markdown-it do, by markdown-it's own names. */
export type MarkdownItOptions = {
  readonly html: boolean
  readonly breaks: boolean
  readonly linkify: boolean
  readonly typographer: boolean
  /** Four characters: opening and closing double quotation marks, then single ones. */
  readonly quotes: string
  /** Indented text is code. */
  readonly code: boolean
}

/** How Eleventy 3 sets markdown-it up by itself. */
export const eleventyDefaults: MarkdownItOptions = {
  html: true,
  breaks: false,
  linkify: false,
  typographer: false,
  quotes: '“”‘’',
  code: false,
}

function createParser({ code, ...options }: MarkdownItOptions): MarkdownIt {
  const parser = new MarkdownItConstructor(options)
  // markdown-it 15 has given up addresses without a scheme
  parser.linkify.set({ fuzzyLink: true })
  // Eleventy turns indented code off, so that templates may be indented
  if (!code) parser.disable('code')
  // markdown-it 14, which Eleventy has, leaves code out of alternative texts
  parser.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index]
    const spoken = (token?.children ?? []).filter(({ type }) => type !== 'code_inline')
    token?.attrSet('alt', renderer.renderInlineAsText(spoken, options, env))
    return renderer.renderToken(tokens, index, options)
  }
  return parser
}

/** Markdown as a site has markdown-it read it. */
export function eleventy(options: MarkdownItOptions) {
  return markdownItDialect({ parser: createParser(options), footnotes: noFootnotes, headingIds: null })
}
