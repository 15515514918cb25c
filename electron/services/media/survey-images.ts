import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { LocateOptions } from '#shared/front-matter/front-matter'
import type { GeneratorId } from '#shared/site/detect-generator'
import { collectionFolderOf } from '#shared/site/post-folders'
import { foldersAbove } from '../assets/reference-paths'
import type { OpenBlog } from '../blogs/blog-registry'
import { mapBounded } from '../files/map-bounded'
import { withRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { findReferences } from './find-references'
import { type ImageHabit, learnHabit, type ReferringPost } from './image-habit'
import { folderOf, type IsThere, isBundle, ownFolderOf } from './reference-style'
import { type WalkedImage, walkImages } from './walk-images'

/** The images of a blog and how the posts beside one post use them. */
export type ImageSurvey = {
  readonly images: readonly WalkedImage[]
  readonly isThere: IsThere
  readonly habit: ImageHabit
  /** Folders that belong to one post each, also such as are not there. */
  readonly postFolders: ReadonlySet<string>
  readonly generator: GeneratorId | null
}

// The newest posts show what is usual now.
const maxPosts = 200
const readsAtOnce = 16
const maxReadBytes = 64 * 1024

/** Looks through a blog's folders and the newest posts of the collection that `post` belongs to; the post itself need not be there. */
export async function surveyImages({ root, index }: OpenBlog, post: PostPath): Promise<ImageSurvey> {
  const { list, locateOptions, generator } = await index.scan()
  const images = await walkImages(root, generator)
  const paths: ReadonlySet<string> = new Set(images.map(({ path }) => path))
  const isThere: IsThere = (path) => paths.has(path)
  const folder = collectionFolderOf(post)
  const markdown = list.posts.filter(({ markup }) => markup === 'markdown').map(({ path }) => path)
  const alike = markdown.filter((path) => collectionFolderOf(path) === folder).slice(0, maxPosts)
  const referring = await mapBounded(alike, readsAtOnce, (path) => readReferences(root, path, locateOptions))
  return {
    images,
    isThere,
    habit: learnHabit(
      referring.filter((post) => post !== null),
      isThere,
    ),
    postFolders: new Set([...markdown.filter(isBundle).map(folderOf), ...markdown.map(ownFolderOf)]),
    generator,
  }
}

async function readReferences(
  root: string,
  path: PostPath,
  options: LocateOptions,
): Promise<ReferringPost | null> {
  try {
    const real = await resolveInBlog(root, path)
    const text = await withRegularFile(real, path, async (file) => {
      const bytes = Buffer.alloc(maxReadBytes)
      const { bytesRead } = await file.read(bytes, 0, maxReadBytes, 0)
      return bytes.toString('utf8', 0, bytesRead)
    })
    return { path, ...findReferences(text, options) }
  } catch (error) {
    // A post that went or cannot be read any more teaches nothing; the list names it.
    if (error instanceof FailureError) return null
    throw error
  }
}

/** Whether an image lies in a folder that belongs to another post than `post`. */
export function isForeign({ postFolders }: ImageSurvey, post: PostPath, image: PostPath): boolean {
  const own = ownFoldersOf(post)
  return foldersAbove(image).some((folder) => postFolders.has(folder) && !own.includes(folder))
}

/** The folders that belong to a post, the one that it surely has first. */
export function ownFoldersOf(post: PostPath): readonly string[] {
  return isBundle(post) ? [folderOf(post), ownFolderOf(post)] : [ownFolderOf(post)]
}
