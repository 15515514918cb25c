import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { notify, notifyFailure } from './notices'
import { changePost, openBlogId } from './session'

/** Compares an open post with its file after the file was touched: unedited text follows the disk, edited text stays and says so. */
export async function compareWithDisk(app: App, path: PostPath): Promise<void> {
  const before = app.session.getState().posts.get(path)
  if (before === undefined || before.save.kind === 'saving') return
  const editor = await app.loadEditor()
  try {
    const file = await app.client.call('posts.read', { blog: openBlogId(app), path })
    const post = app.session.getState().posts.get(path)
    if (post === undefined || post.save.kind === 'saving') return
    if (file.version === post.baseVersion) {
      if (post.disk !== 'same') changePost(app, path, { disk: 'same' })
      return
    }
    if (editor.isDirty(path) && editor.textOf(path) !== file.text) {
      changePost(app, path, { disk: 'changed' })
      return
    }
    if (!editor.isDirty(path)) {
      editor.replaceText(path, file.text)
      notify(app.notices, { kind: 'done', message: `${path} was changed on disk. You see the new text.` })
    }
    editor.markSaved(path, file.text)
    changePost(app, path, {
      baseVersion: file.version,
      disk: 'same',
      save: { kind: 'saved' },
      access: file.access,
    })
  } catch (error) {
    if (error instanceof FailureError && error.code === 'not-found') changePost(app, path, { disk: 'gone' })
    else notifyFailure(app.notices, error)
  }
}
