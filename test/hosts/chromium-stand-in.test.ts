import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchStandIn } from '../helpers/chromium-stand-in/launch'
import type { LaunchedElectron } from '../helpers/launch-electron'
import { folderForFile } from '../helpers/test-folder'

const mainScript = `
const { app, BrowserWindow, ipcMain, protocol } = require('electron')
const path = require('node:path')
protocol.registerSchemesAsPrivileged([{ scheme: 'try', privileges: { standard: true } }])
app.whenReady().then(() => {
  protocol.handle('try', () => new Response('<!doctype html><title>tried</title>', {
    headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'" },
  }))
  ipcMain.handle('double', (_event, number) => number * 2)
  ipcMain.handle('echo', (event, value) => { event.sender.send('echoed', value); return value })
  ipcMain.handle('fail', () => { throw new TypeError('no') })
  new BrowserWindow({
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), contextIsolation: true },
  }).loadURL('try://host/page')
})`

const preloadScript = `
const { contextBridge, ipcRenderer } = require('electron')
globalThis.leaked = 'from the preload'
contextBridge.exposeInMainWorld('tried', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  onEcho: (listener) => { ipcRenderer.on('echoed', (_event, value) => listener(value)) },
  add: (one, other) => one + other,
  nested: { list: [1, 2] },
  missing: () => require('node:fs'),
})`

type Tried = {
  readonly invoke: (channel: string, value?: unknown) => Promise<unknown>
  readonly onEcho: (listener: (value: unknown) => void) => void
  readonly add: (one: number, other: number) => number
  readonly nested: { readonly list: readonly number[] }
  readonly missing: () => unknown
}
type TriedWindow = { readonly tried: Tried }

const folder = await folderForFile()
let electron: LaunchedElectron
let page: Page

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'main.cjs'), mainScript)
  await writeFile(join(folder, 'preload.cjs'), preloadScript)
  electron = await launchStandIn({ main: join(folder, 'main.cjs') })
  page = await electron.firstWindow()
})

afterAll(() => electron.close())

test('a page of the application’s own scheme comes from its handler', async () => {
  expect(await page.title()).toBe('tried')
  expect(
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('try://host/page')
})

test('calls, events and errors cross as in Electron', async () => {
  const answers = await page.evaluate(async () => {
    const { tried } = window as unknown as TriedWindow
    const heard = new Promise((resolve) => tried.onEcho(resolve))
    const value = { text: 'ä', number: 1.5, list: [null, undefined, true], day: new Date(0) }
    const message = (error: unknown) => (error as Error).message
    return {
      doubled: await tried.invoke('double', 21),
      same: JSON.stringify(await tried.invoke('echo', value)) === JSON.stringify(value),
      heard: JSON.stringify(await heard) === JSON.stringify(value),
      failed: await tried.invoke('fail').catch(message),
      unknown: await tried.invoke('unknown').catch(message),
      sum: tried.add(2, 3),
    }
  })
  expect(answers).toEqual({
    doubled: 42,
    same: true,
    heard: true,
    failed: "Error invoking remote method 'fail': TypeError: no",
    unknown: "Error invoking remote method 'unknown': Error: No handler registered for 'unknown'",
    sum: 5,
  })
})

test('the page and the preload live in worlds of their own', async () => {
  const seen = await page.evaluate(() => {
    const { tried } = window as unknown as TriedWindow
    const attempt = (action: () => unknown) => {
      try {
        return String(action())
      } catch (error) {
        return (error as Error).message
      }
    }
    return {
      leaked: 'leaked' in window,
      internals: Object.keys(window).filter((name) => name.startsWith('__standIn')),
      frozen: Object.isFrozen(tried) && Object.isFrozen(tried.nested.list),
      module: attempt(() => tried.missing()),
      element: attempt(() => tried.invoke('echo', document.body)),
    }
  })
  expect(seen).toMatchObject({
    leaked: false,
    internals: [],
    frozen: true,
    module: 'module not found: node:fs',
    element: expect.stringContaining('could not be cloned'),
  })
})

test('a member that it lacks is an error that names it', async () => {
  const use = (run: (electron: typeof Electron.CrossProcessExports) => unknown) =>
    electron.evaluate(run).then(String, (error: Error) => error.message)
  expect(await use(({ app }) => app.getLocale())).toContain('The Chromium stand-in has no app.getLocale')
  expect(await use((modules) => modules.safeStorage)).toContain(
    'The Chromium stand-in has no electron.safeStorage',
  )
  expect(await use(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setOpacity(0.5))).toContain(
    'The Chromium stand-in has no BrowserWindow.setOpacity',
  )
})
