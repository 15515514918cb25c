import sindreSlugify from '@sindresorhus/slugify'
import simovSlugify from 'slugify'

/** Longer texts are no titles; slugging takes time for each letter. */
const maxLength = 2000

// the library goes through its whole table of letters for each text: milliseconds, and a site has thousands of titles
const slugged = new Map<string, string>()
const maxSlugged = 20_000

/** Eleventy's filter `slugify` (eleventy/src/Filters/Slugify.js): the very library it uses, once for each text that is more than ASCII. */
export function eleventySlugify(text: string): string {
  const title = text.slice(0, maxLength)
  if (/^[\t\n\r -~]*$/.test(title)) return asciiSlug(title)
  const known = slugged.get(title)
  if (known !== undefined) return known
  const slug = sindreSlugify(title, { decamelize: false })
  if (slugged.size >= maxSlugged) slugged.clear()
  slugged.set(title, slug)
  return slug
}

/** What the library does to ASCII. */
function asciiSlug(text: string): string {
  return (
    text
      .replaceAll('&', ' and ')
      // to Unicode, these two are diacritics
      .replace(/[\^`]/g, '')
      .toLowerCase()
      .replace(/(?<=[a-z\d])'([ts])(?=\s|$)/g, '$1')
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
  )
}

/** Eleventy's older filter `slug` (eleventy/src/Filters/Slug.js). */
export function eleventySlug(text: string): string {
  return simovSlugify(text.slice(0, maxLength), { replacement: '-', lower: true })
}
