import { type PostValues, textOf, valueFor } from './post-values'

/** The keys that hold a post's picture, by how often themes use them for it. */
const imageKeys = [
  'image',
  'cover',
  'hero',
  'hero_image',
  'heroimage',
  'featured_image',
  'featuredimage',
  'feature_image',
  'featureimage',
  'cover_image',
  'coverimage',
  'header',
  'banner',
  'thumbnail',
  'thumb',
  'preview_image',
  'og_image',
  'ogimage',
  'images',
]

/** In a map, which key names the file. */
const fileKeys = [
  'image',
  'src',
  'url',
  'path',
  'file',
  'feature',
  'overlay_image',
  'teaser',
  'filename',
  'hero',
]
const textKeys = ['alt', 'alternative', 'caption', 'image_description']

/** A post's picture as its front matter names it. */
export type PostImage = { readonly reference: string; readonly alternative: string }

/** The picture that a post's front matter names, for the top of its page; null when it names none. */
export function imageOf(values: PostValues): PostImage | null {
  for (const key of imageKeys) {
    const image = imageIn(valueFor(values, key))
    if (image === null) continue
    const alternative = textOf(valueFor(values, `${key}_alt`)) ?? textOf(valueFor(values, 'image_alt'))
    return image.alternative === '' && alternative !== null ? { ...image, alternative } : image
  }
  return null
}

function imageIn(value: unknown): PostImage | null {
  if (Array.isArray(value)) return imageIn(value[0])
  if (typeof value === 'string') {
    const reference = value.trim()
    return isReference(reference) ? { reference, alternative: '' } : null
  }
  if (typeof value !== 'object' || value === null) return null
  const map = value as PostValues
  for (const key of fileKeys) {
    const image = imageIn(valueFor(map, key))
    if (image === null) continue
    const texts = textKeys.map((name) => textOf(valueFor(map, name)))
    return { ...image, alternative: texts.find((text) => text !== null) ?? '' }
  }
  return null
}

/** A name of a colour or of a layout is no picture: a file has an ending, and an address a slash. */
function isReference(text: string): boolean {
  return (
    text.length < 2000 &&
    !/\s{2,}|[\n<>]/.test(text) &&
    (/\.[a-z0-9]{2,5}(?:[?#].*)?$/i.test(text) || /^https?:\/\//i.test(text))
  )
}
