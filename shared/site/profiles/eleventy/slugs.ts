import transliterate from '@sindresorhus/slugify'
import slug from 'slugify'

/** Eleventy's filter `slugify`. */
export function eleventySlugify(text: string): string {
  return transliterate(text, { decamelize: false })
}

/** Eleventy's older filter `slug`. */
export function eleventySlug(text: string): string {
  return slug(text, { replacement: '-', lower: true })
}
