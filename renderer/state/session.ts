import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BlogId } from '#shared/contract/blog'
import { type Failure, FailureError } from '#shared/contract/failure'
import type { Access, PostFile, RecoveredText } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import type { EditorPort } from './editor-port'
import { notify, notifyFailure } from './notices'
import { changePreferences } from './preferences'

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

/** Changes what is known of an open post. A post that was closed meanwhile is left alone. */
export function changePost(app: App, path: PostPath, change: Partial<OpenPost>): void {
  app.session.setState(({ posts }) => {
    const post = posts.get(path)
    return post === undefined ? {} : { posts: new Map(posts).set(path, { ...post, ...change }) }
  })
}

/** Shows a post: as it was left when it is open already, from disk otherwise. Unsaved text kept by an earlier session comes back. */
export async function openPost(app: App, path: PostPath): Promise<void> {
  const blogState = app.blog.getState()
  if (blogState.kind !== 'open') return
  const { blog } = blogState
  if (isStillLoading(app, path)) return
  if (app.session.getState().posts.has(path)) {
    const editor = await app.loadEditor()
    editor.show(path)
    app.session.setState({ current: { kind: 'open', path } })
    return
  }
  app.session.setState({ current: { kind: 'loading', path } })
  try {
    const [file, { recovered }, editor] = await Promise.all([
      app.client.call('posts.read', { blog: blog.id, path }),
      app.client.call('recovery.read', { blog: blog.id, path }),
      app.loadEditor(),
    ])
    if (!isStillLoading(app, path)) return
    editor.open({
      path,
      text: file.text,
      lineEnding: file.lineEnding,
      readOnly: file.access.kind === 'read-only',
      locate: { openerless: blog.evidence.openerlessFrontMatter },
    })
    takeIn(app, editor, file, recovered)
    changePreferences(app, { lastPost: { [blog.folder]: path } })
  } catch (error) {
    if (!(error instanceof FailureError)) notifyFailure(app.notices, error)
    const failure: Failure =
      error instanceof FailureError
        ? error.toFailure()
        : { code: 'internal', message: 'The editor could not be opened. The file is untouched.' }
    if (isStillLoading(app, path)) app.session.setState({ current: { kind: 'failed', path, failure } })
  }
}

function isStillLoading(app: App, path: PostPath): boolean {
  const { current } = app.session.getState()
  return current.kind === 'loading' && current.path === path
}

function takeIn(app: App, editor: EditorPort, file: PostFile, recovered: RecoveredText | null): void {
  const { path } = file
  const comesBack = recovered !== null && recovered.text !== file.text && file.access.kind === 'editable'
  const post: OpenPost = {
    path,
    baseVersion: comesBack ? recovered.baseVersion : file.version,
    access: file.access,
    save: { kind: 'saved' },
    savedAt: null,
    disk: comesBack && recovered.baseVersion !== file.version ? 'changed' : 'same',
  }
  app.session.setState(({ posts }) => ({
    current: { kind: 'open', path },
    posts: new Map(posts).set(path, post),
  }))
  if (!comesBack) return
  editor.replaceText(path, recovered.text)
  const time = new Date(recovered.keptAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  notify(app.notices, {
    kind: 'done',
    message: `Your unsaved text of ${time} is back. Save keeps it; undo brings back what is on disk.`,
  })
}

/** Closes every post of the window, saved or not; `saveAll` comes first. */
export function closeSession(app: App): void {
  const { posts } = app.session.getState()
  if (posts.size > 0) {
    void app.loadEditor().then((editor) => {
      for (const path of posts.keys()) editor.close(path)
    })
  }
  app.session.setState({ current: { kind: 'none' }, posts: new Map() })
}
