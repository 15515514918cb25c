import { type Failure, FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { absentVersion } from '#shared/post/absent-version'
import type { App } from './app'
import type { EditorPort } from './editor-port'
import { notify, notifyFailure } from './notices'
import { keepNow } from './recovery'
import { changePost, openBlogId } from './session'

const underWay = new Map<PostPath, Promise<boolean>>()

/**
 * Saves a post over the version it was read at. True when the disk now holds the text. A save asked for while another is under way
 * waits for it and then saves what was typed since.
 */
export async function savePost(app: App, path: PostPath): Promise<boolean> {
  await underWay.get(path)
  const saving = saveOnce(app, path).finally(() => underWay.delete(path))
  underWay.set(path, saving)
  return saving
}

async function saveOnce(app: App, path: PostPath): Promise<boolean> {
  const post = app.session.getState().posts.get(path)
  if (post === undefined || post.access.kind === 'read-only') return false
  const editor = await app.loadEditor()
  if (!editor.isDirty(path) && post.disk === 'same') return true
  const text = editor.textOf(path)
  changePost(app, path, { save: { kind: 'saving' } })
  try {
    const written = await app.client.call('posts.write', {
      blog: openBlogId(app),
      path,
      text,
      baseVersion: post.baseVersion,
    })
    editor.markSaved(path, text)
    changePost(app, path, {
      baseVersion: written.version,
      savedAt: written.savedAt,
      disk: 'same',
      save: { kind: editor.isDirty(path) ? 'unsaved' : 'saved' },
    })
    if (written.note !== null) notify(app.notices, { kind: 'done', message: written.note })
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

/** Saves every post with unsaved text. What cannot be saved stays in the recovery store. */
export async function saveAll(app: App): Promise<void> {
  const { posts } = app.session.getState()
  for (const post of posts.values()) {
    if (post.save.kind !== 'saved') await savePost(app, post.path)
  }
}

/** Writes the window's text over whatever the disk has now. The disk's text stays one undo away. */
export async function overwriteDisk(app: App, path: PostPath): Promise<void> {
  const editor = await app.loadEditor()
  const mine = editor.textOf(path)
  try {
    const file = await app.client.call('posts.read', { blog: openBlogId(app), path })
    passThroughHistory(editor, path, file.text, mine)
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
  const editor = await app.loadEditor()
  try {
    const file = await app.client.call('posts.read', { blog: openBlogId(app), path })
    editor.replaceText(path, file.text)
    editor.markSaved(path, file.text)
    changePost(app, path, { baseVersion: file.version, disk: 'same', save: { kind: 'saved' } })
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Writes a post whose file is gone as a new file. */
export async function writeAgain(app: App, path: PostPath): Promise<void> {
  changePost(app, path, { baseVersion: absentVersion })
  await savePost(app, path)
}
