import { EventEmitter } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerRequest } from '../../electron/main/answer-request'
import { guardContents, guardedPreferences, refusePermissions } from '../../electron/main/guards'
import { createIpcHost } from '../../electron/main/ipc-host'
import { folderInArguments } from '../../electron/main/open-folder-arguments'
import { keepWindowState, readWindowState } from '../../electron/main/window-state'
import { diagramPolicy } from '../../electron/services/pages/content-policies'
import { repositoryFile } from '../helpers/repository-root'
import { createTemporaryFolder } from '../helpers/temporary-folder'

describe('the guards', () => {
  test('give a page no power of its own', () => {
    const { sandbox, contextIsolation, webSecurity, ...powers } = guardedPreferences
    expect([sandbox, contextIsolation, webSecurity]).toEqual([true, true, true])
    expect(powers).toEqual({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    })
  })

  const served = 'http://localhost:4000'
  const sites = { hasOrigin: (origin: string) => origin === served, isAnyReady: () => true }

  function guarded(shown = 'app://galley/index.html') {
    const contents = new EventEmitter()
    let openWindow: unknown
    guardContents(
      Object.assign(contents, {
        getURL: () => shown,
        setWindowOpenHandler(handler: unknown) {
          openWindow = handler
        },
      }) as never,
      sites,
    )
    const isRefused = (name: string, details: object) => {
      let refused = false
      contents.emit(name, { ...details, preventDefault: () => (refused = true) })
      return refused
    }
    const open = openWindow as unknown as (details: { url: string }) => unknown
    return { isRefused, openWindow: (url: string) => open({ url }) }
  }

  test('let the interface load itself and the preview its document, and nothing else', () => {
    const { isRefused } = guarded()
    const refused = (url: string, isMainFrame: boolean) =>
      isRefused('will-frame-navigate', { url, isMainFrame })
    expect(refused('app://galley/index.html#open=x', true)).toBe(false)
    expect(refused('app://galley/preview.html', false)).toBe(false)
    expect(refused('app://galley/preview.html?blog=abcdef0123', false)).toBe(false)
    expect(refused('app://galley/diagram.html', false)).toBe(false)
    for (const url of [
      'https://example.org/',
      'app://other/index.html',
      'app://galley/asset/a/b/c.svg',
      'app://galley/preview.html',
      'app://galley/preview.html?blog=abcdef0123',
      'app://galley/diagram.html',
      'app://galley.evil/index.html',
      'file:///etc/passwd',
      'javascript:1',
      'data:text/html,x',
    ])
      expect(refused(url, true), url).toBe(true)
    expect(refused('app://galley/index.html', false)).toBe(true)
  })

  test('let a frame show the pages of a site’s own server while it runs, redirected ones too, and the page around them', () => {
    const { isRefused } = guarded()
    const refused = (url: string, isMainFrame = false) =>
      isRefused('will-frame-navigate', { url, isMainFrame })
    for (const url of [`${served}/a/b?c#d`, 'app://galley/live.html?blog=a']) {
      expect(refused(url), url).toBe(false)
      expect(refused(url, true), url).toBe(true)
    }
    expect(isRefused('will-redirect', { url: `${served}/about/`, isMainFrame: false })).toBe(false)
    expect(isRefused('will-redirect', { url: `${served}/about/`, isMainFrame: true })).toBe(true)
    for (const url of [
      'http://localhost:4001/',
      'http://127.0.0.1:4000/',
      'https://localhost:4000/',
      'http://localhost:4000@example.org/',
      'http://localhost:4000.example.org/',
    ]) {
      expect(refused(url), url).toBe(true)
      expect(isRefused('will-redirect', { url, isMainFrame: false }), url).toBe(true)
    }
  })

  test('refuse redirects, webviews and windows', () => {
    const { isRefused, openWindow } = guarded()
    expect(isRefused('will-redirect', { url: 'app://galley/index.html' })).toBe(true)
    expect(isRefused('will-attach-webview', {})).toBe(true)
    for (const url of [
      'app://galley/index.html',
      'https://example.org/',
      'about:blank',
      'app://galley/detached.html#x',
    ])
      expect(openWindow(url), url).toEqual({ action: 'deny' })
  })

  test('let the interface, and nobody else, open the window for the preview alone, without a preload', () => {
    const address = 'app://galley/detached.html'
    expect(guarded().openWindow(address)).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: guardedPreferences },
    })
    expect(guarded('app://galley/detached.html').openWindow(address)).toEqual({ action: 'deny' })
    expect(guarded('https://example.org/').openWindow(address)).toEqual({ action: 'deny' })
    expect(guardedPreferences).not.toHaveProperty('preload')
  })

  test('refuse every permission but that to reach this machine while a site’s server runs', () => {
    let isAnyReady = true
    const handlers = new Map<string, (...values: unknown[]) => unknown>()
    const keep = (name: string) => (handler: (...values: unknown[]) => unknown) => handlers.set(name, handler)
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    }
    refusePermissions(session as never, { hasOrigin: () => true, isAnyReady: () => isAnyReady })
    let answered: unknown
    const answer = (granted: boolean) => (answered = granted)
    const ask = (permission: string, requestingUrl: string) => {
      answered = undefined
      handlers.get('request')?.(null, permission, answer, { requestingUrl })
      const checked = handlers.get('check')?.(null, permission, requestingUrl)
      expect(checked).toBe(answered)
      return answered
    }
    expect(ask('media', 'app://galley/index.html')).toBe(false)
    expect(ask('loopback-network', 'app://galley/index.html')).toBe(true)
    expect(ask('loopback-network', 'http://localhost:4000/')).toBe(false)
    expect(ask('loopback-network', 'app://galley.example/')).toBe(false)
    isAnyReady = false
    expect(ask('loopback-network', 'app://galley')).toBe(false)
    expect(handlers.get('device')?.({})).toBe(false)
  })
})

