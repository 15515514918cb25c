import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import { inferCollection } from '#shared/front-matter/infer/infer-collection'
import { labelOf } from '#shared/front-matter/label'
import { findCollections } from '#shared/site/collections'
import { applyConfiguration } from '#shared/site/forms/apply-configuration'
import { createKeyedLock } from '../files/keyed-lock'
import { createFormConfigurations, type FormConfigurations } from '../site/form-configurations'
import { createDataFiles, type DataFiles } from './data-files'
import { createObservedPosts, type ObservedPosts } from './observed-posts'
import type { PostIndex } from './post-index'

// The newest; as many as the largest blogs have, and what a description of a second or two can take in.
const maxPosts = 20_000

/** A blog as its collections are described. `root` is its real path. */
export type DescribedBlog = { readonly root: string; readonly index: PostIndex }

/** Describes the collection that a post at `path` belongs to, or would. The post itself need not be there. */
export type CollectionDescriber = (blog: DescribedBlog, path: PostPath) => Promise<PostCollection>

/** What one blog has told so far. */
type Memory = {
  readonly posts: ObservedPosts
  readonly dataFiles: DataFiles
  readonly forms: FormConfigurations
}

/**
 * Learns the form of a collection from all its Markdown posts and from the blog's data files; what the blog's configuration says of it
 * overrides what was learnt. What was read stays in memory as long as the blog's index, so that a description after a save reads only
 * what changed.
 */
export function createCollectionDescriber(): CollectionDescriber {
  const memories = new WeakMap<PostIndex, Memory>()
  const serialise = createKeyedLock()

  const memoryOf = (index: PostIndex): Memory => {
    const memory = memories.get(index) ?? {
      posts: createObservedPosts(),
      dataFiles: createDataFiles(),
      forms: createFormConfigurations(),
    }
    memories.set(index, memory)
    return memory
  }

  const describeOne = async ({ root, index }: DescribedBlog, path: PostPath): Promise<PostCollection> => {
    const memory = memoryOf(index)
    const scan = await index.scan()
    const markdown = scan.list.posts.filter(({ markup }) => markup === 'markdown')
    const collectionOf = findCollections(markdown.map((post) => post.path))
    const folder = collectionOf(path)
    const posts = markdown.filter((post) => collectionOf(post.path) === folder)
    const observed = await memory.posts.of(scan, posts.slice(0, maxPosts))
    const names = await memory.dataFiles.near(root, folder)
    const learnt: PostCollection = {
      folder,
      label: labelOf(folder.slice(folder.lastIndexOf('/') + 1)) || 'Posts',
      postCount: posts.length,
      ...inferCollection(observed, names),
      problems: [],
    }
    const configurations = await memory.forms.of(root)
    return configurations.reduce(applyConfiguration, learnt)
  }
  return (blog, path) => serialise(blog.root, () => describeOne(blog, path))
}
