import type { Token } from 'markdown-it'
import type { FootnoteStyle, NumberedNote } from '../../dialect'

/** A label as it stands in an address. */
function safe(label: string): string {
  return encodeURI(label.replace(/\p{Cs}/gu, '\ufffd')).replace(/'/g, '&#39;')
}

function referenceId(note: NumberedNote, occurrence: number): string {
  return `user-content-fnref-${safe(note.label)}${occurrence > 1 ? `-${occurrence}` : ''}`
}

function backlink(note: NumberedNote, occurrence: number): string {
  const [name, arrow] =
    occurrence > 1 ? [`${note.number}-${occurrence}`, `↩<sup>${occurrence}</sup>`] : [`${note.number}`, '↩']
  return `<a href="#${referenceId(note, occurrence)}" data-footnote-backref="" aria-label="Back to reference ${name}" class="data-footnote-backref">${arrow}</a>`
}

/** Footnotes as mdast-util-to-hast 13 writes them: numbered by first reference, unused ones left out, under a heading for screen readers. */
export const remarkFootnotes: FootnoteStyle = {
  order: 'first-reference',
  reference(note, occurrence) {
    const target = `#user-content-fn-${safe(note.label)}`
    return `<sup><a href="${target}" id="${referenceId(note, occurrence)}" data-footnote-ref="" aria-describedby="footnote-label">${note.number}</a></sup>`
  },
  backlinks: (note) =>
    Array.from({ length: note.referenceCount }, (_, index) => backlink(note, index + 1)).join(' '),
  section(notes) {
    const items = notes.map(
      ({ note, html }) => `<li id="user-content-fn-${safe(note.label)}">\n${html}</li>\n`,
    )
    return `<section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n${items.join('')}</ol>\n</section>\n`
  },
}

/** The links back stand in the last paragraph, or behind everything when something else comes last. */
export function withRemarkBacklinks(
  tokens: readonly Token[],
  backlinks: Token,
  makeText: (text: string) => Token,
): Token[] {
  const last = tokens.at(-1)
  if (last?.type !== 'paragraph_close' || last.level > (tokens[0]?.level ?? 0)) return [...tokens, backlinks]
  return [...tokens.slice(0, -1), makeText(' '), backlinks, last]
}
