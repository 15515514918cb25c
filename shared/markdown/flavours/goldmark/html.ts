import type { MarkdownIt, StateInline } from 'markdown-it'
import { codeInfo } from '../../code-info'
import { typographicEntity } from './typographer'

const omitted = '<!-- raw HTML omitted -->'

/** Addresses that goldmark leaves out unless raw HTML is allowed. */
const dangerous = /^(?:javascript|vbscript|file):|^data:(?!image\/(?:png|gif|jpeg|webp);)/i

/** Leaves out the writer's own HTML and addresses that run scripts, as Hugo does by default. */
export function omitRawHtml(markdownIt: MarkdownIt): void {
  const { rules } = markdownIt.renderer
  rules.html_block = () => `${omitted}\n`
  rules.html_inline = () => omitted
  rules.link_open = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]
    const href = token?.attrGet('href')
    if (token && href != null && dangerous.test(String(href))) token.attrSet('href', '')
    return renderer.renderToken(tokens, index, options)
  }
}

/** A start tag whose end stands on a line of its own. */
const tagEndingBehindLine =
  /<[a-zA-Z][a-zA-Z0-9-]*(?:\s+[^\s"'<>=`/]+(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\n\s*\/?>/y

function readAsText(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false
  tagEndingBehindLine.lastIndex = state.pos
  if (!tagEndingBehindLine.test(state.src)) return false
  if (!silent) state.pending += '<'
  state.pos++
  return true
}

/** Within a paragraph a start tag is text where a line ends between its last attribute and its end: goldmark 1.5 knows no line's end there. */
export function useTagLines(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.before('html_inline', 'tag_lines', readAsText)
}

/** Code in goldmark's markup; its language is what stands before braces. */
export function useCode(markdownIt: MarkdownIt): void {
  const { escapeHtml, unescapeAll } = markdownIt.utils
  const { rules } = markdownIt.renderer
  rules.fence = (tokens, index) => {
    const token = tokens[index]
    const info = unescapeAll(token?.info ?? '').trim()
    const language = /^[^\s{]*/.exec(info)?.[0] ?? ''
    const options = language === '' ? '' : codeInfo(/\{.*\}/.exec(info)?.[0] ?? '', escapeHtml)
    const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    // Hugo drops the blank lines at the code's end
    const code = (token?.content ?? '').replace(/\n+$/, '')
    return `<pre><code${named}${options}>${code === '' ? '' : `${escapeHtml(code)}\n`}</code></pre>\n`
  }
}

/** Images whose alternative text shows the references of the typographer's characters, as Hugo 0.111 writes them. */
export function useImages(markdownIt: MarkdownIt): void {
  const { escapeHtml } = markdownIt.utils
  markdownIt.renderer.rules.image = (tokens, index) => {
    const token = tokens[index]
    const title = token?.attrGet('title')
    const titled = title == null ? '' : ` title="${escapeHtml(String(title))}"`
    const source = escapeHtml(String(token?.attrGet('src') ?? ''))
    return `<img src="${source}" alt="${escapeHtml(alternativeText(token?.children ?? []))}"${titled}>`
  }
}

type TextToken = {
  readonly type: string
  readonly content: string
  readonly children: readonly TextToken[] | null
}

function alternativeText(tokens: readonly TextToken[]): string {
  let text = ''
  for (const token of tokens) {
    if (token.type === 'typographic') text += typographicEntity(token.content)
    else if (token.children !== null) text += alternativeText(token.children)
    // a line break is nothing at all
    else if (token.type !== 'html_inline' && !/^(?:soft|hard)break$/.test(token.type)) text += token.content
  }
  return text
}
