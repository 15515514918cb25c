import { FailureError } from '#shared/contract/failure'
import type { PostSummary } from '#shared/contract/post'
import { observePost } from '#shared/front-matter/infer/observe-post'
import type { ObservedPost } from '#shared/front-matter/infer/observed'
import { mapBounded } from '../files/map-bounded'
import type { Scan } from './post-index'
import { readHead } from './read-head'
import type { WalkedFile } from './walk-blog'

/** What posts teach about their collection. Only files that changed since they were last asked for are read again. */
export type ObservedPosts = {
  /** In the order of `posts`, which `scan` lists. Those without readable front matter teach nothing and are left out. */
  of(scan: Scan, posts: readonly PostSummary[]): Promise<readonly ObservedPost[]>
}

type Observation = { readonly stamp: string; readonly post: ObservedPost | null }

const readsAtOnce = 16

/** Keeps what it has read in memory, by path, time, size and inode, without the posts' texts. */
export function createObservedPosts(): ObservedPosts {
  const known = new Map<string, Observation>()
  let knownAs = ''

  const observe = async (file: WalkedFile, scan: Scan): Promise<ObservedPost | null> => {
    const cached = known.get(file.path)
    if (cached?.stamp === file.stamp) return cached.post
    const post = await observeFile(file, scan)
    known.set(file.path, { stamp: file.stamp, post })
    return post
  }

  return {
    async of(scan, posts) {
      // where the blog's posts begin decides what is in them
      const readAs = JSON.stringify(scan.locateOptions)
      if (readAs !== knownAs) known.clear()
      knownAs = readAs
      for (const path of known.keys()) if (!scan.files.has(path)) known.delete(path)
      const observed = await mapBounded(posts, readsAtOnce, async ({ path, published }) => {
        const file = scan.files.get(path)
        const post = file === undefined ? null : await observe(file, scan)
        return post === null ? null : { ...post, isPublished: published !== false }
      })
      return observed.filter((post) => post !== null)
    },
  }
}

async function observeFile(file: WalkedFile, { locateOptions }: Scan): Promise<ObservedPost | null> {
  try {
    const { text } = await readHead(file.real, file.path, locateOptions.generator)
    // copied: short as it is, each value would keep the whole text that it is cut from in memory
    return structuredClone(observePost(text, locateOptions, true))
  } catch (error) {
    // A post that went or cannot be read any more teaches nothing; the list names it.
    if (error instanceof FailureError) return null
    throw error
  }
}
