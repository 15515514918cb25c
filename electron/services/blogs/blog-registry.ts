import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { BlogId } from '#shared/contract/blog'
import { fail } from '#shared/contract/failure'
import type { Ports } from '../ports'
import { createPostIndex, type PostIndex } from '../posts/post-index'
import { type BlogWatcher, watchBlog } from './watch-blog'

/** A blog that is open in this process. */
export type OpenBlog = {
  readonly id: BlogId
  /** The folder's real path. */
  readonly root: string
  readonly name: string
  readonly index: PostIndex
}

/** The blogs that are open, by their id. */
export type BlogRegistry = {
  /** Opens the blog at a real path, or gives the one that is open there already. */
  open(root: string): OpenBlog
  /** `not-found` when no open blog has this id. */
  get(id: BlogId): OpenBlog
  /** Looks at the folder's repository anew, after `git init`. */
  watchAgain(id: BlogId): Promise<void>
  /** Undoes one `open`. Watching ends with the last one, so that two windows can show one blog. */
  close(id: BlogId): Promise<void>
  /** Calls `listener`, and waits for it, whenever a blog's last `open` has been undone. */
  onClosed(listener: (id: BlogId) => Promise<void>): void
  dispose(): Promise<void>
}

type Entry = { readonly blog: OpenBlog; watcher: BlogWatcher; openCount: number }

/** A registry that watches each open blog's folder and tells of changes through `ports.emit`. */
export function createBlogRegistry(ports: Pick<Ports, 'emit' | 'log'>): BlogRegistry {
  const entries = new Map<BlogId, Entry>()
  const closedListeners: ((id: BlogId) => Promise<void>)[] = []

  const entryOf = (id: BlogId): Entry => {
    const entry = entries.get(id)
    return entry ?? fail('not-found', 'This blog is not open any more. Open its folder again.')
  }
  const add = (root: string): Entry => {
    const id = BlogId.parse(randomBytes(10).toString('hex'))
    const blog: OpenBlog = { id, root, name: basename(root) || root, index: createPostIndex(root) }
    const entry: Entry = { blog, watcher: watchBlog(id, root, ports), openCount: 0 }
    entries.set(id, entry)
    return entry
  }

  return {
    open(root) {
      const entry = [...entries.values()].find(({ blog }) => blog.root === root) ?? add(root)
      entry.openCount += 1
      return entry.blog
    },
    get: (id) => entryOf(id).blog,
    async watchAgain(id) {
      const entry = entryOf(id)
      const old = entry.watcher
      entry.watcher = watchBlog(id, entry.blog.root, ports)
      await old.close()
    },
    async close(id) {
      const entry = entryOf(id)
      entry.openCount -= 1
      if (entry.openCount > 0) return
      entries.delete(id)
      await Promise.all([entry.watcher.close(), ...closedListeners.map((listener) => listener(id))])
    },
    onClosed: (listener) => void closedListeners.push(listener),
    async dispose() {
      const watchers = [...entries.values()].map(({ watcher }) => watcher)
      entries.clear()
      await Promise.all(watchers.map((watcher) => watcher.close()))
    },
  }
}
