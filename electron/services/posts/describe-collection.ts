import { FailureError } from '#shared/contract/failure'
import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { inferFields } from '#shared/front-matter/infer'
import { readFrontMatter } from '#shared/front-matter/read'
import type { GeneratorId } from '#shared/site/detect-generator'
import { collectionFolderOf } from '#shared/site/post-folders'
import { mapBounded } from '../files/map-bounded'
import { resolveInBlog } from '../files/resolve-in-blog'
import type { PostIndex } from './post-index'
import { readHead } from './read-head'

// The newest posts tell what is in use; reading all of ten thousand would take seconds and change nothing.
const maxPosts = 500
const readsAtOnce = 16

/** The form's fields for the folder that `path` lies in, learnt from its Markdown posts, the newest 500 of them. */
export async function describeCollection(
  root: string,
  path: PostPath,
  index: PostIndex,
): Promise<PostCollection> {
  const folder = collectionFolderOf(path)
  const { list, locateOptions } = await index.scan()
  const posts = list.posts.filter(
    (post) => post.markup === 'markdown' && collectionFolderOf(post.path) === folder,
  )
  const frontMatters = await mapBounded(posts.slice(0, maxPosts), readsAtOnce, async (post) => {
    const text = await readHeadText(root, post.path, locateOptions.generator)
    return text === null ? null : readFrontMatter(text, locateOptions)
  })
  const readable = frontMatters.filter((frontMatter): frontMatter is FrontMatter => frontMatter !== null)
  return {
    folder,
    label: folder,
    postCount: posts.length,
    fields: inferFields(readable),
    dialect: 'yaml',
    problems: [],
  }
}

async function readHeadText(
  root: string,
  path: PostPath,
  generator: GeneratorId | null,
): Promise<string | null> {
  try {
    return (await readHead(await resolveInBlog(root, path), path, generator)).text
  } catch (error) {
    // A post that went or cannot be read any more teaches nothing; the list names it.
    if (error instanceof FailureError) return null
    throw error
  }
}
