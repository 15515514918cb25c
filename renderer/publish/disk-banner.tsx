import { lazy, Suspense, useState } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import { useApp, useAppState } from '../shell/app-context'
import { notifyFailure } from '../state/notices'
import { overwriteDisk, takeDisk, writeAgain } from '../state/save-post'
import { currentPost, openBlogId } from '../state/session'
import { conflictStrings } from '../strings/conflict'
import { Button } from '../ui/button'
import styles from './disk-banner.module.css'

const DiffView = lazy(async () => ({ default: (await import('./diff-view')).DiffView }))

/** Says that the file is not what it was, or cannot be edited, and offers every way out. Nothing when all is well. */
export function DiskBanner({ path }: { readonly path: PostPath }) {
  const app = useApp()
  const post = useAppState('session', currentPost)
  const [compared, setCompared] = useState<{ before: string; after: string } | null>(null)
  if (post === null || post.path !== path) return null
  if (post.access.kind === 'read-only') {
    return (
      <div className={styles.banner} role="status">
        <p>{post.access.why}</p>
      </div>
    )
  }
  if (post.disk === 'same') return null
  const compare = async () => {
    const editor = await app.loadEditor()
    const { text } = await app.client.call('posts.read', { blog: openBlogId(app), path })
    setCompared({ before: text, after: editor.textOf(path) })
  }
  return (
    <div className={`${styles.banner} ${styles.warning}`} role="alert">
      <p>{post.disk === 'gone' ? conflictStrings.gone : conflictStrings.changed}</p>
      <div className={styles.choices}>
        {post.disk === 'gone' ? (
          <Button onPress={() => void writeAgain(app, path)}>{conflictStrings.writeAgain}</Button>
        ) : (
          <>
            <Button
              onPress={() =>
                compared === null
                  ? void compare().catch((error) => notifyFailure(app.notices, error))
                  : setCompared(null)
              }
            >
              {compared === null ? conflictStrings.compare : conflictStrings.close}
            </Button>
            <Button onPress={() => void overwriteDisk(app, path)}>{conflictStrings.keepMine}</Button>
            <Button onPress={() => void takeDisk(app, path)}>{conflictStrings.takeDisk}</Button>
          </>
        )}
      </div>
      {compared === null ? null : (
        <Suspense fallback={null}>
          <div className={styles.compared}>
            <DiffView label={conflictStrings.compareTitle} {...compared} />
          </div>
        </Suspense>
      )}
    </div>
  )
}
