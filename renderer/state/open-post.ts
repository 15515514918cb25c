import type { BlogId } from '#shared/contract/blog'
import { type Failure, FailureError } from '#shared/contract/failure'
import type { PostFile, RecoveredText } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import { absentVersion } from '#shared/post/absent-version'
import type { App } from './app'
import type { EditorPort } from './editor-port'
import { notify, notifyFailure } from './notices'
import { flushDrafts } from './pending-drafts'
import { changePreferences } from './preferences'
import { adoptKept, keepNow } from './recovery'
import { isStillOpen, type OpenPost } from './session'

/**
 * Shows a post: as it was left when it is open already, from disk otherwise. Unsaved text that an earlier session kept comes back, also
 * when its file is gone.
 */
export async function openPost(app: App, path: PostPath): Promise<void> {
  const blogState = app.blog.getState()
  if (blogState.kind !== 'open') return
  const { blog } = blogState
  flushDrafts() // what a field of the post shown now holds back belongs to that post
  if (isLoading(app, blog.id, path)) return
  if (app.session.getState().posts.has(path)) {
    const editor = await app.loadEditor()
    if (!isStillOpen(app, blog.id)) return
    editor.show(path)
    app.session.setState({ current: { kind: 'open', path } })
    return
  }
  app.session.setState({ current: { kind: 'loading', path } })
  try {
    const [found, editor] = await Promise.all([readPost(app, blog.id, path), app.loadEditor()])
    if (!isLoading(app, blog.id, path)) return
    editor.open({
      path,
      text: found.file.text,
      lineEnding: found.file.lineEnding,
      readOnly: found.file.access.kind === 'read-only',
      locate: blog.evidence.locate,
    })
    takeIn(app, editor, found)
    changePreferences(app, { lastPost: { [blog.folder]: path } })
  } catch (error) {
    if (!(error instanceof FailureError)) notifyFailure(app.notices, error)
    const failure: Failure =
      error instanceof FailureError
        ? error.toFailure()
        : { code: 'internal', message: 'The editor could not be opened. The file is untouched.' }
    if (isLoading(app, blog.id, path)) app.session.setState({ current: { kind: 'failed', path, failure } })
  }
}

type Found = { readonly file: PostFile; readonly recovered: RecoveredText | null }

async function readPost(app: App, blog: BlogId, path: PostPath): Promise<Found> {
  const [file, kept] = await Promise.allSettled([
    app.client.call('posts.read', { blog, path }),
    app.client.call('recovery.read', { blog, path }),
  ])
  if (kept.status === 'rejected') notifyFailure(app.notices, kept.reason)
  const recovered = kept.status === 'fulfilled' ? kept.value.recovered : null
  if (file.status === 'fulfilled') return { file: file.value, recovered }
  const isGone = file.reason instanceof FailureError && file.reason.code === 'not-found'
  if (!isGone || recovered === null) throw file.reason
  return { file: emptyFile(path), recovered: { ...recovered, baseVersion: absentVersion } }
}

function emptyFile(path: PostPath): PostFile {
  return { path, text: '', version: absentVersion, lineEnding: 'lf', access: { kind: 'editable' } }
}

function isLoading(app: App, blog: BlogId, path: PostPath): boolean {
  const { current } = app.session.getState()
  return isStillOpen(app, blog) && current.kind === 'loading' && current.path === path
}

function takeIn(app: App, editor: EditorPort, { file, recovered }: Found): void {
  const { path } = file
  const comesBack = recovered !== null && recovered.text !== file.text && file.access.kind === 'editable'
  const base = comesBack ? recovered.baseVersion : file.version
  const post: OpenPost = {
    path,
    baseVersion: base,
    access: file.access,
    save: { kind: 'saved' },
    savedAt: null,
    receipt: null,
    disk: file.version === absentVersion ? 'gone' : base === file.version ? 'same' : 'changed',
  }
  app.session.setState(({ posts }) => ({
    current: { kind: 'open', path },
    posts: new Map(posts).set(path, post),
  }))
  if (recovered === null) return
  if (recovered.text === file.text) {
    adoptKept(app, path)
    void keepNow(app, path) // the disk has it: nothing is left to keep
    return
  }
  const time = new Date(recovered.keptAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  if (!comesBack) {
    notify(app.notices, {
      kind: 'failed',
      message: `There is unsaved text of ${time} for ${path}, which cannot be edited now. It is kept until it can.`,
    })
    return
  }
  adoptKept(app, path)
  editor.replaceText(path, recovered.text)
  notify(app.notices, {
    kind: 'done',
    stays: true,
    message: `Your unsaved text of ${time} is back. Save keeps it; undo brings back what is on disk.`,
  })
}
