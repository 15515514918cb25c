import type { MarkdownIt, Token } from 'markdown-it'
import type { Dialect, FootnoteStyle, HeadingIds, RenderedBlock } from '../../dialect'
import { MarkSheet, type Template } from '../../template'
import { type RenderEnvironment, renderEnvironment } from './environment'
import { type ScanOptions, scanWithMarkdownIt } from './scan'

/** What makes a flavour of a markdown-it parser: the parser with its rules, how footnotes are written and headings named. */
export type MarkdownItFlavour = ScanOptions & {
  readonly parser: MarkdownIt
  readonly footnotes: FootnoteStyle
  readonly headingIds: (() => HeadingIds) | null
  /** Puts the place for a footnote's links back into its tokens. Left out: at the end of the last paragraph, or behind all. */
  readonly withBacklinks?: (
    tokens: readonly Token[],
    backlinks: Token,
    makeText: (text: string) => Token,
  ) => Token[]
}

/** A dialect over a markdown-it parser, block by block. The parser is changed and belongs to the dialect from then on. */
export function markdownItDialect(flavour: MarkdownItFlavour): Dialect<readonly Token[]> {
  const { parser } = flavour
  // what these do for a whole document, the scanner and `parseInline` do for one block
  parser.core.ruler.disable(['normalize', 'block', 'strip_references', 'inline'])
  return {
    scan: (text, from) => scanWithMarkdownIt(parser, text, from, flavour),
    render(parsed, labels): RenderedBlock {
      const marks = new MarkSheet()
      const env = renderEnvironment(labels, marks)
      const toTemplate = (tokens: Token[]): Template =>
        marks.finish(parser.renderer.render(tokens, parser.options, env))
      const tokens = parseInline(parser, parsed, env)
      const split = splitNotes(tokens)
      const notes = new Map<string, Template>()
      for (const [label, note] of split.notes)
        notes.set(label, toTemplate(withLinksBack(flavour, note, label)))
      return { html: toTemplate([...split.body]), notes, hasRawHtml: tokens.some(holdsRawHtml) }
    },
    redefinition: 'first',
    footnotes: flavour.footnotes,
    headingIds: flavour.headingIds,
  }
}

function parseInline(markdownIt: MarkdownIt, tokens: readonly Token[], env: RenderEnvironment): Token[] {
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

/** A footnote's tokens with the place for its links back. */
function withLinksBack(flavour: MarkdownItFlavour, tokens: readonly Token[], label: string): Token[] {
  const state = new flavour.parser.core.State('', flavour.parser, {})
  const backlinks = new state.Token('footnote_backlinks', '', 0)
  backlinks.meta = { label }
  const makeText = (text: string): Token => {
    const token = new state.Token('text', '', 0)
    token.content = text
    return token
  }
  if (flavour.withBacklinks) return flavour.withBacklinks(tokens, backlinks, makeText)
  if (tokens.at(-1)?.type !== 'paragraph_close') return [...tokens, backlinks]
  return [...tokens.slice(0, -1), makeText(' '), backlinks, ...tokens.slice(-1)]
}

function holdsRawHtml(token: Token): boolean {
  return token.type.startsWith('html_') || (token.children?.some(holdsRawHtml) ?? false)
}
