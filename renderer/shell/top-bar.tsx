import Menu from 'lucide-react/dist/esm/icons/menu.mjs'
import type { Blog } from '#shared/contract/blog'
import { showStartPage } from '../actions/blog-actions'
import { publish, save } from '../actions/post-actions'
import { runAction } from '../actions/run-action'
import { toggleSidebar, type View, viewActions } from '../actions/view-actions'
import { currentPost } from '../state/session'
import { shellStrings } from '../strings/shell'
import { ActionButton } from '../ui/action-button'
import { Mark } from '../ui/mark'
import { Segmented } from '../ui/segmented'
import { useApp, useAppState } from './app-context'
import styles from './top-bar.module.css'
import { shownView, useWindowWidth } from './use-window-width'

/** Where am I, which view, save and publish. */
export function TopBar({ blog }: { readonly blog: Blog }) {
  const app = useApp()
  const layout = useAppState('preferences', ({ layout }) => layout)
  const post = useAppState('session', currentPost)
  const current = useAppState('session', ({ current }) => current)
  const isDetached = useAppState('shownPreview', ({ window }) => window !== null)
  const twoPanesFit = useWindowWidth() === 'wide'
  const editable = post?.access.kind === 'editable'
  const path = current.kind === 'none' ? null : current.path
  return (
    <header className={styles.bar}>
      <ActionButton
        action={toggleSidebar}
        icon={<Menu size={15} aria-hidden="true" />}
        aria-pressed={layout.sidebarOpen}
      />
      <div className={styles.where}>
        <ActionButton action={{ ...showStartPage, label: blog.name }} kind="bare" />
        {path === null ? null : <Breadcrumb path={path} />}
        {post !== null && post.save.kind !== 'saved' ? (
          <Mark tone="changed">{shellStrings.edited}</Mark>
        ) : null}
      </div>
      <Segmented<View>
        label={shellStrings.view}
        choices={viewActions
          .map(({ id, label }) => ({ id: id.slice('view.'.length) as View, content: label }))
          .filter(({ id }) => twoPanesFit || id !== 'split')}
        chosen={isDetached ? 'write' : shownView(layout.view, twoPanesFit)}
        onChoose={(view) => {
          const action = viewActions.find(({ id }) => id === `view.${view}`)
          if (action !== undefined) runAction(app, action)
        }}
      />
      <ActionButton action={save} isDisabled={!editable} showKeys />
      <ActionButton action={publish} kind="primary" isDisabled={post === null} />
    </header>
  )
}

function Breadcrumb({ path }: { readonly path: string }) {
  const slash = path.lastIndexOf('/')
  return (
    <>
      {slash < 0 ? null : (
        <>
          <span aria-hidden="true">›</span>
          <span className={styles.folder}>{path.slice(0, slash)}</span>
        </>
      )}
      <span aria-hidden="true">›</span>
      <b className={styles.file} title={path}>
        {path.slice(slash + 1)}
      </b>
    </>
  )
}
