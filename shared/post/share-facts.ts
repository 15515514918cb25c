import { type PostValues, textOf, valueFor } from './post-values'

/** What a post's front matter holds for search engines and social networks. `image` is a reference as the post writes it. */
export type ShareFacts = { readonly description: string | null; readonly image: string | null }

const descriptionKeys = ['description', 'summary', 'excerpt', 'subtitle', 'abstract', 'lead']

const imageKeys = [
  'og_image',
  'ogimage',
  'image',
  'images',
  'cover',
  'cover_image',
  'coverimage',
  'featured_image',
  'featuredimage',
  'feature_image',
  'hero',
  'hero_image',
  'heroimage',
  'banner',
  'banner_img',
  'header',
  'thumbnail',
  'thumb',
  'index_img',
  'socialimage',
]

/** Below an image's key a map names the file so: Astro's `src`, Hugo themes' `relative` covers and Minimal Mistakes' headers. */
const imageParts = ['src', 'url', 'path', 'image', 'og_image', 'teaser', 'feature', 'filename']

/** The description and the picture that stand for a post elsewhere; each by the keys that themes read, likeliest first. */
export function shareFacts(values: PostValues): ShareFacts {
  return { description: firstText(values, descriptionKeys), image: firstImage(values) }
}

function firstText(values: PostValues, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(valueFor(values, key))
    if (text !== null) return text
  }
  return null
}

function firstImage(values: PostValues): string | null {
  for (const key of imageKeys) {
    const image = imageIn(valueFor(values, key))
    if (image !== null) return image
  }
  return null
}

function imageIn(value: unknown): string | null {
  if (Array.isArray(value)) return imageIn(value[0])
  if (typeof value === 'string') return textOf(value)
  if (typeof value !== 'object' || value === null) return null
  return firstText(value as PostValues, imageParts)
}
