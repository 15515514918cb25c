import type { ZolaSlugs } from './configuration'

const special: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D' },
  ...{ þ: 'th', Þ: 'Th', ł: 'l', Ł: 'L', ı: 'i', ħ: 'h', Ħ: 'H' },
}

/**
 * A name as Zola makes it part of an address: `on` by the Rust library slug, `safe` without what file systems refuse, `off` as it is.
 * null where letters of other scripts, or pictures, would be written in Latin letters by a table that is not at hand.
 */
export function zolaSlugify(text: string, how: ZolaSlugs): string | null {
  if (how === 'off') return text
  if (how === 'safe') return text.replace(/[ .]+$/, '').replace(/[<>:"/\\|?*]/g, '')
  let slug = ''
  for (const letter of text) {
    const plain = letter.charCodeAt(0) < 128 ? letter : inAscii(letter)
    if (plain === null) return null
    slug += plain
  }
  return slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function inAscii(letter: string): string | null {
  if (special[letter] !== undefined) return special[letter]
  if (/[\u2010-\u2027\u2030-\u203a]/.test(letter)) return '-'
  if (/[\u0300-\u036f]/.test(letter)) return ''
  const plain = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return /^[a-z]$/i.test(plain) ? plain : null
}
