import { type Failure, FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { absentVersion } from '#shared/post/absent-version'
import type { ChangeReceipt } from '#shared/post/change-receipt'
import type { App } from './app'
import type { EditorPort } from './editor-port'
import { notify, notifyFailure } from './notices'
import { flushDrafts } from './pending-drafts'
import { keepNow } from './recovery'
import { changePost, isStillOpen, openBlogId } from './session'

const underWay = new Map<string, Promise<boolean>>()
const nothingChanged: ChangeReceipt = { fields: [], textLines: 0, otherLines: 0 }

/**
 * Saves a post over the version it was read at. True when the disk now holds the text. Saves of one post follow each other: each takes
 * what was typed until it begins.
 */
export function savePost(app: App, path: PostPath): Promise<boolean> {
  flushDrafts()
  const key = `${openBlogId(app)} ${path}`
  const before = underWay.get(key) ?? Promise.resolve(true)
  const saving = before
    .then(() => saveOnce(app, path))
    .catch((error) => {
      notifyFailure(app.notices, error)
      return false
    })
    .finally(() => {
      if (underWay.get(key) === saving) underWay.delete(key)
    })
  underWay.set(key, saving)
  return saving
}

async function saveOnce(app: App, path: PostPath): Promise<boolean> {
  const blog = openBlogId(app)
  const editor = await app.loadEditor()
  const post = app.session.getState().posts.get(path)
  if (post === undefined || !isStillOpen(app, blog)) return false
  if (!editor.isDirty(path) && post.disk === 'same') {
    changePost(app, path, { save: { kind: 'saved' }, receipt: nothingChanged })
    return true
  }
  if (post.access.kind === 'read-only') {
    notify(app.notices, {
      kind: 'failed',
      message: `${post.access.why} Nothing was saved; the text is kept.`,
    })
    await keepNow(app, path)
    return false
  }
  const text = editor.textOf(path)
  const { baseVersion } = post
  const edited = [...editor.editedLines(path)]
  const receipt = editor.describeChange(path)
  changePost(app, path, { save: { kind: 'saving' } })
  try {
    const written = await app.client.call('posts.write', { blog, path, text, baseVersion, edited })
    if (!isStillOpen(app, blog) || !app.session.getState().posts.has(path)) return true
    editor.markSaved(path, text)
    changePost(app, path, {
      baseVersion: written.version,
      savedAt: written.savedAt,
      receipt,
      disk: 'same',
      save: { kind: editor.isDirty(path) ? 'unsaved' : 'saved' },
    })
    if (written.note !== null) notify(app.notices, { kind: 'done', message: written.note })
    await keepNow(app, path)
    return true
  } catch (error) {
    sayWhyNotSaved(app, path, error)
    await keepNow(app, path)
    return false
  }
}

function sayWhyNotSaved(app: App, path: PostPath, error: unknown): void {
  const failure: Failure =
    error instanceof FailureError
      ? error.toFailure()
      : { code: 'internal', message: 'The post could not be saved because of a fault inside Galley.' }
  const disk = failure.code === 'conflict' ? 'changed' : failure.code === 'not-found' ? 'gone' : undefined
  changePost(app, path, { save: { kind: 'failed', failure }, ...(disk === undefined ? {} : { disk }) })
  if (disk !== undefined) return // the banner above the text says it, with the ways out
  notifyFailure(app.notices, error, { label: 'Try again', run: () => void savePost(app, path) })
}

/** Writes the window's text over whatever the disk has now. The disk's text stays one undo away. */
export async function overwriteDisk(app: App, path: PostPath): Promise<void> {
  const blog = openBlogId(app)
  const editor = await app.loadEditor()
  try {
    const file = await app.client.call('posts.read', { blog, path })
    if (!isStillOpen(app, blog) || !app.session.getState().posts.has(path)) return
    passThroughHistory(editor, path, file.text, editor.textOf(path))
    changePost(app, path, { baseVersion: file.version, disk: 'same' })
    await savePost(app, path)
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Makes `passing` a step of the undo history on the way from the present text to `final`. */
function passThroughHistory(editor: EditorPort, path: PostPath, passing: string, final: string): void {
  editor.replaceText(path, passing)
  editor.markSaved(path, passing)
  editor.replaceText(path, final)
}

/** Shows what the disk has now. The window's text stays one undo away. */
export async function takeDisk(app: App, path: PostPath): Promise<void> {
  const blog = openBlogId(app)
  const editor = await app.loadEditor()
  try {
    const file = await app.client.call('posts.read', { blog, path })
    if (!isStillOpen(app, blog) || !app.session.getState().posts.has(path)) return
    editor.replaceText(path, file.text)
    editor.markSaved(path, file.text)
    changePost(app, path, { baseVersion: file.version, disk: 'same', save: { kind: 'saved' } })
    await keepNow(app, path)
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Writes a post whose file is gone as a new file. */
export async function writeAgain(app: App, path: PostPath): Promise<void> {
  changePost(app, path, { baseVersion: absentVersion })
  await savePost(app, path)
}
