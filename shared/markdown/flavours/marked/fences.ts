import type { MarkdownIt, StateBlock } from 'markdown-it'
import { codeInfo } from '../../code-info'

const opening =
  /^(?<start>(?:(?:[^\S\n]*>){0,3}|[-*+]|[0-9]+\.)[^\S\n]*)(?<fence>`{3,}|~{3,})[^\S\n]*(?<info>.*?[^`\s]|)[^\S\n]*$/
const closing = /^(?:[^\S\n]*>){0,3}[^\S\n]*(?<fence>`{3,}|~{3,})\s?$/
/** The same as a whole, as it is found in code that is indented. */
const fenced =
  /^(?<start>[^\S\n]*)(?<fence>`{3,}|~{3,})[^\S\n]*(?<info>.*?[^`\s]|)[^\S\n]*\n(?<code>(?:[\s\S]*?\n)?)[^\S\n]*\k<fence>\s?(?:\n+|$)/gm
const withAddress = /(\S+)\s+(.+?)\s+(https?:\/\/\S+|\/\S+)\s*(.+)?/
const withCaption = /(\S+)\s*(.+)?/
const setting = /\s(?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):\S+/g

/** The lines of the source from the line on that begins at `from`. */
function* linesFrom(source: string, from: number): Generator<string> {
  for (let start = from; start <= source.length; ) {
    const end = source.indexOf('\n', start)
    yield source.slice(start, end < 0 ? source.length : end)
    if (end < 0) return
    start = end + 1
  }
}

/** From where on a text holds no closing fence of a kind. */
const unclosed = new WeakMap<StateBlock, Map<string, number>>()

/** The lines up to the closing fence, which has to be just as long; null when there is none in all that follows. */
function contentLines(state: StateBlock, from: number, fence: string): readonly string[] | null {
  const known = unclosed.get(state) ?? new Map<string, number>()
  unclosed.set(state, known)
  if (from >= (known.get(fence) ?? Number.POSITIVE_INFINITY)) return null
  const lines: string[] = []
  for (const line of linesFrom(state.src, from)) {
    if (closing.exec(line)?.groups?.fence === fence) return lines
    lines.push(line)
  }
  known.set(fence, from)
  return null
}

function withoutQuotes(lines: readonly string[], start: string): readonly string[] {
  const depth = start.split('>').length - 1
  if (depth === 0) return lines
  const marks = new RegExp(`^([^\\S\\n]*>){0,${depth}}([^\\S\\n]|$)`)
  return lines.map((line) => line.replace(marks, ''))
}

function withoutCommonIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  return Number.isFinite(common)
    ? lines.map((line) => line.slice(Math.min(common, line.length - line.trimStart().length)))
    : lines
}

type Caption = { readonly text: string; readonly address: string | null; readonly label: string }

/** The language and the caption that stand behind a fence. */
function readInfo(info: string): { readonly language: string; readonly caption: Caption | null } {
  const words = info.replace(setting, '').split('=')[0] ?? ''
  const [, language = '', text, address = null, label = 'link'] =
    withAddress.exec(words) ?? withCaption.exec(words) ?? []
  return { language, caption: text === undefined ? null : { text, address, label } }
}

/** Code between fences, which Hexo finds before it reads any Markdown. */
function readFence(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const place = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (!/[`~]/.test(state.src[place] ?? '') || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const lineStart = state.src.lastIndexOf('\n', place) + 1
  const lineEnd = state.src.indexOf('\n', place)
  const found = lineEnd < 0 ? null : opening.exec(state.src.slice(lineStart, lineEnd))
  if (!found?.groups || lineStart + (found.groups.start?.length ?? 0) !== place) return false
  const lines = contentLines(state, lineEnd + 1, found.groups.fence ?? '')
  if (lines === null) {
    state.env.hasSeenEnd = true
    return false
  }
  if (silent) return true
  const token = state.push('hexo_code', 'figure', 0)
  token.content = withoutCommonIndent(withoutQuotes(lines, found.groups.start ?? '')).join('\n')
  token.info = found.groups.info ?? ''
  token.map = [line, line + lines.length + 2]
  state.line = line + lines.length + 2
  return true
}

/** Adds Hexo's fences; one without an end, or whose end is longer, is left to marked. */
export function useFences(markdownIt: MarkdownIt): void {
  const { escapeHtml } = markdownIt.utils
  const boxOf = (code: string, info: string): string => {
    const { language, caption } = readInfo(info)
    const options = codeInfo((info.match(setting) ?? []).join('').trim(), escapeHtml)
    const address = caption?.address ?? null
    const link =
      address === null ? '' : `<a href="${escapeHtml(address)}">${escapeHtml(caption?.label ?? '')}</a>`
    const shown =
      caption === null ? '' : `<figcaption><span>${escapeHtml(caption.text)}</span>${link}</figcaption>`
    const named = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
    return `<figure class="highlight">${shown}<pre><code${named}${options}>${escapeHtml(code)}\n</code></pre></figure>`
  }
  markdownIt.block.ruler.before('table', 'hexo_fence', readFence, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  markdownIt.renderer.rules.hexo_code = (tokens, index) => {
    const token = tokens[index]
    return `${boxOf(token?.content ?? '', token?.info ?? '')}\n`
  }
  markdownIt.renderer.rules.code_block = (tokens, index) => {
    const content = tokens[index]?.content ?? ''
    let html = ''
    let taken = 0
    for (const match of content.matchAll(fenced)) {
      const { info = '', code = '', start = '' } = match.groups ?? {}
      const lines = withoutCommonIndent(code.replace(/\n$/, '').split('\n'))
      html += `${escapeHtml(content.slice(taken, match.index) + start)}${boxOf(lines.join('\n'), info)}\n\n`
      taken = match.index + match[0].length
    }
    return `<pre><code>${html}${escapeHtml(content.slice(taken))}</code></pre>\n`
  }
}
