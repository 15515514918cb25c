import { isKeyLine, locateFrontMatter } from './locate'

/** The keys that a block without an opener must have one of to count as evidence. */
const tellingKeys = /^(?:title|layout|slug|\w*date|published\w*)\s*:/i

/**
 * Whether this site's posts have front matter without an opening delimiter. `texts` are the site's posts (their first few
 * kilobytes suffice). A post counts when it begins with two or more `key: value` lines, one of them a title, date, layout
 * or slug, that end in `...` or `---`; two such posts are evidence, and so is the only post of a site when it ends in
 * `...`, which is nothing in Markdown. A lone `Note: hi` above `---` is a heading and never counts.
 */
export function detectOpenerless(texts: readonly string[]): boolean {
  let count = 0
  for (const text of texts) {
    const ending = openerlessEnding(text)
    if (ending === null) continue
    if (texts.length === 1) return ending === 'dots'
    count++
    if (count === 2) return true
  }
  return false
}

function openerlessEnding(text: string): 'dots' | 'dashes' | null {
  const located = locateFrontMatter(text, { openerless: true })
  if (located.kind !== 'found') return null
  if (located.dialect !== 'yaml-no-opener-dots' && located.dialect !== 'yaml-no-opener-dashes') return null
  const lines = text.slice(located.block.from, located.block.to).split(/\r?\n/)
  const keyLines = lines.filter(isKeyLine)
  if (keyLines.length < 2 || !keyLines.some((line) => tellingKeys.test(line))) return null
  return located.dialect === 'yaml-no-opener-dots' ? 'dots' : 'dashes'
}
