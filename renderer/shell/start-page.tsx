import { useEffect } from 'react'
import { openFolder, openSample } from '../actions/blog-actions'
import { openBlog, refreshRecent } from '../state/blog'
import { notifyFailure } from '../state/notices'
import { shellStrings } from '../strings/shell'
import { ActionButton } from '../ui/action-button'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useApp, useAppState } from './app-context'
import styles from './start-page.module.css'

/** Where the window begins: recent blogs, a folder, or the sample. */
export function StartPage() {
  const app = useApp()
  const blog = useAppState('blog')
  useEffect(() => {
    if (blog.kind === 'none' && blog.recent === null) {
      refreshRecent(app).catch((error) => notifyFailure(app.notices, error))
    }
  }, [app, blog])
  if (blog.kind === 'opening') {
    return (
      <EmptyState
        title={blog.folder === null ? shellStrings.openingSample : shellStrings.opening(blog.folder)}
      />
    )
  }
  const recent = blog.kind === 'none' ? (blog.recent ?? []) : []
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.name}>Galley</h1>
        <p className={styles.tagline}>{shellStrings.tagline}</p>
        <div className={styles.actions}>
          <ActionButton action={openFolder} kind="primary" />
          <ActionButton action={openSample} />
        </div>
        <h2 className={styles.heading}>{shellStrings.recentBlogs}</h2>
        {recent.length === 0 ? (
          <p className={styles.soft}>{shellStrings.noRecent}</p>
        ) : (
          <ul className={styles.recent}>
            {recent.map(({ folder, name, exists }) => (
              <li key={folder} className={styles.row}>
                <Button kind="bare" isDisabled={!exists} onPress={() => void openBlog(app, folder)}>
                  <b className={styles.blogName}>{name}</b>
                  <span className={styles.folder}>
                    {exists ? folder : `${folder} · ${shellStrings.folderGone}`}
                  </span>
                </Button>
                <Button
                  kind="bare"
                  aria-label={shellStrings.forget(name)}
                  onPress={() =>
                    void app.client
                      .call('blogs.forgetRecent', { folder })
                      .then(() => refreshRecent(app))
                      .catch((error) => notifyFailure(app.notices, error))
                  }
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}
