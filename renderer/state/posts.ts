import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { PostList, PostSummary } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { notifyFailure } from './notices'
import { isStillOpen } from './session'

/** Which posts the list shows. */
export type PostFilter = 'all' | 'drafts' | 'changed'

/** The post list: a snapshot that events refresh, and how the writer looks at it. */
export type PostsState = {
  readonly list: { readonly kind: 'loading' } | ({ readonly kind: 'listed' } & PostList)
  readonly query: string
  readonly filter: PostFilter
}

const start: PostsState = { list: { kind: 'loading' }, query: '', filter: 'all' }

/** The post list of one window. */
export function createPostsStore(): StoreApi<PostsState> {
  return createStore(() => start)
}

/** Forgets the list, for another blog's. */
export function resetPosts(app: App): void {
  app.posts.setState(start, true)
}

let lastRequest = 0

/** Reads the list (again). The old one stays shown meanwhile; of several answers under way only the last one asked for counts. */
export async function refreshPosts(app: App, blog: BlogId): Promise<void> {
  lastRequest += 1
  const request = lastRequest
  try {
    const list = await app.client.call('posts.list', { blog })
    if (request !== lastRequest || !isStillOpen(app, blog)) return
    app.posts.setState({ list: { kind: 'listed', ...list } })
  } catch (error) {
    if (!isStillOpen(app, blog)) return
    if (error instanceof FailureError && app.posts.getState().list.kind === 'loading') {
      app.posts.setState({ list: { kind: 'listed', posts: [], unreadable: [] } })
    }
    notifyFailure(app.notices, error)
  }
}

/** The posts that a query and a filter leave, in the list's order. Every word of the query must occur in title, author or path. */
export function visiblePosts(
  posts: readonly PostSummary[],
  query: string,
  filter: PostFilter,
  changed: ReadonlySet<PostPath>,
): readonly PostSummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return posts.filter((post) => {
    if (filter === 'drafts' && post.reason !== 'draft') return false
    if (filter === 'changed' && !changed.has(post.path)) return false
    if (words.length === 0) return true
    const haystack = `${post.title}\n${post.author ?? ''}\n${post.path}`.toLocaleLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
