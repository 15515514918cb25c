import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { PostList } from '#shared/contract/post'
import type { App } from './app'
import { notifyFailure } from './notices'
import { isStillOpen } from './session'

/** The post list: a snapshot that events refresh, and the words that it is filtered by. How else it is shown is kept in the preferences. */
export type PostsState = {
  readonly list: { readonly kind: 'loading' } | ({ readonly kind: 'listed' } & PostList)
  readonly query: string
}

const start: PostsState = { list: { kind: 'loading' }, query: '' }

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
