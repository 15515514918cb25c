import type { Env, MarkdownIt, RendererRule, StateBlock, StateInline } from 'markdown-it'
import type { FootnoteStyle, NumberedNote } from '../../dialect'
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

function footnoteDefinition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const match = definitionStart.exec(state.src.slice(start, state.eMarks[line]))
  const label = match?.[1]
  if (!match || label === undefined) return false
  if (silent) return true
  state.env.footnoteLabels = [...footnoteLabels(state.env), label]
  const open = state.push('footnote_open', '', 1)
  open.meta = { label }
  open.map = [line, endLine]
  tokeniseContent(state, line, endLine, start + match[0].length)
  open.map = [line, state.line]
  state.push('footnote_close', '', -1)
  return true
}

function footnoteReference(state: StateInline, silent: boolean): boolean {
  reference.lastIndex = state.pos
  const label = reference.exec(state.src)?.[1]
  if (label === undefined || reference.lastIndex > state.posMax) return false
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

/** Adds footnotes as cmark-gfm reads them; there are none of the form `^[…]`. */
export function useFootnotes(markdownIt: MarkdownIt): void {
  markdownIt.block.ruler.before('reference', 'footnote_definition', footnoteDefinition, {
    alt: ['paragraph', 'reference', 'blockquote'],
  })
  markdownIt.inline.ruler.before('link', 'footnote_reference', footnoteReference)
  markdownIt.renderer.rules.footnote_reference = renderMark('reference')
  markdownIt.renderer.rules.footnote_backlinks = renderMark('backlinks')
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const suffix = (occurrence: number): string => (occurrence > 1 ? `-${occurrence}` : '')

function backlink(note: NumberedNote, occurrence: number): string {
  const target = `#fnref-${escapeAttribute(note.label)}${suffix(occurrence)}`
  const number = occurrence > 1 ? `<sup class="footnote-ref">${occurrence}</sup>` : ''
  return `<a href="${target}" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩${number}</a>`
}

/** Footnotes as cmark-gfm 0.29 writes them: numbered by first reference, unused ones left out. */
export const cmarkFootnotes: FootnoteStyle = {
  order: 'first-reference',
  reference(note, occurrence) {
    const label = escapeAttribute(note.label)
    return `<sup class="footnote-ref"><a href="#fn-${label}" id="fnref-${label}${suffix(occurrence)}" data-footnote-ref>${note.number}</a></sup>`
  },
  backlinks: (note) =>
    Array.from({ length: note.referenceCount }, (_, index) => backlink(note, index + 1)).join(' '),
  section(notes) {
    const items = notes.map(({ note, html }) => `<li id="fn-${escapeAttribute(note.label)}">\n${html}</li>\n`)
    return `<section class="footnotes" data-footnotes>\n<ol>\n${items.join('')}</ol>\n</section>\n`
  },
}
