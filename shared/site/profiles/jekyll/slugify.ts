/**
 * Jekyll's `slugify` in its modes (jekyll/utils.rb): `default` for file names and `:slug`, `pretty` for `:title`, which keeps what is
 * allowed in an address. Capitals stay where `cased`.
 */
export function jekyllSlugify(text: string, mode: 'default' | 'pretty' = 'default', cased = false): string {
  const others = mode === 'pretty' ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu
  const slug = text.replace(others, '-').replace(/^-|-$/gm, '')
  return cased ? slug : slug.toLowerCase()
}

/** The title that Jekyll makes of a file's name: words at hyphens, each with one capital. */
export function titleFromSlug(slug: string): string {
  return slug
    .replace(/-+$/, '')
    .split('-')
    .map((word) => {
      const [first = '', ...rest] = word
      return titleLetter(first) + rest.join('').toLowerCase()
    })
    .join(' ')
}

// Letters that have a form of their own at the start of a word.
const digraphs: readonly (readonly [letters: string, title: string])[] = [
  ['Ǆǅǆ', 'ǅ'],
  ['Ǉǈǉ', 'ǈ'],
  ['Ǌǋǌ', 'ǋ'],
  ['Ǳǲǳ', 'ǲ'],
]

/** A letter as it begins a word: of a letter that becomes several, only the first is a capital; Georgian has none. */
function titleLetter(letter: string): string {
  const digraph = digraphs.find(([letters]) => letter !== '' && letters.includes(letter))
  if (digraph !== undefined) return digraph[1]
  if (/[\u10d0-\u10ff]/.test(letter)) return letter
  const [first = '', ...rest] = letter.toUpperCase()
  // ŉ is an apostrophe with a letter
  return first === 'ʼ' ? first + rest.join('') : first + rest.join('').toLowerCase()
}
