import type { FootnoteStyle, NumberedNote } from '../../dialect'

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
