import { lazy, Suspense } from 'react'
import { useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { shellStrings } from '../strings/shell'
import { PreviewBar } from './preview-bar'
import styles from './preview-pane.module.css'
import { isSign } from './reader-views'
import { ReaderWidth } from './reader-width'
import { PageNote } from './site/page-note'
import { usePostPreview } from './use-post-preview'
import { usePreviewSettings } from './use-preview-settings'
import { usePreviewSource } from './use-preview-source'

const ReaderSign = lazy(async () => ({ default: (await import('./reader/reader-sign')).ReaderSign }))

const RemoteMediaBar = lazy(async () => ({ default: (await import('./remote-media-bar')).RemoteMediaBar }))

const LivePane = lazy(async () => ({ default: (await import('./live/live-pane')).LivePane }))

/** The post as it will be read: in Galley's own rendering, or on the page that the site's own server makes. */
export function PreviewPane({ editor }: { readonly editor: EditorPort }) {
  const { page, reader } = usePreviewSettings()
  const path = useAppState('session', ({ current }) => (current.kind === 'open' ? current.path : null))
  return (
    <aside className={styles.pane} aria-label={shellStrings.preview}>
      <PreviewBar />
      {page === 'server' && path !== null && !isSign(reader) ? (
        <Suspense fallback={null}>
          <LivePane path={path} />
        </Suspense>
      ) : (
        <PostPreview editor={editor} />
      )}
    </aside>
  )
}

/** Follows every change of the text without a detour through the services. */
function PostPreview({ editor }: { readonly editor: EditorPort }) {
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
