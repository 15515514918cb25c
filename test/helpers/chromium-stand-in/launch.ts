import { type ChildProcess, fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumPath } from '../launch-chromium'
import type { ElectronLaunch, LaunchedElectron } from '../launch-electron'
import { buildStandIn } from './build'

const maxClosingMs = 10_000
const maxWindowMs = 20_000
const pollMs = 20

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

let built: Promise<string> | null = null

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** The main process: its messages, its errors and its end. */
class MainProcess {
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  private readonly waiting = new Map<number, Waiting>()
  private errors = ''
  private lastId = 0

  constructor(readonly child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text
      if (process.env.GALLEY_DEBUG === '1') process.stderr.write(text)
    })
    this.ended = new Promise((resolve) => {
      child.once('exit', () => resolve())
    })
    this.ready = new Promise((resolve, reject) => {
      child.on('message', (message: Answer | 'ready') => {
        if (message === 'ready') resolve()
        else this.settle(message)
      })
      this.ended.then(() => {
        const error = new Error(`The main process ended.\n${this.errors}`)
        reject(error)
        for (const { reject: rejectCall } of this.waiting.values()) rejectCall(error)
      })
    })
  }

  private settle({ id, value, error }: Answer) {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new Error(error))
  }

  evaluate(source: string, value: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId
      this.waiting.set(id, { resolve, reject })
      this.child.send({ id, source, value })
    })
  }

  async quit(): Promise<void> {
    const deadline = setTimeout(() => this.child.kill('SIGKILL'), maxClosingMs)
    if (this.child.connected) this.child.send('quit')
    await this.ended
    clearTimeout(deadline)
  }

  /** What the main process has written to its standard error, for messages about failures. */
  said(): string {
    return this.errors
  }
}

/** Dialogs are the application's affair: without a listener Playwright would answer them itself. */
function leaveDialogs(context: BrowserContext) {
  const leave = (page: Page) => page.on('dialog', () => undefined)
  for (const page of context.pages()) leave(page)
  context.on('page', leave)
}

async function firstWindow(windows: () => Page[], main: MainProcess): Promise<Page> {
  for (let waitedMs = 0; waitedMs < maxWindowMs; waitedMs += pollMs) {
    const [window] = windows()
    if (window !== undefined) {
      await window.waitForLoadState('domcontentloaded')
      return window
    }
    await sleep(pollMs)
  }
  throw new Error(`No window was opened.\n${main.said()}`)
}

/**
 * Runs a main bundle of the Electron host in Node, its windows being pages of Chromium, and connects to these pages. The shape is
 * that of Playwright's `_electron.launch`. `GALLEY_DEBUG=1` shows what the main process says.
 */
export async function launchStandIn({
  main,
  args = [],
  env = {},
}: ElectronLaunch): Promise<LaunchedElectron> {
  built ??= buildStandIn()
  const [folder, port] = await Promise.all([built, freePort()])
  const child = fork(main, args, {
    execArgv: ['--require', join(folder, 'register.cjs')],
    env: {
      ...process.env,
      ...env,
      CHROMIUM_STAND_IN_BROWSER: chromiumPath(),
      CHROMIUM_STAND_IN_PORT: String(port),
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  const mainProcess = new MainProcess(child)
  await mainProcess.ready
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('Chromium has no context')
  leaveDialogs(context)
  const windows = () => context.pages().filter((page) => page.url() !== 'about:blank')
  return {
    windows,
    firstWindow: () => firstWindow(windows, mainProcess),
    evaluate: async <Result>(run: unknown, value: unknown) =>
      (await mainProcess.evaluate(String(run), value)) as Result,
    process: () => child as ReturnType<LaunchedElectron['process']>,
    async close() {
      await mainProcess.quit()
      // the browser went with the process
      await browser.close().catch(() => undefined)
    },
  }
}
