import { useCallback, useEffect, useRef, useState } from 'react'
import type { BlogId } from '#shared/contract/blog'
import type { PostPath } from '#shared/contract/post-path'
import type { SiteServerState } from '#shared/contract/site-server'
import { useApp, useAppState } from '../../shell/app-context'
import { notify, notifyFailure } from '../../state/notices'
import { liveStrings } from '../../strings/live-server'
import { ReaderWidth } from '../reader-width'
import { createFrameOfSite, type FrameOfSite } from './frame-of-site'
import styles from './live.module.css'
import { ServerBar } from './server-bar'
import { ServerLog } from './server-log'
import { usePostPage } from './use-post-page'

type LivePageProps = {
  readonly blog: BlogId
  readonly path: PostPath
  readonly state: Extract<SiteServerState, { readonly kind: 'ready' }>
  readonly log: readonly string[]
}

/** A server that does not load its pages anew has this long to see a saved file. */
const reloadAfterMs = 400

/** The post's page from the running server, with what the writer needs to know of the server above it. */
export function LivePage({ blog, path, state, log }: LivePageProps) {
  const [postPage, choosePage] = usePostPage(blog, path, state.build)
  const [isLogOpen, setLogOpen] = useState(false)
  const unsaved = useAppState('session', ({ posts }) => posts.get(path)?.save.kind === 'unsaved')
  const shown = postPage.kind === 'at' ? postPage.page : postPage.kind === 'not-found' ? state.home : null
  const frame = useFrameOfSite(blog, state.origin)
  const { show, reload } = frame
  useEffect(() => {
    if (shown !== null) show(shown)
  }, [shown, show])
  useReloadAfterSave(path, state, reload)
  const note =
    postPage.kind === 'looking'
      ? liveStrings.looking
      : postPage.kind === 'not-found'
        ? liveStrings.notFound
        : unsaved
          ? liveStrings.unsaved
          : null
  return (
    <div className={styles.live}>
      <ServerBar
        blog={blog}
        state={state}
        page={shown ?? ''}
        isLogOpen={isLogOpen}
        onLog={setLogOpen}
        onPage={choosePage}
        onReload={reload}
      />
      <p className={styles.note} role="status" data-empty={note === null}>
        {note}
      </p>
      <ReaderWidth>
        <iframe
          ref={frame.outer}
          className={styles.frame}
          title={liveStrings.frame}
          src={`./live.html?blog=${encodeURIComponent(blog)}`}
          onLoad={frame.onLoad}
        />
      </ReaderWidth>
      {isLogOpen ? <ServerLog lines={log} /> : null}
    </div>
  )
}

/** Joins the two frames, and remembers what to show until they are there. */
function useFrameOfSite(blog: BlogId, origin: string) {
  const app = useApp()
  const outer = useRef<HTMLIFrameElement>(null)
  const inner = useRef<FrameOfSite | null>(null)
  const wanted = useRef<string | null>(null)
  const show = useCallback((page: string) => {
    wanted.current = page
    inner.current?.show(page)
  }, [])
  const reload = useCallback(() => inner.current?.reload(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another blog has another page around the frame
  const onLoad = useCallback(() => {
    if (outer.current === null) return
    inner.current?.end()
    try {
      inner.current = createFrameOfSite(outer.current, {
        origin,
        title: liveStrings.page,
        onBlocked: (address) => {
          notify(app.notices, {
            kind: 'done',
            message: liveStrings.leads(address),
            action: {
              label: liveStrings.openOutside,
              run: () => {
                app.client
                  .call('app.openExternal', { url: address })
                  .catch((error) => notifyFailure(app.notices, error))
              },
            },
          })
        },
      })
    } catch (error) {
      notifyFailure(app.notices, error)
      return
    }
    if (wanted.current !== null) inner.current.show(wanted.current)
  }, [app, origin, blog])
  useEffect(() => () => inner.current?.end(), [])
  return { outer, onLoad, show, reload }
}

/** Most servers have their pages load themselves anew; for the others it is done when a post was saved, and when they say they have built. */
function useReloadAfterSave(path: PostPath, state: LivePageProps['state'], reload: () => void): void {
  const savedAt = useAppState('session', ({ posts }) => posts.get(path)?.savedAt ?? null)
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined)
  const first = useRef({ savedAt, build: state.build })
  useEffect(() => {
    const isSame = first.current.savedAt === savedAt && first.current.build === state.build
    const isBuilding = state.build === 'building'
    first.current = { savedAt, build: state.build }
    if (state.reloads || isSame || isBuilding) return
    clearTimeout(wait.current)
    wait.current = setTimeout(reload, reloadAfterMs)
  }, [savedAt, state.build, state.reloads, reload])
  useEffect(() => () => clearTimeout(wait.current), [])
}
