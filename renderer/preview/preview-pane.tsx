import { lazy, Suspense } from 'react'
import type { EditorPort } from '../state/editor-port'
import { shellStrings } from '../strings/shell'
import { PreviewBar } from './preview-bar'
import styles from './preview-pane.module.css'
import { isSign } from './reader-views'
import { ReaderWidth } from './reader-width'
import { PageNote } from './site/page-note'
import { usePostPreview } from './use-post-preview'
import { usePreviewSettings } from './use-preview-settings'

const ReaderSign = lazy(async () => ({ default: (await import('./reader/reader-sign')).ReaderSign }))

/** The post as it will be read. Follows every change of the text without a detour through the services. */
export function PreviewPane({ editor }: { readonly editor: EditorPort }) {
  const { frame, note } = usePostPreview(editor)
  const { reader } = usePreviewSettings()
  const sign = isSign(reader)
  return (
    <aside className={styles.pane} aria-label={shellStrings.preview}>
      <PreviewBar />
      {note === null ? null : <PageNote note={note} />}
      <ReaderWidth>
        <iframe
          ref={frame}
          className={styles.frame}
          title={shellStrings.previewOfPost}
          src="./preview.html"
          sandbox="allow-same-origin"
          hidden={sign}
        />
        {sign ? (
          <Suspense fallback={null}>
            <ReaderSign editor={editor} reader={reader} />
          </Suspense>
        ) : null}
      </ReaderWidth>
    </aside>
  )
}
