import { FailureError } from '#shared/contract/failure'
import type { App } from './app'
import { changePreferences } from './preferences'

const size = 'popup,width=760,height=900'
const pollMs = 20
const maxWaitMs = 15_000

/**
 * Opens a window for the preview alone. It runs nothing of its own: this window writes into it, so that there is one owner of the text, and both show
 * the same at any moment. Closing it brings the preview back.
 * @throws FailureError `refused` when the browser opens no windows for us.
 */
export async function detachPreview(app: App): Promise<void> {
  const { window: open } = app.shownPreview.getState()
  if (open !== null) {
    open.focus()
    return
  }
  const opened = window.open('./detached.html', 'galley-preview', size)
  if (opened === null) {
    throw new FailureError(
      'refused',
      'The browser did not open a window for the preview. Allow this page to open windows, and try again.',
    )
  }
  await whenLoaded(opened)
  const close = (): void => opened.close()
  window.addEventListener('pagehide', close)
  const stop = app.blog.subscribe(({ kind }) => {
    if (kind !== 'open') opened.close()
  })
  opened.addEventListener(
    'pagehide',
    () => {
      window.removeEventListener('pagehide', close)
      stop()
      // a reload has nothing to show: the preview goes back as well
      opened.close()
      app.shownPreview.setState({ window: null })
    },
    { once: true },
  )
  if (app.preferences.getState().layout.view === 'preview')
    changePreferences(app, { layout: { view: 'split' } })
  app.shownPreview.setState({ window: opened })
}

/** Closes the preview's own window, which brings the preview back. */
export function attachPreview(app: App): void {
  app.shownPreview.getState().window?.close()
  window.focus()
}

/**
 * @throws FailureError `refused` when the page of the window does not come, or the window is closed before it does. What the browser shows meanwhile or
 * instead, such as an error page, may not be looked at.
 */
async function whenLoaded(opened: Window): Promise<void> {
  for (let waitedMs = 0; waitedMs < maxWaitMs && !opened.closed; waitedMs += pollMs) {
    if (isLoaded(opened)) return
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  opened.close()
  throw new FailureError(
    'refused',
    'The preview’s window did not come up. The preview is still here; open it in its own window again.',
  )
}

function isLoaded(opened: Window): boolean {
  try {
    const isThere = opened.location.pathname.endsWith('/detached.html')
    return isThere && opened.document.readyState === 'complete'
  } catch (error) {
    // a page of another origin, which an error page is
    if (error instanceof DOMException) return false
    throw error
  }
}