describe('an address of the interface', () => {
  const read = async (...address: readonly string[]) => ({
    bytes: new TextEncoder().encode(address.join(' ')),
    contentType: 'image/png',
    sizeBytes: 0,
  })
  const answer = (url: string, method = 'GET', headers = new Headers()) =>
    answerRequest(
      { url, method, headers },
      {
        rendererFolder: repositoryFile('test/helpers/probe'),
        assets: { read, readOfSite: read },
        siteOriginOf: (blog) => (blog === 'served' ? 'http://localhost:4000' : null),
        remoteMedia: { isGivenFor: async (blog) => blog === 'consented' },
        printedPage: (name) => (name === 'known' ? '<p>Paper</p>' : null),
      },
    )

  test('leads to its own files, and to files of a blog', async () => {
    const page = await answer('app://galley/index.html')
    expect(page.status).toBe(200)
    expect(page.headers).toMatchObject({
      'Content-Security-Policy': expect.stringContaining("frame-ancestors 'none'"),
      'X-Content-Type-Options': 'nosniff',
    })
    const asset = await answer('app://galley/asset/blog/posts%2Fa.md/..%2Fb%20c.png?x')
    expect(new TextDecoder().decode(asset.body)).toBe('blog posts/a.md ../b c.png')
    expect(asset.headers['Content-Security-Policy']).toContain('sandbox')
    const sheet = await answer('app://galley/asset/blog/@site/%3Dpublic/css/a%20b.css')
    expect(new TextDecoder().decode(sheet.body)).toBe('blog public css/a b.css')
  })

  test('gives a page without an origin the script that draws diagrams, and nothing else', async () => {
    const rendererFolder = await createTemporaryFolder()
    for (const name of ['diagram.html', 'diagram.js', 'other.js'])
      await writeFile(join(rendererFolder, name), '')
    const ask = (name: string, headers: Readonly<Record<string, string>>) =>
      answerRequest(
        { url: `app://galley/${name}`, method: 'GET', headers: new Headers(headers) },
        {
          rendererFolder,
          assets: { read, readOfSite: read },
          siteOriginOf: () => null,
          remoteMedia: { isGivenFor: async () => false },
          printedPage: () => null,
        },
      )
    const without = { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }
    const script = await ask('diagram.js', without)
    expect(script.status).toBe(200)
    expect(script.headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
    expect((await ask('other.js', without)).status).toBe(403)
    expect((await ask('diagram.html', without)).status).toBe(403)
    expect((await ask('other.js', {})).headers['Cross-Origin-Resource-Policy']).toBe('same-origin')
    const page = await ask('diagram.html', {})
    expect(page.headers['Content-Security-Policy']).toBe(diagramPolicy)
    expect(diagramPolicy).toContain("default-src 'none'; script-src 'self'; style-src 'unsafe-inline';")
    expect(diagramPolicy).toMatch(/; sandbox allow-scripts$/)
  })

  test('leads to a page that may frame a blog’s own server, and that alone, while it runs', async () => {
    const { status, headers, body } = await answer('app://galley/live.html?blog=served')
    expect(status).toBe(200)
    const policy = headers['Content-Security-Policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('frame-src http://localhost:4000;')
    expect(policy).toContain("frame-ancestors 'self'")
    expect(headers['Cache-Control']).toBe('no-store')
    expect(new TextDecoder().decode(body)).not.toContain('<script')
    expect((await answer('app://galley/live.html?blog=other')).status).toBe(404)
    expect((await answer('app://galley/live.html')).status).toBe(404)
  })

  test('lets the preview load media of other hosts for a blog that may, and nothing else of them', async () => {
    const policyFor = async (search: string) =>
      (await answer(`app://galley/preview.html${search}`)).headers['Content-Security-Policy']
    const wide = await policyFor('?blog=consented')
    expect(wide).toContain("img-src 'self' data: https: http:; media-src 'self' https: http:;")
    expect(wide?.match(/https:/g)).toHaveLength(2)
    for (const search of ['', '?blog=', '?blog=other', '?blog=other&blog=consented'])
      expect(await policyFor(search)).not.toMatch(/https?:/)
    const index = await answer('app://galley/index.html?blog=consented')
    expect(index.headers['Content-Security-Policy']).not.toMatch(/https?:/)
  })

  test('is none for a page of another origin', async () => {
    const ask = (headers: Record<string, string>) =>
      answer('app://galley/index.html', 'GET', new Headers(headers))
    for (const headers of [
      { Origin: 'http://localhost:4000' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ] as Record<string, string>[])
      expect((await ask(headers)).status).toBe(403)
    expect((await ask({ Origin: 'app://galley', 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  test('leads to a page that is being printed, which loads nothing and runs nothing', async () => {
    const page = await answer('app://galley/print/known')
    expect(new TextDecoder().decode(page.body)).toBe('<p>Paper</p>')
    expect(page.headers['Content-Security-Policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; font-src data:; sandbox",
    )
    expect((await answer('app://galley/print/other')).status).toBe(404)
  })

  test('is none on another host, by another method, or outside its folder', async () => {
    expect((await answer('app://other/index.html')).status).toBe(404)
    expect((await answer('app://galley/index.html', 'POST')).status).toBe(405)
    expect((await answer('app://galley/..%2f..%2f..%2fpackage.json')).status).toBe(404)
  })
})

describe('the sender of a message', () => {
  const mainFrame = { origin: 'app://galley' }
  const webContents = { mainFrame }
  const window = { webContents, isDestroyed: () => false }
  type Listener = (event: unknown, message: unknown) => Promise<unknown>

  function answerTo(event: unknown, currentWindow: unknown = window): Promise<unknown> {
    let listener: Listener = async () => 'no listener'
    createIpcHost({
      ipcMain: {
        handle(_channel: string, given: Listener) {
          listener = given
        },
      } as never,
      route: async () => ({ ok: true, value: 'routed' }),
      currentWindow: () => currentWindow as never,
    })
    return listener(event, {})
  }

  const routed = { ok: true, value: 'routed' }
  const refused = { ok: false, error: { code: 'refused' } }

  test('is the top frame of our window, on our origin', async () => {
    expect(await answerTo({ sender: webContents, senderFrame: mainFrame })).toEqual(routed)
  })

  test('is nobody else', async () => {
    const frame = { origin: 'app://galley' }
    const moved = { webContents: { mainFrame: { origin: 'https://example.org' } }, isDestroyed: () => false }
    expect(await answerTo({ sender: webContents, senderFrame: frame })).toMatchObject(refused)
    expect(await answerTo({ sender: webContents, senderFrame: null })).toMatchObject(refused)
    expect(await answerTo({ sender: { mainFrame }, senderFrame: mainFrame })).toMatchObject(refused)
    expect(
      await answerTo({ sender: moved.webContents, senderFrame: moved.webContents.mainFrame }, moved),
    ).toMatchObject(refused)
    expect(await answerTo({ sender: webContents, senderFrame: mainFrame }, null)).toMatchObject(refused)
  })
})

test('the pipe is settled once no call is running', async () => {
  let finish: () => void = () => undefined
  let listener: (event: unknown, message: unknown) => Promise<unknown> = async () => null
  const mainFrame = { origin: 'app://galley' }
  const webContents = { mainFrame }
  const { settled } = createIpcHost({
    ipcMain: {
      handle(_channel: string, given: typeof listener) {
        listener = given
      },
    } as never,
    route: () =>
      new Promise((resolveCall) => {
        finish = () => resolveCall({ ok: true, value: null })
      }),
    currentWindow: () => ({ webContents, isDestroyed: () => false }) as never,
  })
  await settled()
  const running = listener({ sender: webContents, senderFrame: mainFrame }, {})
  const order: string[] = []
  const waiting = settled().then(() => order.push('settled'))
  await new Promise((resolveTick) => setTimeout(resolveTick, 20))
  order.push('finished')
  finish()
  await Promise.all([running, waiting])
  expect(order).toEqual(['finished', 'settled'])
})

describe('the place of the window', () => {
  const screen = {
    getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1600, height: 1000 } }) as Electron.Display,
  }
  const windowAt = (x: number) => ({
    getNormalBounds: () => ({ x, y: 40, width: 1200, height: 800 }),
    isMaximized: () => true,
  })

  test('is found again', async () => {
    const file = join(await createTemporaryFolder(), 'new', 'window.json')
    keepWindowState(file, windowAt(60))
    expect(readWindowState(file, screen)).toEqual({
      bounds: { x: 60, y: 40, width: 1200, height: 800 },
      isMaximized: true,
    })
  })

  test('is forgotten when it is damaged, missing, or on a screen that is gone', async () => {
    const file = join(await createTemporaryFolder(), 'window.json')
    expect(readWindowState(file, screen)).toBeNull()
    await writeFile(file, '{"bounds":{"x":"left"}}')
    expect(readWindowState(file, screen)).toBeNull()
    keepWindowState(file, windowAt(1550))
    expect(readWindowState(file, screen)).toBeNull()
  })
})

test('the folder on a command line is found among switches, for a packaged program and for one that Electron was given', () => {
  expect(folderInArguments(['galley', '--switch', 'my blog'], '/home/ada', false)).toBe(
    resolve('/home/ada/my blog'),
  )
  expect(folderInArguments(['electron', '--no-sandbox', 'main.cjs', '/blog'], '/', true)).toBe(
    resolve('/blog'),
  )
  expect(folderInArguments(['electron', 'main.cjs', '--inspect=0'], '/', true)).toBeNull()
  expect(folderInArguments(['galley'], '/', false)).toBeNull()
})
