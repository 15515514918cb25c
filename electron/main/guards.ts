import type { Session, WebContents, WebPreferences } from 'electron'
import { interfaceAddress, isPage, previewAddress } from './addresses'

/** How every window is set up: sandboxed, in a world of its own, with nothing of Node and nothing experimental. */
export const guardedPreferences = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
} as const satisfies WebPreferences

/**
 * Keeps a page where it is: it may load itself again, and frame the preview's document; every other navigation (a link, a script, a
 * redirect, a file dropped on the window), every new window and every webview is refused. Addresses are opened outside through
 * the call `app.openExternal`, after the writer asked for it.
 */
export function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    const page = event.isMainFrame ? interfaceAddress : previewAddress
    if (!isPage(event.url, page)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Refuses every permission that a page can ask for or look up: the interface needs none. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
