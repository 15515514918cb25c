import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type BrowserContext, chromium, type Page, type Route } from 'playwright'
import { originOf, protocolHandlers, toApplication } from './address-space'
import type { StandInWindow } from './browser-window'
import { mayPopupLoad, takeDecision, wantedAddress } from './popups'
import { preventable, record } from './record'
import { grantedPermissions, isGranted } from './session'

/** The pages that windows were made of; every other page is a popup, and closed. */
const windowOfPage = new Map<Page, StandInWindow>()
/** Origins that the application let a frame go to, such as that of a server on this machine: their requests go out. */
const reachedOrigins = new Set<string>()
const profileFolder = mkdtempSync(join(tmpdir(), 'chromium-stand-in-'))
let context: BrowserContext | null = null
let opening: Promise<unknown> = Promise.resolve()

function runningContext(): BrowserContext {
  if (context === null) throw new Error('Electron is not ready')
  return context
}

/** Asks the window's guards about a navigation that the page itself began; whether it may go on. */
function mayNavigate(window: StandInWindow, page: Page, route: Route): boolean {
  const request = route.request()
  const isMainFrame = request.frame() === page.mainFrame()
  if (isMainFrame && window.takeExpectedLoad(request.url())) return true
  const url = toApplication(request.url())
  const event = preventable({ url, isMainFrame, isSameDocument: false })
  window.webContents.emit('will-frame-navigate', event)
  if (isMainFrame) window.webContents.emit('will-navigate', event, url)
  if (event.defaultPrevented) record('navigation-refused', url)
  else if (!isMainFrame && url.startsWith('http://')) reachedOrigins.add(new URL(url).origin)
  return !event.defaultPrevented
}

function isOwnMachine(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1'
}

/** Fetches what the page wants as it wants it: the browser itself would keep an `https:` page from this machine's servers. */
async function fetchFrom(route: Route, url: string): Promise<void> {
  const asked = get(url, { headers: await route.request().allHeaders() })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
  await route.fulfill({
    status: response.statusCode ?? 500,
    headers: Object.fromEntries(headers),
    body: await buffer(response),
  })
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = toApplication(request.url())
  const handler = protocolHandlers.get(url.split(':', 1)[0] ?? '')
  if (handler === undefined && reachedOrigins.has(new URL(url).origin)) {
    // as in Electron, reaching this machine needs the application's permission
    const page = toApplication(pageOf(route)?.url() ?? '')
    if (isGranted('loopback-network', page))
      await runningContext().grantPermissions([...grantedPermissions(), 'local-network-access'])
    return route.continue()
  }
  if (handler === undefined) {
    record('network', request.method(), url)
    // this machine's own servers can be reached, which is all of the network that tests use
    return isOwnMachine(url) ? fetchFrom(route, url) : route.abort('internetdisconnected')
  }
  const body = request.postDataBuffer()
  const { origin, ...headers } = await request.allHeaders()
  const response = await handler(
    new Request(url, {
      method: request.method(),
      headers: origin === undefined ? headers : { ...headers, origin: originOf(toApplication(origin)) },
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    }),
  )
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

/** The page that a request belongs to; null for the first request of a popup, which has no frame yet. */
function pageOf(route: Route): Page | null {
  try {
    return route.request().frame().page()
  } catch {
    return null
  }
}

async function onRoute(route: Route): Promise<void> {
  try {
    const page = pageOf(route)
    const window = page === null ? undefined : windowOfPage.get(page)
    const isRefused =
      route.request().isNavigationRequest() &&
      (page === null || window === undefined
        ? !(await mayPopupLoad(route.request().url()))
        : !mayNavigate(window, page, route))
    await (isRefused ? route.abort('aborted') : answer(route))
  } catch (error) {
    record('protocol-error', route.request().url(), String(error))
    // the page may be gone by now, and its request with it
    await route.abort('failed').catch(() => undefined)
  }
}

let makeWindow: ((page: Page, options: Electron.BrowserWindowConstructorOptions) => StandInWindow) | null =
  null

/** Takes in how a page that another one has opened becomes a window. */
export function takePopups(make: NonNullable<typeof makeWindow>): void {
  makeWindow = make
}

async function takePopup(page: Page) {
  await opening
  if (windowOfPage.has(page)) return
  const allowed = await takeDecision()
  if (allowed === null || makeWindow === null) await page.close()
  else {
    windowOfPage.set(page, makeWindow(page, allowed))
    const address = wantedAddress(page.url())
    if (address !== page.url()) await page.evaluate((url) => location.replace(url), address)
  }
}

/** Starts the browser. `debuggingPort` is where the test connects to the same pages. */
export async function startChromium(executablePath: string, debuggingPort: string): Promise<void> {
  context = await chromium.launchPersistentContext(profileFolder, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    viewport: null,
    args: [
      `--remote-debugging-port=${debuggingPort}`,
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  await context.route('**/*', onRoute)
  const [blankPage] = context.pages()
  context.on('page', (page) => {
    if (page !== blankPage) takePopup(page).catch(() => record('popup-gone'))
  })
}

/** A page for a window. */
export function openPage(window: StandInWindow): Promise<Page> {
  const opened = opening.then(async () => {
    await runningContext().grantPermissions(grantedPermissions())
    const page = await runningContext().newPage()
    windowOfPage.set(page, window)
    return page
  })
  opening = opened
  return opened
}

/** Ends the browser and forgets its profile. */
export async function stopChromium(): Promise<void> {
  await context?.close()
  await rm(profileFolder, { recursive: true, force: true, maxRetries: 3 })
}
