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
      return first.toUpperCase() + rest.join('').toLowerCase()
    })
    .join(' ')
}
