import type { PostPath } from '#shared/contract/post-path'
import { isOverlay } from '../shell/use-window-width'
import type { App } from '../state/app'
import { notifyFailure } from '../state/notices'
import { openPost } from '../state/open-post'
import { changePreferences } from '../state/preferences'

let pointerIsDown = false
window.addEventListener('pointerdown', () => (pointerIsDown = true), { capture: true })
for (const end of ['pointerup', 'pointercancel']) {
  window.addEventListener(end, () => (pointerIsDown = false), { capture: true })
}

/** Resolves when no pointer is down and the events of its release have been handled. */
function pointerReleased(): Promise<void> {
  if (!pointerIsDown) return Promise.resolve()
  return new Promise((resolve) => {
    const release = () => setTimeout(resolve)
    window.addEventListener('pointerup', release, { once: true })
    window.addEventListener('pointercancel', release, { once: true })
  })
}

/**
 * Opens a post at once and then gives its text the focus, which a press gives to the pressed row first. A list that lies over the
 * text goes away.
 */
export function openFromList(app: App, path: PostPath): void {
  open(app, path).catch((error) => notifyFailure(app.notices, error))
}

async function open(app: App, path: PostPath): Promise<void> {
  await Promise.all([openPost(app, path), pointerReleased()])
  if (isOverlay()) changePreferences(app, { layout: { sidebarOpen: false } })
  const { current } = app.session.getState()
  if (current.kind === 'open' && current.path === path) (await app.loadEditor()).focus()
}
