import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Blog, RecentBlog } from '#shared/contract/blog'
import type { App } from './app'
import { compareWithDisk } from './follow-disk'
import { refreshGit } from './git'
import { notify, notifyFailure } from './notices'
import { openPost } from './open-post'
import { flushDrafts } from './pending-drafts'
import { refreshPosts, resetPosts } from './posts'
import { keepAll } from './recovery'
import { closeSession, isStillOpen } from './session'

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

/** Opens a folder as the window's blog; the folder that is open already is only looked at again. */
export async function openBlog(app: App, folder: string): Promise<void> {
  const state = app.blog.getState()
  if (state.kind === 'open' && state.blog.folder === folder) await lookAgain(app, state.blog)
  else await openWith(app, folder, () => app.client.call('blogs.open', { folder }))
}

/** Opens the sample blog. */
export async function openSampleBlog(app: App): Promise<void> {
  await openWith(app, null, () => app.client.call('blogs.openSample', {}))
}

/** Makes the open blog's snapshots true again, after a time without events. Text, undo and caret stay. */
export async function lookAgain(app: App, blog: Blog): Promise<void> {
  await keepAll(app)
  await Promise.all([
    refreshPosts(app, blog.id),
    refreshGit(app, blog.id),
    ...[...app.session.getState().posts.keys()].map((path) => compareWithDisk(app, path)),
  ])
}

async function openWith(app: App, folder: string | null, open: () => Promise<Blog>): Promise<void> {
  const before = app.blog.getState()
  if (before.kind === 'opening' || !(await leavePosts(app))) return
  app.blog.setState({ kind: 'opening', folder }, true)
  try {
    await showBlog(app, await open())
  } catch (error) {
    app.blog.setState(before, true)
    notifyFailure(app.notices, error)
    return
  }
  if (before.kind === 'open') forgetBlog(app, before.blog)
}

/** Keeps all unsaved text, for the window is about to show something else. False, and said, when it could not be kept. */
async function leavePosts(app: App): Promise<boolean> {
  flushDrafts()
  if (await keepAll(app)) return true
  notify(app.notices, {
    kind: 'failed',
    message:
      'There is text here that could be neither saved nor kept. Save it or copy it before you leave it.',
  })
  return false
}

function forgetBlog(app: App, blog: Blog): void {
  app.client.call('blogs.close', { blog: blog.id }).catch((error) => notifyFailure(app.notices, error))
}

/** Shows a blog that the services have open, from an empty list on. */
async function showBlog(app: App, blog: Blog): Promise<void> {
  await closeSession(app)
  resetPosts(app)
  app.git.setState({ status: null })
  app.publish.setState({ kind: 'closed' }, true)
  app.site.setState({ kind: 'closed' }, true)
  app.blog.setState({ kind: 'open', blog }, true)
  loadBlog(app, blog).catch((error) => notifyFailure(app.notices, error))
}

async function loadBlog(app: App, blog: Blog): Promise<void> {
  await refreshPosts(app, blog.id)
  if (!isStillOpen(app, blog.id)) return
  void refreshGit(app, blog.id)
  const { list } = app.posts.getState()
  const last = app.preferences.getState().lastPost[blog.folder]
  const post = list.kind === 'listed' ? list.posts.find(({ path }) => path === last) : undefined
  if (post !== undefined && app.session.getState().current.kind === 'none') await openPost(app, post.path)
  await app.loadEditor()
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
  if (state.kind !== 'open' || !(await leavePosts(app))) return
  app.blog.setState({ kind: 'none', recent: null }, true)
  await closeSession(app)
  forgetBlog(app, state.blog)
  await refreshRecent(app)
}
