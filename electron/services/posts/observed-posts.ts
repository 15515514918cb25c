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
  /** Counts the times that something was read or forgotten: the same number, the same observations. */
  revision(): number
}

type Observation = { readonly stamp: string; readonly post: ObservedPost | null }

const readsAtOnce = 16

/** Keeps what it has read in memory, by path, time, size and inode, without the posts' texts. */
export function createObservedPosts(): ObservedPosts {
  const known = new Map<string, Observation>()
  let knownAs = ''
  let revision = 0

  const forget = (scan: Scan): void => {
    // where the blog's posts begin decides what is in them
    const readAs = JSON.stringify(scan.locateOptions)
    for (const path of known.keys())
      if (readAs !== knownAs || !scan.files.has(path)) {
        known.delete(path)
        revision++
      }
    knownAs = readAs
  }
  const readChanged = async (scan: Scan, posts: readonly PostSummary[]): Promise<void> => {
    const changed = posts.flatMap(({ path }) => {
      const file = scan.files.get(path)
      return file === undefined || known.get(path)?.stamp === file.stamp ? [] : [file]
    })
    await mapBounded(changed, readsAtOnce, async (file) => {
      known.set(file.path, { stamp: file.stamp, post: await observeFile(file, scan) })
      revision++
    })
  }

  return {
    revision: () => revision,
    async of(scan, posts) {
      forget(scan)
      await readChanged(scan, posts)
      return posts.flatMap(({ path, published }) => {
        const post = known.get(path)?.post ?? null
        return post === null ? [] : [{ ...post, isPublished: published !== false }]
      })
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
