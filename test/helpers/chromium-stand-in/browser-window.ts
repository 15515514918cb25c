import { EventEmitter } from 'node:events'
import type { Dialog, Page } from 'playwright'
import { toBrowser } from './address-space'
import { app } from './app'
import { openPage, takePopups } from './chromium'
import { decidePopup, type PopupOptions } from './popups'
import { preventable } from './record'
import { strict } from './strict'
import { StandInContents } from './web-contents'

const windows = new Set<StandInWindow>()

/** The members that the stand-in has of Electron's class; the compiler compares them. */
type Members = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
>

/** A page of Chromium as Electron's `BrowserWindow`. */
export class StandInWindow extends EventEmitter implements Members {
  readonly id: number
  readonly webContents = strict('webContents', new StandInContents())
  private readonly bounds: Electron.Rectangle
  private readonly opened: Promise<Page>
  private readonly expectedLoads = new Set<string>()
  private destroyed = false
  private maximized = false

  /** `popup`: the page that another window has opened for this one. */
  constructor(options: Electron.BrowserWindowConstructorOptions, popup?: Page) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.id = this.webContents.id
    this.bounds = { x, y, width, height }
    const window = strict('BrowserWindow', this)
    windows.add(window)
    app.emit('web-contents-created', {}, this.webContents)
    this.webContents.on('stand-in-window-open', (address: string, allowed: PopupOptions) =>
      decidePopup(address, allowed),
    )
    this.opened = window.open(options.webPreferences ?? {}, popup)
    // biome-ignore lint/correctness/noConstructorReturn: everyone sees the strict object, also the listeners
    return window
  }

  static getAllWindows(): StandInWindow[] {
    return [...windows]
  }

  private async open(preferences: Electron.WebPreferences, popup?: Page): Promise<Page> {
    const page = popup ?? (await openPage(this))
    await page.setViewportSize({ width: this.bounds.width, height: this.bounds.height })
    page.once('load', () => this.emit('ready-to-show'))
    page.on('dialog', (dialog) => this.onDialog(dialog))
    page.on('close', () => this.onClosed())
    await this.webContents.attach(page, preferences)
    return page
  }

  private async onDialog(dialog: Dialog): Promise<void> {
    if (dialog.type() !== 'beforeunload') return
    const event = preventable({})
    this.webContents.emit('will-prevent-unload', event)
    if (!event.defaultPrevented) app.stayOpen()
    await (event.defaultPrevented ? dialog.accept() : dialog.dismiss())
  }

  private onClosed(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.onAllWindowsClosed()
  }

  /** Whether the application itself asked for this load; the guards are not asked about it. */
  takeExpectedLoad(browserAddress: string): boolean {
    return this.expectedLoads.delete(browserAddress.split('#', 1)[0] ?? '')
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.opened
    const browserAddress = toBrowser(address)
    this.expectedLoads.add(browserAddress.split('#', 1)[0] ?? '')
    await page.goto(browserAddress)
  }

  close(): void {
    if (this.destroyed) return
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) void this.opened.then((page) => page.close({ runBeforeUnload: true }))
  }

  destroy(): void {
    this.onClosed()
    void this.opened.then((page) => page.close())
  }

  show(): void {
    this.emit('show')
  }

  focus(): void {
    this.emit('focus')
  }

  restore(): void {
    this.emit('restore')
  }

  maximize(): void {
    this.maximized = true
  }

  isMinimized(): boolean {
    return false
  }

  isMaximized(): boolean {
    return this.maximized
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }
}

// a window that a page may open is a window like any other; the browser has made its page already
takePopups((page, options) => new StandInWindow({ width: 760, height: 900, ...options }, page))
