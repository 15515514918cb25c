import { useEffect, useRef } from 'react'
import type { BlogId } from '#shared/contract/blog'
import type { PostPath } from '#shared/contract/post-path'
import { useApp, useAppState } from '../../shell/app-context'
import { liveStrings } from '../../strings/live-server'
import { Button } from '../../ui/button'
import { ConsentPanel } from './consent-panel'
import styles from './live.module.css'
import { LivePage } from './live-page'
import { ServerLog } from './server-log'
import { isStoppedByHand, startSiteServer, stopSiteServer, useSiteServer } from './use-site-server'

/** The post as the site's own server makes it: asked for first, then its page. */
export function LivePane({ path }: { readonly path: PostPath }) {
  const blog = useAppState('blog', (state) => (state.kind === 'open' ? state.blog.id : null))
  return blog === null ? null : <LivePaneOfBlog key={blog} blog={blog} path={path} />
}

function LivePaneOfBlog({ blog, path }: { readonly blog: BlogId; readonly path: PostPath }) {
  const app = useApp()
  const server = useSiteServer(blog)
  useStartByItself(blog, server?.state.kind === 'stopped' && server.consented !== null)
  if (server === null) return null
  const { state, log } = server
  switch (state.kind) {
    case 'ready':
      return <LivePage key={state.origin} blog={blog} path={path} state={state} log={log} />
    case 'starting':
      return (
        <div className={styles.panel}>
          <h2 className={styles.title} role="status">
            {liveStrings.starting}
          </h2>
          <p className={styles.soft}>{liveStrings.startingHelp}</p>
          <ServerLog lines={log} />
          <div className={styles.buttons}>
            <Button onPress={() => stopSiteServer(app, blog)}>{liveStrings.stop}</Button>
          </div>
        </div>
      )
    default:
      return <ConsentPanel blog={blog} server={server} />
  }
}

/** What the writer has said yes to for good starts with the first look at this page, not after every stop. */
function useStartByItself(blog: BlogId, isWanted: boolean): void {
  const app = useApp()
  const hasStarted = useRef(false)
  useEffect(() => {
    if (!isWanted || hasStarted.current || isStoppedByHand(blog)) return
    hasStarted.current = true
    startSiteServer(app, blog, { kind: 'remembered' }, true)
  }, [app, blog, isWanted])
}
