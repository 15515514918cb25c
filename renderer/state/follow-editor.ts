import type { App } from './app'
import type { EditorPort } from './editor-port'
import { keepAllNow, keepSoon } from './recovery'
import { changePost } from './session'

/** Follows what is typed: the save status, and the text kept against a crash. */
export function followEditor(app: App, editor: EditorPort): void {
  editor.onUpdate(({ path, changes }) => {
    if (changes === null) return
    const post = app.session.getState().posts.get(path)
    if (post === undefined) return
    const dirty = editor.isDirty(path)
    if (post.save.kind !== 'saving' && dirty !== (post.save.kind === 'unsaved')) {
      changePost(app, path, { save: { kind: dirty ? 'unsaved' : 'saved' } })
    }
    keepSoon(app, path)
  })
  window.addEventListener('beforeunload', (event) => {
    void keepAllNow(app)
    const unsaved = [...app.session.getState().posts.values()].some(({ save }) => save.kind !== 'saved')
    // the host asks the writer; the text is kept whatever the answer
    if (unsaved) event.preventDefault()
  })
}
