import type { Session, WebContents, WebPreferences } from 'electron'
import {
  detachedAddress,
  diagramAddress,
  interfaceAddress,
  isPage,
  isPreview,
  liveAddress,
  origin,
} from './addresses'

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

/** The sites whose own servers run by the writer's word: whether one has exactly this origin, and whether any runs. */
export type ServedSites = {
  readonly hasOrigin: (origin: string) => boolean
  readonly isAnyReady: () => boolean
}

/**
 * Keeps a page where it is: it may load itself again, and frame the preview's document, the one that draws diagrams and the pages of a site's own
 * server; every other navigation (a link, a script, a redirect, a file dropped on the window), every webview and every new window is refused, but
 * for the one that the interface shows the preview alone in: it has no preload. Addresses are opened outside through the call
 * `app.openExternal`, after the writer asked for it.
 */
export function guardContents(contents: WebContents, sites: ServedSites): void {
  const isServed = (url: string): boolean => URL.canParse(url) && sites.hasOrigin(new URL(url).origin)
  const mayFrame = (url: string): boolean =>
    isPreview(url) ||
    isPage(url, diagramAddress) ||
    isPage(url.split('?', 1)[0] ?? '', liveAddress) ||
    isServed(url)
  contents.on('will-frame-navigate', (event) => {
    const isOwn = isPage(event.url, interfaceAddress) || isPage(event.url, detachedAddress)
    const isAllowed = event.isMainFrame ? isOwn : mayFrame(event.url)
    if (!isAllowed) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    // a site's server sends `/about` on to `/about/`
    if (event.isMainFrame || !isServed(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (url !== detachedAddress || !isPage(contents.getURL(), interfaceAddress)) return { action: 'deny' }
    const overrideBrowserWindowOptions = { autoHideMenuBar: true, webPreferences: guardedPreferences }
    return { action: 'allow', overrideBrowserWindowOptions }
  })
}

/** What Chromium calls reaching a server on this machine. */
const ownMachine: ReadonlySet<string> = new Set(['local-network-access', 'loopback-network'])

/**
 * Refuses every permission that a page can ask for or look up. The interface needs none, but for reaching this machine itself while a
 * site's own server runs: without it the server's pages could not be framed.
 */
export function refusePermissions(session: Session, sites: ServedSites): void {
  const isGranted = (permission: string, page: string): boolean =>
    ownMachine.has(permission) && sites.isAnyReady() && (page === origin || page.startsWith(`${origin}/`))
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isGranted(permission, requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
}
