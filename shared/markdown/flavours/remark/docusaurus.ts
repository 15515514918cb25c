import type { MarkdownIt, Token } from 'markdown-it'
import { useAdmonitions } from './admonitions'

// docusaurus.io/docs/markdown-features/code-blocks
const magicComment =
  /^[ \t]*(?:\/\/|\/\*|\{\/\*|#|<!--|--|%|;|\brem\b)[ \t]*highlight-(?:next-line|start|end)[ \t]*(?:\*\/\}?|-->)?[ \t]*$/i
const ownTitle = /\btitle=(["'])(?<title>[^"']*)\1/
const ownId = /^(?<text>[\s\S]*?)\s*\{#(?<id>[^{}\n]+)\}$/

/** Takes `{#id}` off the end of each heading and notes it as its own. */
export function readOwnIds(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 1]
    if (token.type !== 'heading_open' || inline?.type !== 'inline') continue
    const { text, id } = ownId.exec(inline.content)?.groups ?? {}
    if (text === undefined || id === undefined) continue
    inline.content = text
    token.meta = { ...token.meta, ownId: id }
  }
}

/** What Docusaurus adds to remark: admonitions, and code with a title and comments that mark lines, which are not shown. */
export function useDocusaurus(markdownIt: MarkdownIt): void {
  markdownIt.use(useAdmonitions)
  const { rules } = markdownIt.renderer
  const { fence } = rules
  rules.fence = (tokens, index, options, env, renderer) => {
    const token = tokens[index]
    if (!token || !fence) return ''
    const lines = token.content.split('\n')
    const shown = Object.assign(Object.create(token), {
      content: lines.filter((line) => !magicComment.test(line)).join('\n'),
    }) as Token
    const title = ownTitle.exec(token.info)?.groups?.title
    const heading = title ? `<div class="code-block-title">${markdownIt.utils.escapeHtml(title)}</div>\n` : ''
    return heading + fence(tokens.with(index, shown), index, options, env, renderer)
  }
}
