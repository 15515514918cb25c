import { lazy, Suspense } from 'react'
import type { EditorPort } from '../state/editor-port'
import { shellStrings } from '../strings/shell'
import styles from './preview-pane.module.css'
import { isSign } from './reader-views'
import { ReaderWidth } from './reader-width'
import { PageNote } from './site/page-note'
import { usePostPreview } from './use-post-preview'
import { usePreviewSettings } from './use-preview-settings'
import { usePreviewSource } from './use-preview-source'

const ReaderSign = lazy(async () => ({ default: (await import('./reader/reader-sign')).ReaderSign }))

const RemoteMediaBar = lazy(async () => ({ default: (await import('./remote-media-bar')).RemoteMediaBar }))

/** The post in Galley's own rendering. Follows every change of the text without a detour through the services. */
export function PostPreview({ editor }: { readonly editor: EditorPort }) {
  const source = usePreviewSource()
  const { frame, note, remote } = usePostPreview(editor, source)
  const { reader } = usePreviewSettings()
  const sign = isSign(reader)
  return (
    <>
      {note === null ? null : <PageNote note={note} />}
      {remote.count === 0 ? null : (
        <Suspense fallback={null}>
          <RemoteMediaBar remote={remote} />
        </Suspense>
      )}
      <ReaderWidth>
        <iframe
          key={source}
          ref={frame}
          className={styles.frame}
          title={shellStrings.previewOfPost}
          src={source}
          sandbox="allow-same-origin"
          hidden={sign}
        />
        {sign ? (
          <Suspense fallback={null}>
            <ReaderSign editor={editor} reader={reader} />
          </Suspense>
        ) : null}
      </ReaderWidth>
    </>
  )
}
