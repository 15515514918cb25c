import unidecode from 'unidecode'
import { decodeEntities } from '../decode-entities'
import { unidecodeCorrections } from './unidecode-corrections'

/** How a title becomes a slug: `SLUGIFY_PRESERVE_CASE` and `SLUGIFY_USE_UNICODE`. */
export type SlugOptions = { readonly keepsCase: boolean; readonly usesUnicode: boolean }

/**
 * Pelican's `slugify` (pelican/utils.py) with its own substitutions: tags and entities resolved, NFKC, written in ASCII unless Unicode is
 * kept, nothing but word characters, blanks and hyphens, runs of these one hyphen.
 */
export function pelicanSlugify(
  title: string,
  { keepsCase, usesUnicode }: SlugOptions = { keepsCase: false, usesUnicode: false },
): string {
  const plain = withoutTags(title).normalize('NFKC')
  const kept = (usesUnicode ? plain : inAscii(plain)).replace(/[^\p{L}\p{N}_\s-]/gu, '')
  const joined = kept.replace(/^\s+|\s+$/g, '').replace(/[-\s]+/g, '-')
  return (keepsCase ? joined : joined.toLowerCase()).trim()
}

/** MarkupSafe's `striptags`. */
function withoutTags(text: string): string {
  const stripped = text.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
  return decodeEntities(stripped.split(/\s+/).filter(Boolean).join(' '))
}

function inAscii(text: string): string {
  return [...text]
    .map((letter) => {
      const known = unidecodeCorrections.get(letter)
      if (known !== undefined) return known
      return letter <= '\u007f' ? letter : unidecode(letter)
    })
    .join('')
}
