import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import { markdownItDialect } from '../markdown-it/dialect'
import { noFootnotes } from '../markdown-it/no-footnotes'

function createParser(): MarkdownIt {
  const parser = new MarkdownItConstructor({ html: true, linkify: false, typographer: false })
  // Eleventy turns indented code off, so that templates may be indented
  parser.disable('code')
  // markdown-it 14, which Eleventy has, leaves code out of alternative texts
  parser.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index]
    const spoken = (token?.children ?? []).filter(({ type }) => type !== 'code_inline')
    token?.attrSet('alt', renderer.renderInlineAsText(spoken, options, env))
    return renderer.renderToken(tokens, index, options)
  }
  return parser
}

/** Markdown as Eleventy 3 sets markdown-it up by itself. */
export const eleventy = markdownItDialect({
  parser: createParser(),
  footnotes: noFootnotes,
  headingIds: null,
})
