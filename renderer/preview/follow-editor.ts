import type { FrontMatter } from '#shared/front-matter/front-matter'
import type { EditorPort, EditorUpdate } from '../state/editor-port'
import { bodyChanges } from './body-changes'
import type { Preview } from './create-preview'
import { describeHeader } from './describe-header'

/** Shows the editor's document and keeps the preview patched. Returns a function that stops. */
export function followEditor(editor: EditorPort, preview: Preview): () => void {
  let bodyFrom = 0
  const showAll = (frontMatter: FrontMatter) =>
    preview.show({ ...describeHeader(frontMatter), body: plainLines(editor.body()) })
  const first = editor.snapshot()
  if (first !== null) {
    bodyFrom = first.bodyFrom
    showAll(first.frontMatter)
  }
  return editor.onUpdate((update: EditorUpdate) => {
    const changes = update.changes === null ? null : bodyChanges(update.changes, bodyFrom, update.bodyFrom)
    bodyFrom = update.bodyFrom
    const body = editor.body()
    if (changes === null || body.includes('\r')) {
      showAll(update.frontMatter)
      return
    }
    if (update.frontMatterChanged) preview.setHeader(describeHeader(update.frontMatter))
    if (changes.length > 0) preview.update({ changes, body })
  })
}

/** Only a file of mixed line endings holds `\r` here; Markdown makes no difference between them. */
function plainLines(body: string): string {
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}
