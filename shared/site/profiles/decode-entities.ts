import { parseFragment } from 'parse5'

/** A text with HTML's character references resolved, as browsers and Python's `html.unescape` read them. It must hold no tags. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  const nodes = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return nodes.map((node) => ('value' in node ? node.value : '')).join('')
}
