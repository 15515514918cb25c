import type { PostPath } from '#shared/contract/post-path'
import type { GeneratorId } from '#shared/site/detect-generator'
import { foldersByPost, type ImageUse, mostUsed } from './image-habit'
import { folderOf, isBundle, ownFolderOf } from './reference-style'
import { type ImageSurvey, isForeign } from './survey-images'

// Where a generator's own guide puts images.
const usualFolders: Partial<Readonly<Record<GeneratorId, string>>> = {
  jekyll: 'assets/images',
  hexo: 'source/images',
  hugo: 'static/images',
  zola: 'static/images',
  astro: 'public/images',
  docusaurus: 'static/img',
  pelican: 'content/images',
  gatsby: 'static/images',
}

/**
 * The folder of the blog that a new image of `post` belongs into, `''` for the blog's own: as the collection's posts have theirs, else
 * beside a post that has a folder to itself, else where most images of the blog lie, else where its generator has them. It need not
 * be there yet.
 */
export function chooseFolder(survey: ImageSurvey, post: PostPath): string {
  const { uses } = survey.habit
  const own = uses.find((use) => use.post === post)
  if (own !== undefined) return folderOf(own.image)
  return (
    folderLikeOthers(uses, post) ??
    (isBundle(post) ? folderOf(post) : null) ??
    commonFolder(uses) ??
    fullestFolder(survey, post) ??
    usualFolder(survey.generator, post)
  )
}

/** The folder that the most posts take images from; the one above where each post takes them from another. */
function commonFolder(uses: readonly ImageUse[]): string | null {
  const byPost = foldersByPost(uses)
  const folders = mostUsed(byPost.flatMap((own) => [...own]))
  const [likeliest] = folders
  if (likeliest === undefined) return null
  const isShared = byPost.filter((own) => own.has(likeliest)).length > 1
  const [above] = mostUsed(folders.map(folderOf))
  const besides = folders.filter((folder) => folderOf(folder) === above).length
  return isShared || besides < 2 || above === undefined || above === '' ? likeliest : above
}

/** Where most images of the blog lie; not in its own folder, where site icons are, nor in another post's. */
function fullestFolder(survey: ImageSurvey, post: PostPath): string | null {
  const paths = survey.images.map(({ path }) => path).filter((path) => !isForeign(survey, post, path))
  return mostUsed(paths.map(folderOf).filter((folder) => folder !== ''))[0] ?? null
}

/** Where most of the other posts have a folder each, the one that this post would have; null where they share theirs. */
function folderLikeOthers(uses: readonly ImageUse[], post: PostPath): string | null {
  const folders = uses.map((use) => ownFolderIn(use, post))
  const [likeliest] = mostUsed(folders.filter((folder) => folder !== null))
  const count = folders.filter((folder) => folder === likeliest).length
  return likeliest !== undefined && count * 2 > uses.length ? likeliest : null
}

function ownFolderIn({ post, image, style }: ImageUse, other: PostPath): string | null {
  const folder = folderOf(image)
  if (style.kind === 'own-folder')
    return within(ownFolderOf(other), folder.slice(ownFolderOf(post).length + 1))
  if (style.kind === 'beside' && isBundle(post)) {
    return isBundle(other) ? within(folderOf(other), folder.slice(folderOf(post).length + 1)) : null
  }
  const name = nameOf(folder)
  const parent = folderOf(folder)
  if (name === stemOf(post)) return within(parent, stemOf(other))
  return name !== '' && name === withoutDay(stemOf(post)) ? within(parent, withoutDay(stemOf(other))) : null
}

function usualFolder(generator: GeneratorId | null, post: PostPath): string {
  const usual = generator === null ? undefined : usualFolders[generator]
  return usual ?? within(folderOf(folderOf(post)), 'images')
}

function stemOf(post: string): string {
  return isBundle(post) ? nameOf(folderOf(post)) : nameOf(ownFolderOf(post))
}

function withoutDay(stem: string): string {
  return stem.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function within(folder: string, path: string): string {
  return [folder, path].filter((part) => part !== '').join('/')
}
