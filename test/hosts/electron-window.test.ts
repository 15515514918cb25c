import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LaunchedElectron, launchElectron, usesRealElectron } from '../helpers/launch-electron'
import { buildProbe } from '../helpers/probe/build'
import type { ProbeWindow } from '../helpers/probe/page'
import { folderForFile } from '../helpers/test-folder'

const folder = await folderForFile()

type Recorded = { readonly what: string; readonly values: readonly unknown[] }

/** What the Chromium stand-in noted; Electron itself keeps no such list. */
function recordedBy(electron: LaunchedElectron): Promise<readonly Recorded[]> {
  return electron.evaluate(
    (modules) => (modules as unknown as { standIn: { recorded: Recorded[] } }).standIn.recorded,
  )
}

describe('the window', () => {
  let electron: LaunchedElectron
  let page: Page

  beforeAll(async () => {
    const { main } = await buildProbe(join(folder, 'probe'))
    const env = { GALLEY_DATA: join(folder, 'data') }
    electron = await launchElectron({ main, args: [folder], env })
    page = await electron.firstWindow()
    await page.waitForFunction(() => document.title === 'connected')
  })

  afterAll(() => electron.close())

  test('shows the page a frozen, listed surface and nothing of Node', async () => {
    const seen = await page.evaluate(() => {
      const { galley } = window as unknown as { readonly galley: object }
      return {
        members: Object.keys(galley).toSorted(),
        frozen: Object.isFrozen(galley),
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      }
    })
    expect(seen).toEqual({ members: ['onEvent', 'platform', 'request'], frozen: true, node: [] })
  })

  test('stays where it is: links, scripts and popups lead nowhere', async () => {
    const before = page.url()
    await page.click('#away')
    await page.click('#popup')
    await page.evaluate(() => window.open('https://example.org/opened'))
    for (const address of ['https://example.org/assigned', 'app://other/index.html', 'file:///etc/passwd'])
      await page.evaluate((target) => location.assign(target), address)
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = '/index.html?framed'
      document.body.append(frame)
    })
    await expect.poll(() => electron.windows().length).toBe(1)
    expect(await page.title()).toBe('connected')
    expect(page.url()).toBe(before)
  })

  test('is granted no permission', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).not.toContain('granted')
  })

  test.skipIf(usesRealElectron())(
    'asks the network for nothing, and opens nothing outside by itself',
    async () => {
      const what = (await recordedBy(electron)).map((entry) => entry.what)
      expect(what).toContain('navigation-refused')
      expect(what).not.toContain('network')
      expect(what).not.toContain('open-external')
    },
  )

  test('opens a web address outside when asked, and no other kind', async () => {
    await electron.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    const open = (url: string) =>
      page.evaluate(
        (address) =>
          (window as unknown as ProbeWindow).client
            .call('app.openExternal', { url: address })
            .then(() => 'opened')
            .catch((error) => error.code),
        url,
      )
    expect(await open('https://example.org/a')).toBe('opened')
    for (const url of ['file:///etc/passwd', 'javascript:1', 'smb://host/share', '\\\\host\\share', 'calc:'])
      expect(await open(url), url).toBe('refused')
    expect(
      await electron.evaluate(() => (globalThis as unknown as { readonly opened: string[] }).opened),
    ).toEqual(['https://example.org/a'])
  })

  test('has a menu whose items ask for actions of the interface', async () => {
    await page.evaluate(() => {
      const chosen: string[] = []
      Object.assign(window, { chosen })
      ;(window as unknown as ProbeWindow).client.on('menu.chosen', ({ action }) => chosen.push(action))
    })
    const ids = ['blog.open', 'blog.startPage', 'post.save', 'publish.open', 'view.write', 'view.split']
    ids.push('view.preview', 'view.toggleSidebar', 'view.toggleForm', 'frontMatter.toggleRaw')
    await electron.evaluate(({ Menu }, wanted) => {
      for (const id of wanted) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
    }, ids)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { chosen: string[] }).chosen))
      .toEqual(ids)
    const roles = await electron.evaluate(({ Menu }) => {
      const rolesIn = (menu: Electron.Menu | null | undefined): (string | undefined)[] =>
        (menu?.items ?? []).flatMap((item) => [item.role?.toLowerCase(), ...rolesIn(item.submenu)])
      return rolesIn(Menu.getApplicationMenu())
    })
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectall', 'togglefullscreen', 'help'])
      expect(roles).toContain(role)
  })

  test('gets the folder of a second start', async () => {
    await page.evaluate(() => {
      ;(window as unknown as ProbeWindow).client.on('blogs.openRequested', (payload) =>
        Object.assign(window, { requested: payload.folder }),
      )
    })
    await electron.evaluate(({ app }) => {
      app.emit('second-instance', {}, [], '/', { folder: '/another/blog' })
      app.emit('second-instance', {}, [], '/', 'malformed')
    })
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { requested?: string }).requested))
      .toBe('/another/blog')
  })

  test('asks before it leaves text that is not saved, and stays when the writer wants to stay', async () => {
    await page.click('body')
    await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()))
    await electron.evaluate(({ BrowserWindow, dialog }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBoxSync = (...values: unknown[]) => {
        asked.push((values.at(-1) as Electron.MessageBoxSyncOptions).message)
        return asked.length === 1 ? 0 : 1
      }
      BrowserWindow.getAllWindows()[0]?.close()
    })
    const asked = () => electron.evaluate(() => (globalThis as unknown as { readonly asked: string[] }).asked)
    await expect.poll(asked).toEqual(['This post has changes that are not saved.'])
    // the browser may be about to take the question off the page
    await expect.poll(() => page.title()).toBe('connected')
    const ended = new Promise((resolve) => electron.process().once('exit', resolve))
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    expect(await ended).toBe(0)
    expect(JSON.parse(await readFile(join(folder, 'data', 'window.json'), 'utf8'))).toMatchObject({
      isMaximized: false,
    })
  })
})
