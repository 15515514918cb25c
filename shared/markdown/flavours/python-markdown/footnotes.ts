import type { FootnoteStyle, NumberedNote } from '../../dialect'

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function referenceId(label: string, occurrence: number): string {
  return `fnref${occurrence > 1 ? occurrence : ''}:${escapeAttribute(label)}`
}

function backlink(note: NumberedNote, occurrence: number): string {
  const title = `Jump back to footnote ${note.number} in the text`
  return `<a class="footnote-backref" href="#${referenceId(note.label, occurrence)}" title="${title}">&#8617;</a>`
}

/** Footnotes as Python-Markdown 3.4 extensions/footnotes.py writes them: numbered by definition, unused ones listed too. */
export const pythonMarkdownFootnotes: FootnoteStyle = {
  order: 'definition',
  reference: (note, occurrence) =>
    `<sup id="${referenceId(note.label, occurrence)}"><a class="footnote-ref" href="#fn:${escapeAttribute(note.label)}">${note.number}</a></sup>`,
  backlinks: (note) =>
    Array.from({ length: Math.max(1, note.referenceCount) }, (_, index) => backlink(note, index + 1)).join(
      '',
    ),
  section(notes) {
    const items = notes.map(
      ({ note, html }) => `<li id="fn:${escapeAttribute(note.label)}">\n${html}\n</li>\n`,
    )
    return `<div class="footnote">\n<hr />\n<ol>\n${items.join('')}</ol>\n</div>`
  },
}
