import type { BlogId } from '#shared/contract/blog'
import { PostPath } from '#shared/contract/post-path'
import { toPostPath } from '../files/resolve-in-blog'
import { watchFolder } from '../files/watch-folder'
import { watchRepository } from '../git/watch-repository'
import type { Ports } from '../ports'

/** A running watch. */
export type BlogWatcher = {
  /** Settles when changes from now on are noticed; a blog is usable before. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

// More than this and reading the list again is cheaper than naming them.
const maxNamedPaths = 200

/**
 * Watches a blog's files and its repository: `posts.changed` and `git.changed`, each gathered for a moment. A watch that the system
 * refuses is logged; the blog then works without news of other programs' changes.
 */
export function watchBlog(blog: BlogId, root: string, ports: Pick<Ports, 'emit' | 'log'>): BlogWatcher {
  const onError = (error: unknown) =>
    ports.log({ level: 'warn', message: 'Changes made by other programs may go unnoticed', error })
  const files = watchFolder(root, {
    onError,
    onChange: (changed) => {
      const paths = changed
        .map(toPostPath)
        .filter((path): path is PostPath => PostPath.safeParse(path).success)
      if (paths.length > 0) {
        ports.emit('posts.changed', { blog, paths: paths.length > maxNamedPaths ? [] : paths })
      }
    },
  })
  const repository = watchRepository(root, { onError, onChange: () => ports.emit('git.changed', { blog }) })
  return {
    ready: Promise.all([files.ready, repository.ready]).then(() => undefined),
    async close() {
      await Promise.all([files.close(), repository.close()])
    },
  }
}
