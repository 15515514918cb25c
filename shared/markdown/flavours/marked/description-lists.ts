import type { MarkdownIt, StateCore, Token } from 'markdown-it'

const description = /(?:^|\s)(\S.+)<br>:\s+(\S.+)/

/** Makes one token of a paragraph in which a line begins with a colon, so that its HTML can be looked at as a whole. */
function gather(state: StateCore): void {
  const result: Token[] = []
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index]
    const inline = state.tokens[index + 1]
    if (token === undefined) continue
    if (token.type !== 'paragraph_open' || token.hidden || !/\n[ \t]*:/.test(inline?.content ?? '')) {
      result.push(token)
      continue
    }
    const described = new state.Token('described_paragraph', '', 0)
    described.children = inline?.children ?? []
    result.push(described)
    index += 2
  }
  state.tokens = result
}

/** A paragraph of a term and a line `: description` is a description list. */
export function useDescriptionLists(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.push('description_lists', gather)
  markdownIt.renderer.rules.described_paragraph = (tokens, index, options, env, renderer) => {
    const html = renderer.renderInline(tokens[index]?.children ?? [], options, env)
    return /<br>:\s+\S./.test(html) && description.test(html)
      ? html.replace(description, '<dl><dt>$1</dt><dd>$2</dd></dl>')
      : `<p>${html}</p>\n`
  }
}
