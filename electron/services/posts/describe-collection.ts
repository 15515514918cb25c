import { setImmediate } from 'node:timers/promises'
import type { PostCollection } from '#shared/contract/field'
import type { PostPath } from '#shared/contract/post-path'
import type { DataNames } from '#shared/front-matter/infer/data-names'
import { inferCollection, type LearntCollection } from '#shared/front-matter/infer/infer-collection'
import type { InSteps } from '#shared/front-matter/infer/infer-fields'
import { labelOf } from '#shared/front-matter/label'
import { findCollections } from '#shared/site/collections'
import { applyConfiguration } from '#shared/site/forms/apply-configuration'
import type { FormConfiguration } from '#shared/site/forms/configuration'
import { wantedKinds } from '#shared/site/forms/wanted-kinds'
import { createKeyedLock } from '../files/keyed-lock'
import { createFormConfigurations, type FormConfigurations } from '../site/form-configurations'
import { createDataFiles, type DataFiles } from './data-files'
import { createObservedPosts, type ObservedPosts } from './observed-posts'
import type { PostIndex, Scan } from './post-index'

// The newest; more than nearly all blogs have, and what can be read in a matter of seconds.
const maxPosts = 20_000

/** A blog as its collections are described. `root` is its real path. */
export type DescribedBlog = { readonly root: string; readonly index: PostIndex }

/** Describes the collection that a post at `path` belongs to, or would. The post itself need not be there. */
export type CollectionDescriber = (blog: DescribedBlog, path: PostPath) => Promise<PostCollection>

/** What one blog has told so far. */
type Memory = {
  readonly posts: ObservedPosts
  readonly dataFiles: DataFiles
  readonly configurations: FormConfigurations
  last: Learnt | null
}

/** What was learnt, and from what. */
type Learnt = LearntCollection & {
  readonly folder: string
  readonly postCount: number
  readonly revision: number
  readonly names: readonly DataNames[]
  readonly configurations: readonly FormConfiguration[]
}

/**
 * Learns the form of a collection from all its Markdown posts and from the blog's data files, and heeds what the blog's own configuration
 * says about it. What was read stays in memory as long as the blog's index, so that a description after a save reads only what changed.
 */
export function createCollectionDescriber(): CollectionDescriber {
  const memories = new WeakMap<PostIndex, Memory>()
  const serialise = createKeyedLock()

  const memoryOf = (index: PostIndex): Memory => {
    const memory = memories.get(index) ?? {
      posts: createObservedPosts(),
      dataFiles: createDataFiles(),
      configurations: createFormConfigurations(),
      last: null,
    }
    memories.set(index, memory)
    return memory
  }

  return ({ root, index }, path) =>
    serialise(root, async () => {
      const memory = memoryOf(index)
      const configurations = await memory.configurations.of(root)
      const scan = await index.scan()
      const { folder, postCount, fields, dialect } = await learn(root, path, scan, configurations, memory)
      const label = labelOf(folder.slice(folder.lastIndexOf('/') + 1)) || 'Posts'
      const learnt: PostCollection = { folder, label, postCount, fields, dialect, problems: [] }
      return configurations.reduce(applyConfiguration, learnt)
    })
}

async function learn(
  root: string,
  path: PostPath,
  scan: Scan,
  configurations: readonly FormConfiguration[],
  memory: Memory,
): Promise<Learnt> {
  const markdown = scan.list.posts.filter(({ markup }) => markup === 'markdown')
  const collectionOf = findCollections(markdown.map((post) => post.path))
  const folder = collectionOf(path)
  const posts = markdown.filter((post) => collectionOf(post.path) === folder)
  const observed = await memory.posts.of(scan, posts.slice(0, maxPosts))
  const names = await memory.dataFiles.near(root, folder)
  const from = { folder, postCount: posts.length, revision: memory.posts.revision(), names, configurations }
  if (memory.last === null || !isLearntFrom(memory.last, from))
    memory.last = {
      ...from,
      ...(await inPieces(inferCollection(observed, names, wantedKinds(configurations, folder)))),
    }
  return memory.last
}

function isLearntFrom(learnt: Learnt, from: Omit<Learnt, keyof LearntCollection>): boolean {
  return (
    learnt.folder === from.folder &&
    learnt.postCount === from.postCount &&
    learnt.revision === from.revision &&
    learnt.names === from.names &&
    learnt.configurations === from.configurations
  )
}

/** Lets the process do other things between two steps. */
async function inPieces<Result>(steps: InSteps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}
