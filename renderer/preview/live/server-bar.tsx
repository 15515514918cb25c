import House from 'lucide-react/dist/esm/icons/house.mjs'
import RotateCw from 'lucide-react/dist/esm/icons/rotate-cw.mjs'
import Square from 'lucide-react/dist/esm/icons/square.mjs'
import { useEffect, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { BlogId } from '#shared/contract/blog'
import type { SiteServerState } from '#shared/contract/site-server'
import { useApp } from '../../shell/app-context'
import { liveStrings } from '../../strings/live-server'
import { Button } from '../../ui/button'
import styles from './live.module.css'
import { stopSiteServer } from './use-site-server'

type ServerBarProps = {
  readonly blog: BlogId
  readonly state: Extract<SiteServerState, { readonly kind: 'ready' }>
  /** The path that is shown; empty while none is. */
  readonly page: string
  readonly isLogOpen: boolean
  readonly onLog: (isOpen: boolean) => void
  /** A path that the writer typed; null for the post's own page. */
  readonly onPage: (page: string | null) => void
  readonly onReload: () => void
}

/** How the server is, which page it shows, and how to end it. */
export function ServerBar({ blog, state, page, isLogOpen, onLog, onPage, onReload }: ServerBarProps) {
  const app = useApp()
  const [typed, setTyped] = useState(page)
  useEffect(() => setTyped(page), [page])
  const word = liveStrings.states[state.build === 'failed' ? 'buildFailed' : state.build]
  return (
    <div className={styles.bar}>
      <span className={styles.state} role="status" data-build={state.build}>
        {word}
      </span>
      <input
        className={styles.address}
        aria-label={liveStrings.address}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTyped(page)
          if (key !== 'Enter') return
          const trimmed = typed.trim()
          if (trimmed === page) onReload()
          else onPage(trimmed === '' ? null : pathIn(trimmed))
        }}
        spellCheck="false"
        autoCapitalize="off"
      />
      <Button kind="bare" aria-label={liveStrings.thisPost} onPress={() => onPage(null)}>
        <House size={15} aria-hidden="true" />
      </Button>
      <Button kind="bare" aria-label={liveStrings.reload} onPress={onReload}>
        <RotateCw size={15} aria-hidden="true" />
      </Button>
      <ToggleButton className={styles.toggle ?? ''} isSelected={isLogOpen} onChange={onLog}>
        {liveStrings.log}
      </ToggleButton>
      <Button kind="bare" onPress={() => stopSiteServer(app, blog)}>
        <Square size={13} aria-hidden="true" /> {liveStrings.stop}
      </Button>
    </div>
  )
}

/** A typed path or a whole address as the path that is meant. */
function pathIn(typed: string): string {
  const path = typed.replace(/^https?:\/\/[^/]*/i, '')
  return path.startsWith('/') ? path : `/${path}`
}
