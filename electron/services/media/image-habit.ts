import type { PostPath } from '#shared/contract/post-path'
import { folderOf, type IsThere, imageMeant, isBundle, type ReferenceStyle, styleOf } from './reference-style'

/** An image that a post of the collection uses. */
export type ImageUse = {
  readonly post: PostPath
  readonly image: PostPath
  readonly style: ReferenceStyle
}

/** How a collection's posts use images, the newest post first. */
export type ImageHabit = {
  readonly uses: readonly ImageUse[]
  /** Most used first. */
  readonly styles: readonly ReferenceStyle[]
}

/** A post with the references that stand in it. */
export type ReferringPost = {
  readonly path: PostPath
  readonly inFields: readonly string[]
  readonly inBody: readonly string[]
}

/**
 * What the collection's posts, newest first, teach: what stands in fields, since a field is to be filled; the text's own images only
 * where no field has one. A reference that leads to no image of the blog teaches nothing.
 */
export function learnHabit(posts: readonly ReferringPost[], isThere: IsThere): ImageHabit {
  const usesIn = (place: 'inFields' | 'inBody') =>
    posts.flatMap((post) => post[place].flatMap((reference) => useOf(post.path, reference, isThere) ?? []))
  const inFields = usesIn('inFields')
  const uses = inFields.length > 0 ? inFields : usesIn('inBody')
  const counted = mostUsed(uses.map(({ style }) => JSON.stringify(style)))
  return { uses, styles: counted.map((style): ReferenceStyle => JSON.parse(style)) }
}

/** Folders of the images that posts share, those of the most posts first; those that posts have to themselves are left out. */
export function sharedFolders({ uses }: ImageHabit): readonly string[] {
  return mostUsed(foldersByPost(uses).flatMap((folders) => [...folders]))
}

/** The folders that each post takes images from, but for its own. */
export function foldersByPost(uses: readonly ImageUse[]): readonly ReadonlySet<string>[] {
  const folders = new Map<string, Set<string>>()
  for (const { post, image, style } of uses) {
    if (style.kind === 'own-folder' || (style.kind === 'beside' && isBundle(post))) continue
    folders.set(post, (folders.get(post) ?? new Set()).add(folderOf(image)))
  }
  return [...folders.values()]
}

/** Each text once, the most frequent first, equally frequent ones in the order that they came in. */
export function mostUsed(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([text]) => text)
}

function useOf(post: PostPath, reference: string, isThere: IsThere): ImageUse | null {
  const image = imageMeant(post, reference, isThere)
  const style = image === null ? null : styleOf(post, reference, image)
  return image === null || style === null ? null : { post, image, style }
}
