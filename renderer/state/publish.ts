import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GitDiff } from '#shared/contract/git'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { refreshGit } from './git'
import { notify, notifyFailure } from './notices'
import { savePost } from './save-post'
import { isStillOpen, openBlogId } from './session'

/** The publish panel: closed, or open on one post. The message is the writer's until it is committed. */
export type PublishState =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open'
      readonly path: PostPath
      /** null while it is read. */
      readonly diff: GitDiff | null
      /** null until one is proposed. */
      readonly message: string | null
      readonly committing: boolean
    }

/** Begins closed. */
export function createPublishStore(): StoreApi<PublishState> {
  return createStore<PublishState>(() => ({ kind: 'closed' }))
}

/** Opens the panel on the post shown now; its unsaved text is saved first, since a commit takes what is on disk. */
export async function openPublish(app: App): Promise<void> {
  const { current } = app.session.getState()
  if (current.kind !== 'open') return
  const { path } = current
  if (!(await saveIfEditable(app, path))) return
  app.site.setState({ kind: 'closed' }, true) // it lies in the same place
  app.publish.setState({ kind: 'open', path, diff: null, message: null, committing: false }, true)
  await refreshGit(app, openBlogId(app))
}

/** A commit takes what is on disk. Of a post that cannot be edited that is all there is. */
async function saveIfEditable(app: App, path: PostPath): Promise<boolean> {
  if (app.session.getState().posts.get(path)?.access.kind === 'read-only') return true
  return savePost(app, path)
}

/** Keeps the open panel true to git: whenever its state was asked for again, the difference is too. */
export function followGit(app: App): void {
  app.git.subscribe(() => void refreshDiff(app))
}

/** Closes the panel; nothing is committed. */
export function closePublish(app: App): void {
  app.publish.setState({ kind: 'closed' }, true)
}

/** Changes the message. */
export function writeMessage(app: App, message: string): void {
  if (app.publish.getState().kind === 'open') app.publish.setState({ message })
}

/** Reads the difference to the last commit (again), and proposes a message where the writer has none yet. */
async function refreshDiff(app: App): Promise<void> {
  const state = app.publish.getState()
  if (state.kind !== 'open') return
  if (app.git.getState().status?.kind !== 'ready') return
  try {
    const diff = await app.client.call('git.readDiff', { blog: openBlogId(app), path: state.path })
    const now = app.publish.getState()
    if (now.kind !== 'open' || now.path !== state.path) return
    const message = now.message ?? proposeMessage(app, now.path, diff)
    app.publish.setState({ diff, message })
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

function proposeMessage(app: App, path: PostPath, diff: GitDiff): string {
  const { list } = app.posts.getState()
  const title = list.kind === 'listed' ? list.posts.find((post) => post.path === path)?.title : undefined
  return `${diff.before === null ? 'Add' : 'Update'} “${title ?? path}”`
}

/** Commits exactly the panel's post, as the panel shows it: text typed since is saved, and shown before it is committed. */
export async function commitPost(app: App): Promise<void> {
  const state = app.publish.getState()
  if (state.kind !== 'open' || state.committing || state.diff === null) return
  const { path, message } = state
  if (message === null || message.trim() === '') return
  const blog = openBlogId(app)
  app.publish.setState({ committing: true })
  try {
    if (!(await saveIfEditable(app, path))) return
    const diff = await app.client.call('git.readDiff', { blog, path })
    if (!isStillOpen(app, blog)) return
    if (diff.after !== state.diff.after) {
      app.publish.setState({ diff })
      notify(app.notices, {
        kind: 'failed',
        message: 'The text has changed since this difference was made. Look at it again, then commit.',
      })
      return
    }
    const done = await app.client.call('git.commit', { blog, paths: [path], message })
    const where = done.branch === null ? '' : ` on ${done.branch}`
    closePublish(app)
    notify(app.notices, { kind: 'done', message: `Committed${where}: ${done.summary}` })
  } catch (error) {
    notifyFailure(app.notices, error)
  } finally {
    if (app.publish.getState().kind === 'open') app.publish.setState({ committing: false })
    if (isStillOpen(app, blog)) await refreshGit(app, blog)
  }
}

/** Tells git who the commits are by, in this repository. */
export async function setIdentity(app: App, name: string, email: string): Promise<void> {
  const blog = openBlogId(app)
  try {
    await app.client.call('git.setIdentity', { blog, name, email })
    await refreshGit(app, blog)
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Trusts the repository's settings as they are now. */
export async function trustRepository(app: App, fingerprint: string): Promise<void> {
  const blog = openBlogId(app)
  try {
    await app.client.call('git.trust', { blog, fingerprint })
    await refreshGit(app, blog)
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}
