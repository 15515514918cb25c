import type { DateStyle } from '#shared/site/page-frame/date-style'
import type { EditorPort, EditorSnapshot, EditorUpdate } from '../state/editor-port'
import { bodyChanges } from './body-changes'
import type { Preview } from './create-preview'
import { describeHeader } from './describe-header'

/** The preview tied to the editor. */
export type FollowedEditor = {
  /** Prints dates in the site's style from now on; null: as the file writes them. */
  setDateStyle(style: DateStyle | null): void
  stop(): void
}

/** Shows the editor's document and keeps the preview patched, until it is stopped. */
export function followEditor(editor: EditorPort, preview: Preview): FollowedEditor {
  let bodyFrom = 0
  let dateStyle: DateStyle | null = null
  const headerOf = ({ path, frontMatter }: EditorSnapshot) => describeHeader(frontMatter, { path, dateStyle })
  const showAll = (snapshot: EditorSnapshot) =>
    preview.show({ ...headerOf(snapshot), body: plainLines(editor.body()) })
  const first = editor.snapshot()
  if (first !== null) {
    bodyFrom = first.bodyFrom
    showAll(first)
  }
  const stop = editor.onUpdate((update: EditorUpdate) => {
    const changes = update.changes === null ? null : bodyChanges(update.changes, bodyFrom, update.bodyFrom)
    bodyFrom = update.bodyFrom
    const body = editor.body()
    if (changes === null || body.includes('\r')) {
      showAll(update)
      return
    }
    if (update.frontMatterChanged) preview.setHeader(headerOf(update))
    if (changes.length > 0) preview.update({ changes, body })
  })
  return {
    setDateStyle(style) {
      dateStyle = style
      const snapshot = editor.snapshot()
      if (snapshot !== null) preview.setHeader(headerOf(snapshot))
    },
    stop,
  }
}

/** Only a file of mixed line endings holds `\r` here; Markdown makes no difference between them. */
function plainLines(body: string): string {
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}
