import { lazy, Suspense } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Blog } from '#shared/contract/blog'
import { PostSidebar } from '../posts/post-sidebar'
import { changePreferences } from '../state/preferences'
import { shellStrings } from '../strings/shell'
import { EmptyState } from '../ui/empty-state'
import { useApp, useAppState } from './app-context'
import styles from './blog-window.module.css'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { useWindowWidth } from './use-window-width'

const PostWorkspace = lazy(async () => ({ default: (await import('./post-workspace')).PostWorkspace }))
const PublishDrawer = lazy(async () => ({
  default: (await import('../publish/publish-drawer')).PublishDrawer,
}))
const SiteDrawer = lazy(async () => ({ default: (await import('../site/site-drawer')).SiteDrawer }))

/** A blog: its posts, the post that is open, and how both stand to disk and git. */
export function BlogWindow({ blog }: { readonly blog: Blog }) {
  const app = useApp()
  const layout = useAppState('preferences', ({ layout }) => layout)
  const panels = useAppState('preferences', ({ panels }) => panels.window)
  const publishing = useAppState('publish', ({ kind }) => kind === 'open')
  const showsSite = useAppState('site', ({ kind }) => kind === 'open')
  const width = useWindowWidth()
  const overlay = width === 'narrow'
  const beside = layout.sidebarOpen && !overlay
  const main = (
    <main className={styles.main} aria-label={shellStrings.post}>
      <OpenPostArea />
    </main>
  )
  return (
    <div className={styles.window}>
      <TopBar blog={blog} />
      <div className={styles.body}>
        {overlay && layout.sidebarOpen ? (
          <div className={styles.overlay}>
            <PostSidebar />
          </div>
        ) : null}
        <Group
          {...(panels !== undefined && beside ? { defaultLayout: panels } : {})}
          onLayoutChanged={(sizes) => {
            if (beside) changePreferences(app, { panels: { window: sizes } })
          }}
        >
          {beside ? (
            <Panel
              key="sidebar"
              id="sidebar"
              defaultSize="272px"
              minSize="200px"
              maxSize="480px"
              groupResizeBehavior="preserve-pixel-size"
            >
              <PostSidebar />
            </Panel>
          ) : null}
          {beside ? (
            <Separator
              key="separator"
              className={styles.separator ?? ''}
              aria-label={shellStrings.resizeSidebar}
            />
          ) : null}
          <Panel key="post" id="post" minSize="40%">
            {main}
          </Panel>
        </Group>
      </div>
      <StatusBar blog={blog} />
      {publishing ? (
        <Suspense fallback={null}>
          <PublishDrawer />
        </Suspense>
      ) : null}
      {showsSite ? (
        <Suspense fallback={null}>
          <SiteDrawer />
        </Suspense>
      ) : null}
    </div>
  )
}

function OpenPostArea() {
  const current = useAppState('session', ({ current }) => current)
  switch (current.kind) {
    case 'none':
      return (
        <EmptyState title={shellStrings.choosePost}>
          <p>{shellStrings.choosePostHelp}</p>
        </EmptyState>
      )
    case 'failed':
      return (
        <EmptyState title={shellStrings.cannotOpen} role="alert">
          <p>{current.path}</p>
          <p>{current.failure.message}</p>
        </EmptyState>
      )
    case 'loading':
      return <EmptyState title={shellStrings.loadingPost} />
    case 'open':
      return (
        <Suspense fallback={<EmptyState title={shellStrings.loadingPost} />}>
          <PostWorkspace path={current.path} />
        </Suspense>
      )
  }
}
