import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../../electron/server/start-server'
import { quietPorts } from '../helpers/host-under-test'
import { chromiumOptions } from '../helpers/launch-chromium'
import { launchElectron } from '../helpers/launch-electron'
import { buildProbe, type Probe } from '../helpers/probe/build'
import type { ProbeWindow } from '../helpers/probe/page'
import { folderForFile } from '../helpers/test-folder'

const folder = await folderForFile()
let probe: Probe

beforeAll(async () => {
  probe = await buildProbe(join(folder, 'probe'))
})

type OpenedPage = { readonly page: Page; close(): Promise<void> }

async function openOnWeb(): Promise<OpenedPage> {
  const { rendererFolder } = probe
  const ports = quietPorts(join(folder, 'web-data'))
  const server = await startServer({ port: 0, openFolder: null, rendererFolder, ports })
  const browser = await chromium.launch(chromiumOptions())
  const page = await browser.newPage()
  await page.goto(server.address)
  return {
    page,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function openOnElectron(): Promise<OpenedPage> {
  const env = { GALLEY_DATA: join(folder, 'electron-data') }
  const electron = await launchElectron({ main: probe.main, env })
  return { page: await electron.firstWindow(), close: () => electron.close() }
}

/** Puts a frame into the page and gives the title of the document that it shows; empty or null when nothing came into it. */
function titleInFrame(page: Page, address: string): Promise<string | null> {
  return page.evaluate(async (source) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-same-origin')
    frame.src = source
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    // a navigation that the host refuses ends in no event at all
    const waited = new Promise((resolve) => setTimeout(resolve, 500))
    document.body.append(frame)
    await Promise.race([loaded, waited])
    const title = frame.contentDocument?.title ?? null
    frame.remove()
    return title
  }, address)
}

describe.each([
  ['web', openOnWeb],
  ['electron', openOnElectron],
] as const)('a page on the host %s', (_host, open) => {
  let opened: OpenedPage
  let page: Page

  beforeAll(async () => {
    opened = await open()
    page = opened.page
    await page.waitForFunction(() => document.title !== 'probe')
  })

  afterAll(() => opened.close())

  test('is connected to the services', async () => {
    expect(await page.title()).toBe('connected')
    const about = await page.evaluate(() =>
      (window as unknown as ProbeWindow).client.call('app.describe', {}),
    )
    expect(about.version).toBe('1.2.3')
  })

  test('runs no inline script, no script of a string, no script of an address with data', async () => {
    expect(await page.evaluate(() => document.documentElement.dataset.inline)).toBeUndefined()
    const ran = await page.evaluate(async () => {
      const marks: string[] = []
      Object.assign(window, { mark: (name: string) => marks.push(name) })
      const inline = document.createElement('script')
      inline.textContent = 'mark("inline")'
      const data = document.createElement('script')
      data.src = 'data:text/javascript,mark("data")'
      const settled = new Promise((resolve) => {
        data.onload = resolve
        data.onerror = resolve
      })
      document.body.append(inline, data)
      document.body.insertAdjacentHTML('beforeend', '<img src="missing:" onerror="mark(\'handler\')">')
      await settled
      await new Promise((resolve) => setTimeout(resolve, 50))
      return marks
    })
    expect(ran).toEqual([])
    // asked in a frame's own script: the debugger's evaluation is not subject to the policy
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI), {
            once: true,
          })
          setTimeout('document.title = "ran a string"', 0)
        }),
    )
    expect(refused).toBe('eval')
  })

  test('reaches nothing outside', async () => {
    const outcome = await page.evaluate(() => fetch('https://example.org/').then(() => 'reached', String))
    expect(outcome).toContain('Failed to fetch')
  })

  test('frames the preview, and is itself framed by nobody', async () => {
    expect(await titleInFrame(page, '/preview.html')).toBe('preview')
    expect(['', null]).toContain(await titleInFrame(page, '/index.html'))
  })

  test('has a preview that runs nothing, even where its frame would let it', async () => {
    const ran = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = '/preview.html'
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      const inside = frame.contentDocument
      const script = inside?.createElement('script')
      if (inside === null || script === undefined) return 'no document'
      script.textContent = 'document.title = "ran"'
      inside.body.append(script)
      const { title } = inside
      frame.remove()
      return title
    })
    expect(ran).toBe('preview')
  })

  test('hands out no file but those of the interface', async () => {
    const statuses = await page.evaluate(() =>
      Promise.all(
        [
          '/..%2f..%2fpackage.json',
          '/%2e%2e%2fmain%2fmain.cjs',
          '/assets/..%5c..%5cpackage.json',
          '/none.js',
        ].map(async (path) => (await fetch(path)).status),
      ),
    )
    expect(statuses).toEqual([404, 404, 404, 404])
  })
})

test('a web page without the token says what to do, and with it hides it from the address bar', async () => {
  const { page, close } = await openOnWeb()
  await page.waitForFunction(() => document.title === 'connected')
  expect(page.url()).not.toContain('token')
  await page.reload()
  await page.waitForFunction(() => document.title === 'connected')
  const stranger = await (await page.context().browser()?.newContext())?.newPage()
  await stranger?.goto(page.url())
  await stranger?.waitForFunction(() => document.title !== 'probe')
  expect(await stranger?.title()).toContain('Open the whole address that Galley printed')
  await close()
})
