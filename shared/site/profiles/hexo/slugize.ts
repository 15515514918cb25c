import { remove } from 'diacritics'

/** What `filename_case` asks for: 0 as it is, 1 lower case, 2 upper case. */
export type FilenameCase = 0 | 1 | 2

// where Hexo's table (hexo-util, escape_diacritic) and that of the library it was taken from have gone apart
const kept = new Set('\u008c\u009cÐÞðþƂƋȷɑɢɭʂρϻлԁԉ߀ᏧᴅᴇᴎᴑꞪﬀﬁﬂﬃﬄ')
const others: Readonly<Record<string, string>> = {
  ...{ '\u008c': 'OE', '\u009c': 'oe', ß: 's', Ƃ: 'B', Ƌ: 'D', ɛ: 'E', ꝺ: 'd', ꝼ: 'F', '\u00a0': '\u00a0' },
}

/** Hexo's `slugize` (hexo-util): diacritics folded, control characters out, runs of ASCII marks and blanks one hyphen, none at the ends. */
export function hexoSlugize(text: string, transform: FilenameCase = 0): string {
  const slug = foldDiacritics(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Hexo takes out
    .replace(/[\u0000-\u001f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
  if (transform === 1) return slug.toLowerCase()
  return transform === 2 ? slug.toUpperCase() : slug
}

function foldDiacritics(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (letter) => {
    const other = others[letter]
    if (other !== undefined) return other
    return kept.has(letter) ? letter : remove(letter)
  })
}
