import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { originOf, toApplication } from './address-space'
import { ipcMain } from './ipc-main'
import { wantedAddress } from './popups'
import { record } from './record'
import { strict } from './strict'
import { fromWire, toWire } from './wire'

/** The name of the preload's world in Chromium. */
const worldName = 'chromium-stand-in'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type Preferences = Electron.WebPreferences
type Message = { readonly channel: string; readonly call: number; readonly values: string }

/** The members that the stand-in has of Electron's class; the compiler compares them. */
type Members = Pick<
  Electron.WebContents,
  'id' | 'getURL' | 'send' | 'setWindowOpenHandler' | 'isDestroyed' | 'printToPDF'
> & { readonly mainFrame: Pick<Electron.WebFrameMain, 'url' | 'origin'> }

let lastId = 0

function pageScript(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8')
}

/** Only the top frame has a preload, and only a page that was loaded. */
function inTopFrame(source: string): string {
  return `if (window === window.top && location.href !== 'about:blank') { ${source} }`
}

function preloadScript(preloadFile: string): string {
  const process = { platform: globalThis.process.platform, type: 'renderer', sandboxed: true }
  return inTopFrame(`
    const __standInProcess = ${JSON.stringify(process)};
    ${pageScript('isolated-world.js')}
    (function (require, module, exports, process) { ${readFileSync(preloadFile, 'utf8')}
    })(__standInRequire, { exports: {} }, {}, __standInProcess);`)
}

/** A page of Chromium as Electron's `webContents`. */
export class StandInContents extends EventEmitter implements Members {
  readonly id = ++lastId
  readonly mainFrame: Members['mainFrame']
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  private page: Page | null = null
  private cdp: CDPSession | null = null
  private preloadContextId: number | null = null

  constructor() {
    super()
    const contents = this
    this.mainFrame = strict('WebFrameMain', {
      get url() {
        return contents.getURL()
      },
      get origin() {
        return originOf(contents.getURL())
      },
    })
  }

  /** Joins a page of the browser: its two worlds, its messages and its popups. */
  async attach(page: Page, { preload, contextIsolation }: Preferences): Promise<void> {
    if (contextIsolation !== true) throw new Error('The Chromium stand-in needs contextIsolation')
    this.page = page
    page.on('load', () => this.emit('did-finish-load'))
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    const cdp = await page.context().newCDPSession(page)
    this.cdp = cdp
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    const { frameTree } = await cdp.send('Page.getFrameTree')
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId = (context.auxData as { readonly frameId?: string }).frameId
      if (context.name === worldName && frameId === frameTree.frame.id) this.preloadContextId = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      this.answer(JSON.parse(payload) as Message, executionContextId).catch((error: unknown) => {
        record('reply-lost', String(error))
      })
    })
    cdp.on('Page.windowOpen', (opened) => {
      const url = wantedAddress(opened.url)
      const details = { url: toApplication(url), frameName: '', features: '', disposition: 'foreground-tab' }
      const answer = this.openHandler(details as Electron.HandlerDetails)
      record('window-open', details.url, answer.action)
      const options = answer.action === 'allow' ? (answer.overrideBrowserWindowOptions ?? {}) : null
      this.emit('stand-in-window-open', url, options)
    })
    await cdp.send('Runtime.addBinding', { name: '__standInSend', executionContextName: worldName })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: inTopFrame(pageScript('main-world.js')),
    })
    if (preload !== undefined)
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName, source: preloadScript(preload) })
  }

  private async answer({ channel, call, values }: Message, contextId: number): Promise<void> {
    const reply = await ipcMain
      .answer(channel, { sender: this, senderFrame: this.mainFrame }, fromWire(values) as unknown[])
      .then((value) => ({ value }))
      .catch((error: unknown) => ({ error: `Error invoking remote method '${channel}': ${error}` }))
    await this.evaluateInPreload(`__standInReply(${call}, ${JSON.stringify(toWire(reply))})`, contextId)
  }

  private async evaluateInPreload(expression: string, contextId: number | null): Promise<void> {
    if (contextId === null || this.isDestroyed()) return
    await this.cdp?.send('Runtime.evaluate', { contextId, expression })
  }

  getURL(): string {
    return toApplication(this.page?.url() ?? '')
  }

  send(channel: string, ...values: unknown[]): void {
    const expression = `__standInReceive(${JSON.stringify(channel)}, ${JSON.stringify(toWire(values))})`
    this.evaluateInPreload(expression, this.preloadContextId).catch((error: unknown) => {
      record('event-lost', channel, String(error))
    })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async printToPDF({ printBackground, preferCSSPageSize }: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (this.page === null) throw new Error('There is no page to print')
    return this.page.pdf({
      printBackground: printBackground ?? false,
      preferCSSPageSize: preferCSSPageSize ?? false,
    })
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false
  }
}
