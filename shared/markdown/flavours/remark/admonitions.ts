import type { MarkdownIt, StateBlock, Token } from 'markdown-it'

// docusaurus.io/docs/markdown-features/admonitions
const admonitions = 'secondary|info|success|danger|note|tip|warning|important|caution'
const opening =
  /^(?<colons>:{3,})(?<name>[a-zA-Z][\w-]*)(?:\[(?<label>(?:\\.|[^\\\]])*)\])?(?:\{(?<attributes>[^{}]*)\})?[ \t]*$/
const titled = new RegExp(`^(?<colons>:{3,})(?<name>${admonitions}) +(?<label>.*)$`)
const isAdmonition = new RegExp(`^(?:${admonitions})$`)

const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])

function container(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const text = lineAt(state, line)
  if (!text.startsWith(':::')) return false
  const { colons, name, label, attributes } = (titled.exec(text) ?? opening.exec(text))?.groups ?? {}
  if (colons === undefined || name === undefined) return false
  if (silent) return true
  const closing = new RegExp(`^:{${colons.length},}[ \\t]*$`)
  let end = line + 1
  while (end < endLine && !(closing.test(lineAt(state, end)) && (state.sCount[end] ?? 0) >= state.blkIndent))
    end++
  // the next text could close it
  if (end >= endLine && state.env) state.env.hasSeenEnd = true
  const open = state.push('admonition_open', 'div', 1)
  const title = /\btitle\s*=\s*(?:"([^"]*)"|'([^']*)')/
    .exec(attributes ?? '')
    ?.slice(1)
    .find(Boolean)
  open.meta = { name: isAdmonition.test(name) ? name : null }
  open.map = [line, Math.min(end + 1, endLine)]
  pushTitle(state, line, title ?? label ?? (isAdmonition.test(name) ? name : ''), open)
  const old = { lineMax: state.lineMax, parentType: state.parentType }
  state.lineMax = end
  state.md.block.tokenize(state, line + 1, end)
  Object.assign(state, old)
  state.push('admonition_close', 'div', -1).meta = open.meta
  state.line = Math.min(end + 1, endLine)
  return true
}

function pushTitle(state: StateBlock, line: number, title: string, { meta }: Token): void {
  if (title === '') return
  state.push('admonition_title_open', meta?.name ? 'div' : 'p', 1)
  const inline = state.push('inline', '', 0)
  inline.content = title
  inline.map = [line, line + 1]
  inline.children = []
  state.push('admonition_title_close', meta?.name ? 'div' : 'p', -1).meta = meta
}

/** Docusaurus' `:::note Title … :::`: a box with a heading; a container of any other name holds its content and nothing else. */
export function useAdmonitions(markdownIt: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  markdownIt.block.ruler.before('table', 'admonition', container, { alt })
  const { rules } = markdownIt.renderer
  rules.admonition_open = (tokens, index) => {
    const name = tokens[index]?.meta?.name
    return name ? `<div class="theme-admonition theme-admonition-${name}">\n` : '<div>\n'
  }
  rules.admonition_close = (tokens, index) => (tokens[index]?.meta?.name ? '</div></div>\n' : '</div>\n')
  rules.admonition_title_open = (tokens, index) =>
    tokens[index]?.tag === 'div' ? '<div class="admonition-heading">' : '<p>'
  rules.admonition_title_close = (tokens, index) =>
    tokens[index]?.tag === 'div' ? '</div><div class="admonition-content">' : '</p>\n'
}
