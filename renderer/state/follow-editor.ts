import type { App } from './app'
import type { EditorPort } from './editor-port'
import { flushDrafts } from './pending-drafts'
import { keepSoon, keepWaiting } from './recovery'
import { changePost } from './session'

/** Follows what is typed: the save status, and the text kept against a crash. */
export function followEditor(app: App, editor: EditorPort): void {
  editor.onUpdate(({ path, changes }) => {
    if (changes === null || app.blog.getState().kind !== 'open') return
    const post = app.session.getState().posts.get(path)
    if (post === undefined) return
    const status = editor.isDirty(path) ? 'unsaved' : 'saved'
    if (post.save.kind !== 'saving' && post.save.kind !== status) {
      changePost(app, path, { save: { kind: status } })
    }
    keepSoon(app, path)
  })
  window.addEventListener('beforeunload', (event) => {
    flushDrafts()
    keepWaiting(app)
    const unsaved = [...app.session.getState().posts.keys()].some((path) => editor.isDirty(path))
    // the host asks the writer; the text is kept whatever the answer
    if (unsaved) event.preventDefault()
  })
}
