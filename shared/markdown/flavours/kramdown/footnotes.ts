import type { FootnoteStyle, NumberedNote } from '../../dialect'

function backlink(note: NumberedNote, occurrence: number): string {
  const target = occurrence === 1 ? note.label : `${note.label}:${occurrence - 1}`
  const times = occurrence === 1 ? '' : `<sup>${occurrence}</sup>`
  return `<a href="#fnref:${target}" class="reversefootnote" role="doc-backlink">&#8617;${times}</a>`
}

/** Footnotes as kramdown 2.4 writes them: ids from the names, numbered by first reference, unused ones left out. */
export function kramdownFootnotes(firstNumber: number): FootnoteStyle {
  return {
    order: 'first-reference-notes-last',
    reference(note, occurrence) {
      const id = occurrence === 1 ? note.label : `${note.label}:${occurrence - 1}`
      const link = `<a href="#fn:${note.label}" class="footnote" rel="footnote">${note.number + firstNumber - 1}</a>`
      return `<sup id="fnref:${id}" role="doc-noteref">${link}</sup>`
    },
    backlinks: (note) =>
      Array.from({ length: note.referenceCount }, (_, index) => backlink(note, index + 1)).join('\u00a0'),
    section(notes) {
      const items = notes.map(
        ({ note, html }) => `<li id="fn:${note.label}" role="doc-endnote">\n${html}</li>\n`,
      )
      const start = firstNumber === 1 ? '' : ` start="${firstNumber}"`
      return `<div class="footnotes" role="doc-endnotes">\n<ol${start}>\n${items.join('')}</ol>\n</div>\n`
    },
  }
}
