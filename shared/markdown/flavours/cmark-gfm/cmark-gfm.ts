import type { MarkdownIt, Token } from 'markdown-it'
import type { Dialect, Labels, RenderedBlock } from '../../dialect'
import { MarkSheet, type Template } from '../../template'
import { type RenderEnvironment, renderEnvironment } from './environment'
import { cmarkFootnotes } from './footnotes'
import { createParser } from './parser'
import { scanWithMarkdownIt } from './scan'

const markdownIt: MarkdownIt = createParser()

// what these do for a whole document, the scanner and `parseInline` do for one block
markdownIt.core.ruler.disable(['normalize', 'block', 'strip_references', 'inline'])

function parseInline(tokens: readonly Token[], env: RenderEnvironment): Token[] {
  const state = new markdownIt.core.State('', markdownIt, env)
  state.tokens = tokens.filter((token) => token.type !== 'reference_definition')
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue
    token.children = []
    markdownIt.inline.parse(token.content, markdownIt, env, token.children)
  }
  markdownIt.core.process(state)
  return state.tokens
}

type Split = { readonly body: readonly Token[]; readonly notes: ReadonlyMap<string, readonly Token[]> }

/** Takes the footnotes' tokens out of the body's, also of those inside other blocks. */
function splitNotes(tokens: readonly Token[]): Split {
  const body: Token[] = []
  const notes = new Map<string, readonly Token[]>()
  const open: { label: string; tokens: Token[] }[] = []
  for (const token of tokens) {
    if (token.type === 'footnote_open') open.push({ label: String(token.meta?.label), tokens: [] })
    else if (token.type === 'footnote_close') {
      const note = open.pop()
      if (note && !notes.has(note.label)) notes.set(note.label, note.tokens)
    } else (open.at(-1)?.tokens ?? body).push(token)
  }
  return { body, notes }
}

/** A footnote's tokens with the place for its links back: at the end of its last paragraph, or behind all. */
function withBacklinks(tokens: readonly Token[], label: string): Token[] {
  const state = new markdownIt.core.State('', markdownIt, {})
  const backlinks = new state.Token('footnote_backlinks', '', 0)
  backlinks.meta = { label }
  if (tokens.at(-1)?.type !== 'paragraph_close') return [...tokens, backlinks]
  const space = new state.Token('text', '', 0)
  space.content = ' '
  return [...tokens.slice(0, -1), space, backlinks, ...tokens.slice(-1)]
}

function holdsRawHtml(token: Token): boolean {
  return token.type.startsWith('html_') || (token.children?.some(holdsRawHtml) ?? false)
}

function render(parsed: readonly Token[], labels: Labels): RenderedBlock {
  const marks = new MarkSheet()
  const env = renderEnvironment(labels, marks)
  const toTemplate = (tokens: Token[]): Template =>
    marks.finish(markdownIt.renderer.render(tokens, markdownIt.options, env))
  const tokens = parseInline(parsed, env)
  const split = splitNotes(tokens)
  const notes = new Map<string, Template>()
  for (const [label, note] of split.notes) notes.set(label, toTemplate(withBacklinks(note, label)))
  return { html: toTemplate([...split.body]), notes, hasRawHtml: tokens.some(holdsRawHtml) }
}

/** GitHub's own Markdown: CommonMark with tables, strikethrough, task lists, footnotes and bare addresses as links. */
export const cmarkGfm: Dialect<readonly Token[]> = {
  scan: (text, from) => scanWithMarkdownIt(markdownIt, text, from),
  render,
  redefinition: 'first',
  footnotes: cmarkFootnotes,
}
