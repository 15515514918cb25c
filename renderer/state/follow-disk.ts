import { FailureError } from '#shared/contract/failure'
import type { PostFile } from '#shared/contract/post'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import type { EditorPort } from './editor-port'
import { notify, notifyFailure } from './notices'
import { changePost, isStillOpen, openBlogId } from './session'

/** Compares an open post with its file after the file was touched: unedited text follows the disk, edited text stays and says so. */
export async function compareWithDisk(app: App, path: PostPath): Promise<void> {
  const before = app.session.getState().posts.get(path)
  if (before === undefined || before.save.kind === 'saving') return
  const blog = openBlogId(app)
  const editor = await app.loadEditor()
  try {
    const file = await app.client.call('posts.read', { blog, path })
    const post = app.session.getState().posts.get(path)
    if (!isStillOpen(app, blog) || post === undefined || post.save.kind === 'saving') return
    // it was saved while the answer was under way: the answer may be of the time before
    if (post.baseVersion !== before.baseVersion) return await compareWithDisk(app, path)
    editor.setReadOnly(path, file.access.kind === 'read-only')
    changePost(app, path, { access: file.access })
    if (file.version === post.baseVersion) changePost(app, path, { disk: 'same' })
    else followFile(app, editor, file)
  } catch (error) {
    if (!isStillOpen(app, blog)) return
    if (error instanceof FailureError && error.code === 'not-found') changePost(app, path, { disk: 'gone' })
    else notifyFailure(app.notices, error)
  }
}

function followFile(app: App, editor: EditorPort, file: PostFile): void {
  const { path } = file
  if (editor.isDirty(path) && editor.textOf(path) !== file.text) {
    changePost(app, path, { disk: 'changed' })
    return
  }
  if (!editor.isDirty(path)) {
    editor.replaceText(path, file.text)
    notify(app.notices, { kind: 'done', message: `${path} was changed on disk. You see the new text.` })
  }
  editor.markSaved(path, file.text)
  changePost(app, path, { baseVersion: file.version, disk: 'same', save: { kind: 'saved' } })
}
