import sindreSlugify from '@sindresorhus/slugify'
import simovSlugify from 'slugify'

/** Longer texts are no titles; slugging takes time for each letter. */
const maxLength = 2000

/** Eleventy's filter `slugify` (eleventy/src/Filters/Slugify.js): the very library it uses. */
export function eleventySlugify(text: string): string {
  return sindreSlugify(text.slice(0, maxLength), { decamelize: false })
}

/** Eleventy's older filter `slug` (eleventy/src/Filters/Slug.js). */
export function eleventySlug(text: string): string {
  return simovSlugify(text.slice(0, maxLength), { replacement: '-', lower: true })
}
