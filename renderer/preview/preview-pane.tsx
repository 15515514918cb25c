import { lazy, Suspense } from 'react'
import { useAppState } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { shellStrings } from '../strings/shell'
import { PostPreview } from './post-preview'
import { PreviewBar } from './preview-bar'
import styles from './preview-pane.module.css'
import { isSign } from './reader-views'
import { usePreviewSettings } from './use-preview-settings'

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
