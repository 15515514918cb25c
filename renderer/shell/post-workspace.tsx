import { lazy, Suspense, useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { PostPath } from '#shared/contract/post-path'
import { useDifferences } from '../differences/use-differences'
import { EditorPane } from '../editor/editor-pane'
import { PublishAnswer } from '../posts/publish-answer'
import { PreviewPane } from '../preview/preview-pane'
import { DiskBanner } from '../publish/disk-banner'
import type { EditorPort } from '../state/editor-port'
import { notifyFailure } from '../state/notices'
import { changePreferences } from '../state/preferences'
import { shellStrings } from '../strings/shell'
import { EmptyState } from '../ui/empty-state'
import { useApp, useAppState } from './app-context'
import styles from './post-workspace.module.css'
import { shownView, useWindowWidth } from './use-window-width'

// with its date picker and combo boxes it is as large as all that must be there before the first paint
const FormPane = lazy(async () => ({ default: (await import('../front-matter/form-pane')).FormPane }))

const DetachedPreview = lazy(async () => ({
  default: (await import('../preview/detached-preview')).DetachedPreview,
}))

/** A post: form over text, and the preview beside it or in its place. The text pane lives on while the preview alone is shown. */
export function PostWorkspace({ path }: { readonly path: PostPath }) {
  const app = useApp()
  const editor = useEditor()
  useDifferences(editor)
  const layout = useAppState('preferences', ({ layout }) => layout)
  const panels = useAppState('preferences', ({ panels }) => panels.post)
  const markup = useAppState('posts', ({ list }) =>
    list.kind === 'listed' ? list.posts.find((post) => post.path === path)?.markup : undefined,
  )
  const detached = useAppState('shownPreview', ({ window }) => window)
  const width = useWindowWidth()
  const raw = layout.frontMatter === 'raw'
  useEffect(() => editor?.setRaw(raw), [editor, raw])
  if (editor === null) return null
  const view = detached === null ? shownView(layout.view, width === 'wide') : 'write'
  const text = (
    <div className={styles.text}>
      <DiskBanner key={path} path={path} />
      <PublishAnswer path={path} />
      <Suspense fallback={null}>
        <FormPane editor={editor} path={path} />
      </Suspense>
      <EditorPane editor={editor} path={path} />
      {detached === null || markup === 'other' ? null : (
        <Suspense fallback={null}>
          <DetachedPreview editor={editor} window={detached} />
        </Suspense>
      )}
    </div>
  )
  const preview = markup === 'other' ? <NoPreview path={path} /> : <PreviewPane editor={editor} />
  // one tree for all views: form and text stay as they are while panels come and go
  return (
    <Group
      className={styles.single}
      data-view={view}
      {...(panels !== undefined && view === 'split' ? { defaultLayout: panels } : {})}
      onLayoutChanged={(sizes) => {
        if (view === 'split') changePreferences(app, { panels: { post: sizes } })
      }}
    >
      <Panel key="text" id="text" defaultSize="50%" minSize={view === 'split' ? '320px' : '0px'}>
        {text}
      </Panel>
      {view === 'split' ? (
        <Separator
          key="separator"
          className={styles.separator ?? ''}
          aria-label={shellStrings.resizePreview}
        />
      ) : null}
      {view === 'write' ? null : (
        <Panel key="preview" id="preview" defaultSize="50%" minSize="280px">
          {preview}
        </Panel>
      )}
    </Group>
  )
}

function NoPreview({ path }: { readonly path: PostPath }) {
  return (
    <EmptyState title={shellStrings.noPreview}>
      <p>{shellStrings.noPreviewHelp(path.slice(path.lastIndexOf('.')))}</p>
    </EmptyState>
  )
}

function useEditor(): EditorPort | null {
  const app = useApp()
  const [editor, setEditor] = useState<EditorPort | null>(null)
  useEffect(() => {
    let gone = false
    app
      .loadEditor()
      .then((loaded) => {
        if (!gone) setEditor(loaded)
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      gone = true
    }
  }, [app])
  return editor
}
