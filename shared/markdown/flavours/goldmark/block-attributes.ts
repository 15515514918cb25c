import type { MarkdownIt, StateBlock, Token } from 'markdown-it'
import { type Attributes, readAttributes } from './headings'

/** goldmark 1.5 renderer/html: what any element may have, and what some may have besides. */
const everywhere = new Set(
  (
    'accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode is itemid itemprop ' +
    'itemref itemscope itemtype lang part role slot spellcheck style tabindex title translate'
  ).split(' '),
)
const besides: Readonly<Record<string, readonly string[]>> = {
  blockquote: ['cite'],
  ul: ['start', 'reversed', 'type'],
  ol: ['start', 'reversed', 'type'],
  hr: ['align', 'color', 'noshade', 'size', 'width'],
  table: 'align bgcolor border cellpadding cellspacing frame rules summary width'.split(' '),
}

const braces = /^\{((?:[^{}"]|"[^"]*")*)\}/

function readBlock(
  state: StateBlock,
  line: number,
): { readonly attributes: Attributes; readonly next: number } | null {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (state.src[start] !== '{' || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return null
  let next = line + 1
  while (next < state.lineMax && !state.isEmpty(next)) next++
  const found = braces.exec(state.getLines(line, next, state.blkIndent, false).trimStart())
  const attributes = found && readAttributes(found[1] ?? '')
  if (!found || !attributes) return null
  return { attributes, next: line + 1 + (found[0].match(/\n/g)?.length ?? 0) }
}

function attributesLine(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const found = readBlock(state, line)
  if (found === null) return false
  if (silent) return true
  const token = state.push('block_attributes', '', 0)
  token.hidden = true
  const isBehindBlank = line === 0 || state.isEmpty(line - 1)
  token.meta = { attributes: isBehindBlank ? [] : found.attributes }
  state.line = found.next
  return true
}

/** The token that opens the block before `index`, at the same level. */
function blockBefore(tokens: readonly Token[], index: number): Token | undefined {
  const level = tokens[index]?.level
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token === undefined || token.type === 'block_attributes') continue
    if (token.level === level && token.nesting >= 0 && token.type !== 'inline') return token
    if (token.nesting > 0 && token.level < (level ?? 0)) return undefined
  }
  return undefined
}

/** Gives blocks the attributes that stand on the line below them; what an element has already stays. */
export function applyBlockAttributes(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'block_attributes') continue
    const block = blockBefore(tokens, index)
    if (block === undefined || block.type === 'fence') continue
    const attributes = (token.meta?.attributes ?? []) as Attributes
    for (const [name, value] of attributes) give(block, name, value)
  }
}

function give(block: Token, name: string, value: string): void {
  if (block.type === 'heading_open') {
    const own = block.meta?.attributes as [string, string][] | undefined
    if (name !== 'id' && own?.every(([known]) => known !== name)) own.push([name, value])
    return
  }
  const isAllowed = everywhere.has(name) || name.startsWith('data-') || besides[block.tag]?.includes(name)
  if (isAllowed && block.attrGet(name) === null) block.attrSet(name, value)
}

/** Whether at `line`, right behind a block, attributes stand that go to it. */
export function isBlockAttributes(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && readBlock(state, line) !== null
}

/** Hugo's `{.class #id key="value"}` on lines of their own, `parser.attribute.block`. */
export function useBlockAttributes(markdownIt: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  markdownIt.block.ruler.before('table', 'block_attributes', attributesLine, { alt })
  markdownIt.renderer.rules.block_attributes = () => ''
}
