import { useState } from 'react'
import type { Blog } from '#shared/contract/blog'
import { toggleRemoteMedia } from '../actions/remote-media-actions'
import { runAction } from '../actions/run-action'
import { useApp, useAppState } from '../shell/app-context'
import { previewStrings } from '../strings/preview'
import { Button } from '../ui/button'
import styles from './remote-media-bar.module.css'
import type { RemoteMedia } from './tell-remote-media'

/** Blogs whose writer said "not now", as long as they are open. */
const declined = new WeakSet<Blog>()

/** Above a page that keeps media of other hosts from being loaded: asks, once for each blog, whether to load them. */
export function RemoteMediaBar({ remote }: { readonly remote: RemoteMedia }) {
  const app = useApp()
  const blog = useAppState('blog', (state) => (state.kind === 'open' ? state.blog : null))
  const [, setDeclined] = useState(false)
  if (blog === null || remote.count === 0 || declined.has(blog)) return null
  return (
    <div className={styles.bar} role="status">
      <span className={styles.words}>{previewStrings.remoteBar(remote.count, remote.hosts)}</span>
      <span className={styles.buttons}>
        <Button onPress={() => runAction(app, toggleRemoteMedia)}>{previewStrings.loadRemote}</Button>
        <Button
          kind="bare"
          onPress={() => {
            declined.add(blog)
            setDeclined(true)
          }}
        >
          {previewStrings.notNow}
        </Button>
      </span>
    </div>
  )
}
