import { useCallback, useEffect, useState } from 'react'
import type { BlogId } from '#shared/contract/blog'
import type { SiteServer } from '#shared/contract/serve-request'
import { useApp } from '../../shell/app-context'
import type { App } from '../../state/app'
import { notifyFailure } from '../../state/notices'

const maxLines = 500

/** The blog's own server, kept true by events; null until it is known. */
export function useSiteServer(blog: BlogId): SiteServer | null {
  const app = useApp()
  const [server, setServer] = useState<SiteServer | null>(null)
  const change = useCallback(
    (next: (now: SiteServer) => SiteServer) => setServer((now) => (now === null ? null : next(now))),
    [],
  )
  useEffect(() => {
    let isHere = true
    const read = () => {
      app.client
        .call('siteServer.describe', { blog })
        .then((described) => {
          if (isHere) setServer(described)
        })
        .catch((error) => notifyFailure(app.notices, error))
    }
    const ends = [
      app.client.on('siteServer.changed', ({ blog: changed, state }) => {
        if (changed !== blog) return
        change((now) => ({ ...now, state, log: state.kind === 'starting' ? [] : now.log }))
        // the commands may be others by now
        if (state.kind === 'stopped' || state.kind === 'failed') read()
      }),
      app.client.on('siteServer.logged', ({ blog: changed, lines }) => {
        if (changed === blog) change((now) => ({ ...now, log: [...now.log, ...lines].slice(-maxLines) }))
      }),
      app.client.on('git.changed', ({ blog: changed }) => {
        if (changed === blog) read()
      }),
      app.client.onConnection((connected) => {
        if (connected) read()
      }),
    ]
    read()
    return () => {
      isHere = false
      for (const end of ends) end()
    }
  }, [app, blog, change])
  return server
}

/** Starts a server by the writer's word; what is refused is said in a notice. */
export function startSiteServer(
  app: App,
  blog: BlogId,
  request: Parameters<typeof app.client.call<'siteServer.start'>>[1]['request'],
  remember: boolean,
): void {
  stoppedByHand.delete(blog)
  app.client
    .call('siteServer.start', { blog, request, remember })
    .catch((error) => notifyFailure(app.notices, error))
}

/** Stops the server; it does not start by itself again in this window. */
export function stopSiteServer(app: App, blog: BlogId): void {
  stoppedByHand.add(blog)
  app.client.call('siteServer.stop', { blog }).catch((error) => notifyFailure(app.notices, error))
}

/** Takes back the word given for good. */
export function forgetSiteServer(app: App, blog: BlogId): void {
  app.client.call('siteServer.forget', { blog }).catch((error) => notifyFailure(app.notices, error))
}

/** Whether the writer stopped this blog's server in this window, and has not started it since. */
export function isStoppedByHand(blog: BlogId): boolean {
  return stoppedByHand.has(blog)
}

const stoppedByHand = new Set<BlogId>()
