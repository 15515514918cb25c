import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { type Budget, type Jsx, jsxAt, newBudget } from './jsx-syntax'
import { writeJsx } from './write-jsx'

const moduleLine =
  /^(?:import\s*(?:["'{*]|[\w$]+\s*(?:,|\bfrom\b|$))|export\s+(?:default|const|let|var|function|class|async|\{|\*))/

/** `import` and `export` lines, up to a blank line at which no bracket is open: they show nothing. */
function moduleBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level > 0 || state.sCount[line] !== 0) return false
  if (!moduleLine.test(state.src.slice(state.bMarks[line], state.eMarks[line]))) return false
  let open = 0
  let next = line
  for (; next < endLine && (open > 0 || !state.isEmpty(next)); next++) {
    for (const bracket of state.src.slice(state.bMarks[next], state.eMarks[next]).match(/[{}()[\]]/g) ?? [])
      open += '{(['.includes(bracket) ? 1 : -1
  }
  // brackets in strings are not told apart: better one block too little than all that follows
  if (open > 0) {
    next = line
    while (next < endLine && !state.isEmpty(next)) next++
    if (state.env) state.env.hasSeenEnd = true
  }
  state.line = next
  state.push('mdx_module', '', 0).hidden = true
  return true
}

type Found = { readonly jsx: Jsx; readonly source: string }

/** More lines are looked through for the end of one tag by nobody. */
const maxLines = 200

/** What may hold blank lines: an expression, also one given to a component, and a comment. */
const mayGoOn = /^\s*(?:\{|<!--|<[a-zA-Z][^>]*\{)/

/** The tags, expressions and comments that `text` begins with, alone on their lines, and how many lines they take; null where other text stands beside them. */
function aloneIn(text: string): { readonly found: Found[]; readonly lines: number } | null {
  const budget = newBudget()
  const found: Found[] = []
  let place = text.length - text.trimStart().length
  for (;;) {
    const jsx = jsxAt(text, place, budget)
    if (jsx === null) return null
    found.push({ jsx, source: text.slice(place, jsx.end) })
    const gap = /[ \t]*/y
    gap.lastIndex = jsx.end
    gap.test(text)
    place = gap.lastIndex
    if (place >= text.length || text[place] === '\n') break
  }
  return { found, lines: (text.slice(0, place).match(/\n/g)?.length ?? 0) + 1 }
}

function aloneAt(state: StateBlock, line: number, endLine: number): ReturnType<typeof aloneIn> {
  const first = state.src[(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)]
  if (first !== '<' && first !== '{') return null
  const last = Math.min(endLine, state.lineMax)
  let blank = line
  while (blank < last && !state.isEmpty(blank)) blank++
  const text = state.getLines(line, blank, state.blkIndent, false)
  const found = aloneIn(text)
  if (found !== null || blank >= last || !mayGoOn.test(text)) return found
  const further = aloneIn(state.getLines(line, Math.min(last, line + maxLines), state.blkIndent, false))
  // a bracket further on could close it
  if (further === null && state.env) state.env.hasSeenEnd = true
  return further
}

function flow(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const alone = aloneAt(state, line, endLine)
  if (alone === null) return false
  if (silent) return true
  for (const found of alone.found) {
    const token = state.push('html_mdx_block', '', 0)
    token.meta = found
    token.map = [line, line + alone.lines]
  }
  state.line = line + alone.lines
  return true
}

const budgets = new WeakMap<StateInline, Budget>()

function inline(state: StateInline, silent: boolean): boolean {
  const character = state.src[state.pos]
  if (character !== '<' && character !== '{') return false
  const budget = budgets.get(state) ?? newBudget()
  budgets.set(state, budget)
  const jsx = jsxAt(state.src, state.pos, budget)
  if (jsx === null || jsx.end > state.posMax) return false
  if (!silent)
    state.push('html_mdx_inline', '', 0).meta = { jsx, source: state.src.slice(state.pos, jsx.end) }
  state.pos = jsx.end
  return true
}

/** Whether a paragraph is tags and what they hold, and nothing beside them. */
function isTagsAlone(tokens: readonly Token[]): boolean {
  let depth = 0
  let hasTag = false
  for (const token of tokens) {
    if (token.type === 'html_mdx_inline') {
      const { jsx } = token.meta as Found
      hasTag = true
      if (jsx.kind === 'tag' && jsx.place === 'opens') depth++
      if (jsx.kind === 'tag' && jsx.place === 'closes') depth--
    } else if (depth === 0 && (token.type !== 'text' || token.content.trim() !== '')) return false
  }
  return hasTag
}

function unravel(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    const [before, behind] = [state.tokens[index - 1], state.tokens[index + 1]]
    if (token.type !== 'inline' || before?.type !== 'paragraph_open' || !behind) continue
    if (!isTagsAlone(token.children ?? [])) continue
    before.hidden = true
    behind.hidden = true
  }
}

/**
 * MDX 3: `import` and `export`, JSX and expressions. Nothing of it is ever run: elements are themselves, components and expressions are boxes. HTML,
 * indented code and addresses between angle brackets are no part of MDX; comments in HTML are dropped, as Docusaurus does.
 */
export function useMdx(markdownIt: MarkdownIt): void {
  markdownIt.disable(['html_block', 'html_inline', 'autolink', 'code'])
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  markdownIt.block.ruler.before('table', 'mdx_module', moduleBlock)
  markdownIt.block.ruler.before('table', 'mdx_flow', flow, { alt })
  markdownIt.inline.ruler.before('link', 'mdx_inline', inline)
  markdownIt.core.ruler.push('mdx_unravel', unravel)
  const { rules } = markdownIt.renderer
  const write = (token: Token | undefined): string => {
    const found = token?.meta as Found | undefined
    return found ? writeJsx(found.jsx, found.source) : ''
  }
  rules.html_mdx_inline = (tokens, index) => write(tokens[index])
  rules.html_mdx_block = (tokens, index) => {
    const html = write(tokens[index])
    return html.startsWith('<span class="galley-box"') ? `<p>${html}</p>\n` : `${html}\n`
  }
  rules.mdx_module = () => ''
}
