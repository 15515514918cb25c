import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlogId } from '#shared/contract/blog'
import type { Failure } from '#shared/contract/failure'
import type { Access } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { ChangeReceipt } from '#shared/post/change-receipt'
import type { App } from './app'

/** How a post's text stands to the disk. `failed` keeps the reason until the next try. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What became of the file since it was read: the same, changed by someone else, or gone. */
export type DiskStatus = 'same' | 'changed' | 'gone'

/** A post that is open, shown or not. Its text belongs to the editor. */
export type OpenPost = {
  readonly path: PostPath
  /** The version of the file that a write must name. */
  readonly baseVersion: string
  readonly access: Access
  readonly save: SaveStatus
  /** When it was last saved here, null when it was not. */
  readonly savedAt: string | null
  /** What the last save here changed, null when there was none. */
  readonly receipt: ChangeReceipt | null
  readonly disk: DiskStatus
}

/** The post shown now. */
export type CurrentPost =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly path: PostPath }
  | { readonly kind: 'failed'; readonly path: PostPath; readonly failure: Failure }
  | { readonly kind: 'open'; readonly path: PostPath }

/** The posts open in this window. */
export type SessionState = {
  readonly current: CurrentPost
  readonly posts: ReadonlyMap<PostPath, OpenPost>
}

/** Begins with no post open. */
export function createSessionStore(): StoreApi<SessionState> {
  return createStore<SessionState>(() => ({ current: { kind: 'none' }, posts: new Map() }))
}

/** The post shown now, if it is one that is open. */
export function currentPost({ current, posts }: SessionState): OpenPost | null {
  return current.kind === 'open' ? (posts.get(current.path) ?? null) : null
}

/** The id of the open blog; throws where there can be none, which is a fault of ours. */
export function openBlogId(app: App): BlogId {
  const state = app.blog.getState()
  if (state.kind !== 'open') throw new Error('no blog is open')
  return state.blog.id
}

/** Whether the window still shows this blog: to be asked after every wait, since an answer may come late. */
export function isStillOpen(app: App, blog: BlogId): boolean {
  const state = app.blog.getState()
  return state.kind === 'open' && state.blog.id === blog
}

/** Changes what is known of an open post. A post that was closed meanwhile is left alone. */
export function changePost(app: App, path: PostPath, change: Partial<OpenPost>): void {
  app.session.setState(({ posts }) => {
    const post = posts.get(path)
    return post === undefined ? {} : { posts: new Map(posts).set(path, { ...post, ...change }) }
  })
}

/** Closes every post of the window; what is unsaved must have been kept before. */
export async function closeSession(app: App): Promise<void> {
  const { posts } = app.session.getState()
  app.session.setState({ current: { kind: 'none' }, posts: new Map() })
  if (posts.size === 0) return
  const editor = await app.loadEditor()
  for (const path of posts.keys()) editor.close(path)
}
