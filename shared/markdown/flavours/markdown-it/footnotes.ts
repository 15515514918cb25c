import type { Env, MarkdownIt, RendererRule, StateBlock, StateInline } from 'markdown-it'
import { renderEnvironmentOf } from './environment'

const definitionStart = /^\[\^([^\]\s]+)\]:/
const reference = /\[\^([^\]\s[]+)\]/y

/** Labels of the footnotes defined in a block, where the block rule leaves them. */
export function footnoteLabels(env: Env): readonly string[] {
  const labels = env.footnoteLabels
  return Array.isArray(labels) ? labels.map(String) : []
}

function columnAfter(text: string, from: number): number {
  let column = from
  for (const character of /^[ \t]*/.exec(text)?.[0] ?? '') column += character === '\t' ? 4 - (column % 4) : 1
  return column
}

/** Parses what stands behind `[^label]:` and the lines indented below it, as a list item's content is parsed. */
function tokeniseContent(state: StateBlock, line: number, endLine: number, contentStart: number): void {
  const lineStart = state.bMarks[line] ?? 0
  const oldShift = state.tShift[line] ?? 0
  const oldIndent = state.sCount[line] ?? 0
  const rest = state.src.slice(contentStart, state.eMarks[line])
  const initial = oldIndent + contentStart - (lineStart + oldShift)
  const parentType = state.parentType
  state.bMarks[line] = contentStart
  state.tShift[line] = /^[ \t]*/.exec(rest)?.[0].length ?? 0
  state.blkIndent += 4
  state.sCount[line] = columnAfter(rest, initial) - initial + state.blkIndent
  state.parentType = 'footnote'
  state.level++
  state.md.block.tokenize(state, line, endLine)
  state.level--
  state.parentType = parentType
  state.blkIndent -= 4
  state.bMarks[line] = lineStart
  state.tShift[line] = oldShift
  state.sCount[line] = oldIndent
}

/** What makes one label of all spellings that a flavour holds to be the same. */
type NormaliseLabel = (label: string) => string

function footnoteDefinition(
  state: StateBlock,
  line: number,
  endLine: number,
  silent: boolean,
  normalise: NormaliseLabel,
): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const match = definitionStart.exec(state.src.slice(start, state.eMarks[line]))
  if (match?.[1] === undefined) return false
  if (silent) return true
  const label = normalise(match[1])
  state.env.footnoteLabels = [...footnoteLabels(state.env), label]
  const open = state.push('footnote_open', '', 1)
  open.meta = { label }
  open.map = [line, endLine]
  tokeniseContent(state, line, endLine, start + match[0].length)
  open.map = [line, state.line]
  state.push('footnote_close', '', -1)
  return true
}

function footnoteReference(state: StateInline, silent: boolean, normalise: NormaliseLabel): boolean {
  reference.lastIndex = state.pos
  const written = reference.exec(state.src)?.[1]
  if (written === undefined || reference.lastIndex > state.posMax) return false
  const label = normalise(written)
  if (!renderEnvironmentOf(state.env)?.labels.hasFootnote(label)) return false
  if (!silent) state.push('footnote_reference', '', 0).meta = { label }
  state.pos = reference.lastIndex
  return true
}

const renderMark =
  (kind: 'reference' | 'backlinks'): RendererRule =>
  (tokens, index, _options, env) => {
    const label = String(tokens[index]?.meta?.label ?? '')
    return renderEnvironmentOf(env)?.marks.place({ kind, label }) ?? ''
  }

/**
 * Adds footnotes as cmark-gfm reads them, `[^label]` and `[^label]:`; there are none of the form `^[…]`. `normalise` makes one label of all spellings
 * that are the same to the flavour.
 */
export function useFootnotes(markdownIt: MarkdownIt, normalise: NormaliseLabel = (label) => label): void {
  markdownIt.block.ruler.before(
    'reference',
    'footnote_definition',
    (state, line, endLine, silent) => footnoteDefinition(state, line, endLine, silent, normalise),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
  markdownIt.inline.ruler.before('link', 'footnote_reference', (state, silent) =>
    footnoteReference(state, silent, normalise),
  )
  markdownIt.renderer.rules.footnote_reference = renderMark('reference')
  markdownIt.renderer.rules.footnote_backlinks = renderMark('backlinks')
}
