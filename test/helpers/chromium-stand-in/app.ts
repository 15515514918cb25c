import { EventEmitter } from 'node:events'
import { StandInWindow } from './browser-window'
import { startChromium, stopChromium } from './chromium'
import { preventable } from './record'
import { strict } from './strict'

type Members = Pick<
  Electron.App,
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'enableSandbox'
  | 'setPath'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>

/** Electron's `app`: ready when Chromium runs, ending in Electron's order (before-quit, windows, will-quit, quit). */
class StandInApp extends EventEmitter implements Members {
  readonly isPackaged = false
  private ready = false
  private quitting = false
  private readonly paths = new Map<string, string>()
  private readonly started: Promise<void>

  constructor() {
    super()
    this.started = this.start()
  }

  private async start(): Promise<void> {
    const { CHROMIUM_STAND_IN_BROWSER = '', CHROMIUM_STAND_IN_PORT = '0' } = process.env
    await startChromium(CHROMIUM_STAND_IN_BROWSER, CHROMIUM_STAND_IN_PORT)
    this.ready = true
    setImmediate(() => this.emit('ready', {}, {}))
  }

  isReady(): boolean {
    return this.ready
  }

  whenReady(): Promise<void> {
    return this.started
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  requestSingleInstanceLock(): boolean {
    return true
  }

  quit(): void {
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.quitting = true
    const windows = StandInWindow.getAllWindows()
    if (windows.length === 0) this.end()
    for (const window of windows) window.close()
  }

  /** A page objected to its window's closing, and nobody overruled it. */
  stayOpen(): void {
    this.quitting = false
  }

  /** The last window is gone. */
  onAllWindowsClosed(): void {
    if (this.quitting || this.listenerCount('window-all-closed') === 0) this.end()
    else this.emit('window-all-closed')
  }

  private end(): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }

  exit(exitCode = 0): void {
    this.emit('quit', {}, exitCode)
    // a browser that is gone already must not keep the process
    stopChromium().finally(() => process.exit(exitCode))
  }
}

/** See `StandInApp`. */
export const app = strict('app', new StandInApp())
