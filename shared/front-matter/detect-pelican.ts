import { locateFrontMatter } from './locate'

/**
 * Whether this site's posts begin with `Key: value` lines up to a blank line. `texts` are the site's posts (their first few kilobytes
 * suffice). Two posts that give a title and a date so are evidence: Pelican skips what lacks either.
 */
export function detectPelican(texts: readonly string[]): boolean {
  let count = 0
  for (const text of texts) {
    const located = locateFrontMatter(text, { pelican: true })
    if (located.kind !== 'found' || located.dialect !== 'pelican') continue
    const block = text.slice(located.block.from, located.block.to)
    if (/^ {0,3}title:/im.test(block) && /^ {0,3}date:/im.test(block)) count++
    if (count === 2) return true
  }
  return false
}
