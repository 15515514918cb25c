import { useEffect, useRef } from 'react'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import type { FlavourId } from '#shared/markdown/flavours/flavour'
import { useApp } from '../shell/app-context'
import type { EditorPort, EditorUpdate } from '../state/editor-port'
import { notifyFailure } from '../state/notices'
import { shellStrings } from '../strings/shell'
import { bodyChanges } from './body-changes'
import { createPreview, type Preview } from './create-preview'
import { describeHeader } from './describe-header'
import { PreviewBar } from './preview-bar'
import styles from './preview-pane.module.css'
import { ReaderWidth } from './reader-width'

/** The post as it will be read. Follows every change of the text without a detour through the services. */
export function PreviewPane({ editor }: { readonly editor: EditorPort }) {
  const app = useApp()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const blogState = app.blog.getState()
    if (frame.current === null || blogState.kind !== 'open') return
    const { blog } = blogState
    const preview = createPreview(frame.current, {
      flavour: blog.evidence.flavour as FlavourId,
      assetUrl: (reference) => {
        const path = editor.snapshot()?.path
        return path === undefined ? '' : app.client.assetUrl(blog.id, path, reference)
      },
      openExternal: (url) => {
        app.client.call('app.openExternal', { url }).catch((error) => notifyFailure(app.notices, error))
      },
    })
    const stopUpdates = followEditor(editor, preview)
    const stopScroll = editor.onTopLine((line) => preview.scrollToLine(line))
    return () => {
      stopUpdates()
      stopScroll()
      preview.dispose()
    }
  }, [app, editor])
  return (
    <aside className={styles.pane} aria-label={shellStrings.preview}>
      <PreviewBar />
      <ReaderWidth>
        <iframe
          ref={frame}
          className={styles.frame}
          title={shellStrings.previewOfPost}
          src="./preview.html"
          sandbox="allow-same-origin"
        />
      </ReaderWidth>
    </aside>
  )
}

/** Shows the editor's document and keeps the preview patched. Returns a function that stops. */
function followEditor(editor: EditorPort, preview: Preview): () => void {
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
