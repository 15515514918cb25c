import type { Token } from 'markdown-it'
import type { FootnoteStyle, NumberedNote } from '../../dialect'

const returnArrow = '\u21a9\ufe0e'

function referenceId(note: NumberedNote, occurrence: number): string {
  return `fnref${occurrence > 1 ? occurrence - 1 : ''}:${note.number}`
}

function backlink(note: NumberedNote, occurrence: number): string {
  const target = referenceId(note, occurrence)
  return `\u00a0<a href="#${target}" class="footnote-backref" role="doc-backlink">${returnArrow}</a>`
}

/** Footnotes as goldmark 1.5 writes them: numbered by first reference, unused ones left out. */
export const goldmarkFootnotes: FootnoteStyle = {
  order: 'first-reference',
  reference(note, occurrence) {
    const link = `<a href="#fn:${note.number}" class="footnote-ref" role="doc-noteref">${note.number}</a>`
    return `<sup id="${referenceId(note, occurrence)}">${link}</sup>`
  },
  backlinks: (note) =>
    Array.from({ length: note.referenceCount }, (_, index) => backlink(note, index + 1)).join(''),
  section(notes) {
    const items = notes.map(({ note, html }) => `<li id="fn:${note.number}">\n${html}</li>\n`)
    return `<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n${items.join('')}</ol>\n</div>\n`
  },
}

/** The links back stand in the last paragraph, or behind everything when something else comes last. */
export function withGoldmarkBacklinks(tokens: readonly Token[], backlinks: Token): Token[] {
  if (tokens.at(-1)?.type !== 'paragraph_close') return [...tokens, backlinks]
  return [...tokens.slice(0, -1), backlinks, ...tokens.slice(-1)]
}
