import type { MediaFile } from '#shared/contract/media'
import type { PostPath } from '#shared/contract/post-path'
import { foldersAbove } from '../assets/reference-paths'
import type { OpenBlog } from '../blogs/blog-registry'
import { mapBounded } from '../files/map-bounded'
import { sharedFolders } from './image-habit'
import { folderOf, referenceTo } from './reference-style'
import { type ImageSurvey, isForeign, ownFoldersOf, surveyImages } from './survey-images'
import { examineImage, type WalkedImage } from './walk-images'

type MediaList = { readonly images: MediaFile[]; readonly isCut: boolean }

const maxListed = 2000
const statsAtOnce = 32

/**
 * The images that `post` can use, at most 2,000: first those in the post's own folder, then those in the folders that the
 * collection's posts take theirs from, then the others, those of other posts' own folders last; the newest first in each.
 */
export async function listMedia(blog: OpenBlog, post: PostPath, limit = maxListed): Promise<MediaList> {
  const survey = await surveyImages(blog, post)
  const images: MediaFile[] = []
  for (const group of groupsOf(survey, post)) {
    for (const { image, sizeBytes } of await newestFirst(blog.root, group)) {
      const reference = referenceTo(post, image.path, survey.habit.styles, survey.isThere)
      if (reference === null) continue
      if (images.length === limit) return { images, isCut: true }
      images.push({ path: image.path, reference, sizeBytes })
    }
  }
  return { images, isCut: false }
}

function groupsOf(survey: ImageSurvey, post: PostPath): readonly (readonly WalkedImage[])[] {
  const own = ownFoldersOf(post)
  const shared = sharedFolders(survey.habit)
  const rankOf = ({ path }: WalkedImage): number => {
    if (foldersAbove(path).some((folder) => own.includes(folder))) return 0
    const place = shared.indexOf(folderOf(path))
    if (place >= 0) return 1 + place
    return shared.length + (isForeign(survey, post, path) ? 2 : 1)
  }
  const groups = new Map<number, WalkedImage[]>()
  for (const image of survey.images) {
    const rank = rankOf(image)
    const group = groups.get(rank)
    if (group === undefined) groups.set(rank, [image])
    else group.push(image)
  }
  return [...groups].toSorted(([one], [other]) => one - other).map(([, group]) => group)
}

async function newestFirst(root: string, images: readonly WalkedImage[]) {
  const examined = await mapBounded(images, statsAtOnce, async (image) => {
    const facts = await examineImage(root, image)
    return facts === null ? [] : [{ image, ...facts }]
  })
  return examined
    .flat()
    .toSorted(
      (one, other) => other.changedAtMs - one.changedAtMs || (one.image.path < other.image.path ? -1 : 1),
    )
}
