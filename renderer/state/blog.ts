import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Blog, RecentBlog } from '#shared/contract/blog'
import type { App } from './app'
import { refreshGit } from './git'
import { notifyFailure } from './notices'
import { refreshPosts, resetPosts } from './posts'
import { saveAll } from './save-post'
import { closeSession, openPost } from './session'

/** The blog of this window, or the start page. */
export type BlogState =
  | { readonly kind: 'none'; readonly recent: readonly RecentBlog[] | null }
  | { readonly kind: 'opening'; readonly folder: string | null }
  | { readonly kind: 'open'; readonly blog: Blog }

/** Begins at the start page. */
export function createBlogStore(): StoreApi<BlogState> {
  return createStore<BlogState>(() => ({ kind: 'none', recent: null }))
}

/** Reads which blogs were opened before. */
export async function refreshRecent(app: App): Promise<void> {
  const recent = await app.client.call('blogs.listRecent', {})
  if (app.blog.getState().kind === 'none') app.blog.setState({ kind: 'none', recent }, true)
}

/** Opens a folder as the window's blog. Unsaved text of the blog before is saved, or kept for recovery, first. */
export function openBlog(app: App, folder: string): Promise<void> {
  return openWith(app, folder, () => app.client.call('blogs.open', { folder }))
}

/** Opens the sample blog. */
export function openSampleBlog(app: App): Promise<void> {
  return openWith(app, null, () => app.client.call('blogs.openSample', {}))
}

async function openWith(app: App, folder: string | null, open: () => Promise<Blog>): Promise<void> {
  const before = app.blog.getState()
  if (before.kind === 'opening') return
  await saveAll(app)
  app.blog.setState({ kind: 'opening', folder }, true)
  try {
    showBlog(app, await open())
  } catch (error) {
    app.blog.setState(before, true)
    notifyFailure(app.notices, error)
    return
  }
  if (before.kind === 'open') {
    app.client
      .call('blogs.close', { blog: before.blog.id })
      .catch((error) => notifyFailure(app.notices, error))
  }
}

/** Shows a blog that the services have open, from an empty list on. */
function showBlog(app: App, blog: Blog): void {
  closeSession(app)
  resetPosts(app)
  app.git.setState({ status: null })
  app.publish.setState({ kind: 'closed' }, true)
  app.blog.setState({ kind: 'open', blog }, true)
  void loadBlog(app, blog)
}

async function loadBlog(app: App, blog: Blog): Promise<void> {
  await refreshPosts(app, blog.id)
  void refreshGit(app, blog.id)
  void app.loadEditor().catch((error) => notifyFailure(app.notices, error))
  const { list } = app.posts.getState()
  const last = app.preferences.getState().lastPost[blog.folder]
  const post = list.kind === 'listed' ? list.posts.find(({ path }) => path === last) : undefined
  if (post !== undefined && app.session.getState().current.kind === 'none') await openPost(app, post.path)
}

/** Makes the blog's plain folder a git repository. */
export async function initialiseGit(app: App): Promise<void> {
  const state = app.blog.getState()
  if (state.kind !== 'open') return
  try {
    const blog = await app.client.call('blogs.initialiseGit', { blog: state.blog.id })
    app.blog.setState({ kind: 'open', blog }, true)
    await refreshGit(app, blog.id)
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Back to the start page. */
export async function closeBlog(app: App): Promise<void> {
  const state = app.blog.getState()
  if (state.kind !== 'open') return
  await saveAll(app)
  closeSession(app)
  app.blog.setState({ kind: 'none', recent: null }, true)
  app.client.call('blogs.close', { blog: state.blog.id }).catch((error) => notifyFailure(app.notices, error))
  await refreshRecent(app)
}
