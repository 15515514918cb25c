/** Escapes what would be markup in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const maxSourceLength = 300

/** What stands in the place of a tag that is not shown as the site has it: a line of words, and the tag as it is written. */
export function boxHtml(words: string, source: string): string {
  const shortened = source.length > maxSourceLength ? `${source.slice(0, maxSourceLength)}…` : source
  const written =
    shortened === '' ? '' : `<span class="galley-box-alternative">${escapeHtml(shortened)}</span>`
  // on one line: a line break could end the block that it stands in
  return `<span class="galley-box" role="note">${escapeHtml(words)}${written}</span>`.replace(/\s+/g, ' ')
}
