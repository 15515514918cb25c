import type { HeadingIds } from '../../dialect'

/** How Hugo makes ids, `markup.goldmark.parser.autoHeadingIDType`. */
export type HeadingIdType = 'github' | 'github-ascii' | 'blackfriday'

/** Hugo's ids of a document's headings: made of the heading's source, numbered when one is there already. */
export function goldmarkHeadingIds(type: HeadingIdType): HeadingIds {
  const taken = new Set<string>()
  return (text, isExplicit) => {
    const wanted = isExplicit ? text : slugOf(text.trim(), type) || 'heading'
    let id = wanted
    for (let number = 1; !isExplicit && taken.has(id); number += 1) id = `${wanted}-${number}`
    taken.add(id)
    return id
  }
}

/** Go knows one letter in lower case for each. */
const lowered = (character: string): string => (character === 'İ' ? 'i' : character.toLowerCase())

function slugOf(text: string, type: HeadingIdType): string {
  if (type === 'blackfriday') return blackfridaySlug(text)
  const source = type === 'github-ascii' ? withoutAccents(text) : text
  let slug = ''
  for (const character of source) {
    if (/[\p{L}\p{Nd}_-]/u.test(character)) slug += lowered(character)
    else if (character === ' ') slug += '-'
  }
  return slug
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[^\0-\x7f]/g, '')
}

function blackfridaySlug(text: string): string {
  let slug = ''
  let dashIsDue = false
  for (const character of text) {
    if (/[\p{L}\p{Nd}]/u.test(character)) {
      slug += (dashIsDue && slug !== '' ? '-' : '') + lowered(character)
      dashIsDue = false
    } else dashIsDue = true
  }
  return slug
}
