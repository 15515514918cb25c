import { join } from 'node:path'
import { FailureError, fail } from '#shared/contract/failure'
import type { MediaFile } from '#shared/contract/media'
import { PostPath } from '#shared/contract/post-path'
import type { OpenBlog } from '../blogs/blog-registry'
import { makeFolderInBlog } from '../files/make-folder-in-blog'
import { readRegularFile } from '../files/read-regular-file'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'
import { writeNewFile } from '../files/write-new-file'
import { readSiteChoicesOf } from '../site/site-choices'
import { chooseFolder } from './choose-folder'
import { imageEndingsOf } from './image-kinds'
import { imageName, numberedName } from './image-name'
import { referenceTo } from './reference-style'
import { surveyImages } from './survey-images'

/** The largest image that is taken into a blog. */
export const maxImageBytes = 20 * 1024 * 1024

const maxTurns = 1000

/**
 * Puts an image into the folder where `post` would have it and says how the post refers to it. A file of that name with the same bytes
 * is used as it is; one with others stays, and the image gets a number. `refused` for bytes that are no image, `too-large`.
 */
export async function addMedia(
  blog: OpenBlog,
  post: PostPath,
  given: { readonly name: string; readonly bytes: Uint8Array },
): Promise<MediaFile> {
  const { bytes } = given
  if (bytes.length > maxImageBytes) {
    const limit = maxImageBytes / 1024 / 1024
    fail(
      'too-large',
      `${given.name} is larger than ${limit} MB, too large for a page. Make it smaller first.`,
    )
  }
  const endings = imageEndingsOf(bytes)
  if (endings === null) {
    fail('refused', `${given.name} is no PNG, JPEG, GIF, WebP, AVIF or SVG image. Nothing was added.`)
  }
  const survey = await surveyImages(blog, post)
  // what the writer chose for the site goes before what posts do
  const chosen = (await readSiteChoicesOf(blog.root))?.choices.imageFolder
  const folder = chosen ?? chooseFolder(survey, post)
  const path = await put(blog.root, folder, imageName(given.name, endings), bytes)
  const isThere = (candidate: PostPath) => candidate === path || survey.isThere(candidate)
  const reference = referenceTo(post, path, survey.habit.styles, isThere)
  if (reference === null)
    fail('refused', `${path} was added, but a post cannot refer to a file of that name.`)
  return { path, reference, sizeBytes: bytes.length }
}

/** Writes the image under the first name that is free or that holds the same bytes already. */
async function put(root: string, folder: string, name: string, bytes: Uint8Array): Promise<PostPath> {
  const realFolder = await makeFolderInBlog(root, folder)
  for (let turn = 1; turn <= maxTurns; turn++) {
    const fileName = numberedName(name, turn)
    const path = PostPath.parse(folder === '' ? fileName : `${folder}/${fileName}`)
    const isNew = await explained(path, () => writeNewFile(join(realFolder, fileName), bytes))
    if (isNew || (await holds(root, path, bytes))) return path
  }
  return fail('refused', `${folder} has too many images named like ${name}. Give this one another name.`)
}

async function holds(root: string, path: PostPath, bytes: Uint8Array): Promise<boolean> {
  try {
    const there = await readRegularFile(await resolveInBlog(root, path), path, bytes.length)
    return there.equals(bytes)
  } catch (error) {
    // A larger file, a folder, a link that leads nowhere or out: the name is taken by something else.
    if (error instanceof FailureError) return false
    throw error
  }
}
