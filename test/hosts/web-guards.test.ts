import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Limits } from '../../electron/server/limits'
import { quietPorts } from '../helpers/host-under-test'
import { createTemporaryFolder } from '../helpers/temporary-folder'
import { startTestServer, type TestServer } from '../helpers/web-host'

const describeApp = { name: 'app.describe', params: {} }

async function start(limits: Partial<Limits> = {}): Promise<TestServer> {
  const folder = await createTemporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  await mkdir(join(rendererFolder, 'assets'), { recursive: true })
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Galley</title>')
  await writeFile(join(rendererFolder, 'preview.html'), '<!doctype html><title>Preview</title>')
  await writeFile(join(rendererFolder, 'assets', 'page-AbCd1234.js'), `// ${'long '.repeat(1000)}`)
  await writeFile(join(rendererFolder, 'diagram.js'), '// draws')
  await writeFile(join(rendererFolder, 'secret.pem'), 'a kind of file that the interface does not have')
  await writeFile(join(rendererFolder, '.hidden.js'), '// hidden')
  await writeFile(join(folder, 'outside.js'), '// outside')
  await symlink(join(folder, 'outside.js'), join(rendererFolder, 'link.js'))
  return startTestServer({
    port: 0,
    openFolder: '/the/folder',
    rendererFolder,
    ports: quietPorts(join(folder, 'data')),
    limits,
  })
}

describe('who is answered', () => {
  test('our own page, by both names of this machine', async () => {
    const server = await start()
    expect((await server.post(describeApp)).status).toBe(200)
    const host = `localhost:${server.port}`
    expect((await server.post(describeApp, { Host: host, Origin: `http://${host}` })).status).toBe(200)
  })

  test('nobody who names another host, whatever else is right (421)', async () => {
    const server = await start()
    const { port, origin } = server
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
    ]) {
      expect((await server.send({ headers: { Host: host } })).status, host).toBe(421)
      expect((await server.post(describeApp, { Host: host, Origin: `http://${host}` })).status).toBe(421)
    }
    const rebound = { Host: `evil.example:${port}`, Origin: origin }
    expect(await server.endOfSocket(rebound, [server.token])).toEqual({ kind: 'refused', status: 421 })
  })

  test('a page without an origin that asks for the script that draws diagrams, and for nothing else', async () => {
    const server = await start()
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
      'Sec-Fetch-Dest': 'script',
    }
    const script = await server.send({ path: '/diagram.js', headers })
    expect(script.status).toBe(200)
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin')
    for (const path of [
      '/assets/page-AbCd1234.js',
      '/index.html',
      '/preview.html',
      '/diagram.js/',
      '/x/diagram.js',
    ])
      expect((await server.send({ path, headers })).status, path).not.toBe(200)
  })

  test('nobody on another interface of the machine', async () => {
    const server = await start()
    await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow()
  })

  test('no message without the token, or with another (401)', async () => {
    const server = await start()
    const wrong = [
      undefined,
      '',
      'Bearer ',
      `Bearer ${server.token.slice(0, -1)}`,
      `Bearer ${server.token}x`,
      server.token,
    ]
    for (const Authorization of wrong)
      expect((await server.post(describeApp, { Authorization })).status, Authorization).toBe(401)
    const inQuery = await server.send({
      method: 'POST',
      path: `/api/request?token=${server.token}`,
      headers: { Origin: server.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(describeApp),
    })
    expect(inQuery.status).toBe(401)
  })

  test('no message from another page, or from nobody in particular (403)', async () => {
    const server = await start()
    const origins = [
      undefined,
      'null',
      'https://evil.example',
      `http://localhost:${server.port}`,
      `https://127.0.0.1:${server.port}`,
    ]
    for (const Origin of origins)
      expect((await server.post(describeApp, { Origin })).status, Origin).toBe(403)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await server.post(describeApp, { 'Sec-Fetch-Site': site })).status, site).toBe(403)
  })

  test('no message that is not JSON (415, 400)', async () => {
    const server = await start()
    for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
      expect((await server.post(describeApp, { 'Content-Type': type })).status, type).toBe(415)
    const headers = {
      Origin: server.origin,
      Authorization: `Bearer ${server.token}`,
      'Content-Type': 'application/json',
    }
    for (const body of ['', '{', Uint8Array.of(0x22, 0xff, 0x22)]) {
      const answer = await server.send({ method: 'POST', path: '/api/request', headers, body })
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
    }
  })

  test('only the methods that each address has (405)', async () => {
    const server = await start()
    expect((await server.send({ path: '/api/request' })).status).toBe(405)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
      expect((await server.send({ method })).status, method).toBe(405)
  })

  test('other sites may link to the page, and load nothing', async () => {
    const server = await start()
    const from = (mode: string, dest: string) => ({
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest },
    })
    expect((await server.send(from('navigate', 'document'))).status).toBe(200)
    expect((await server.send(from('navigate', 'iframe'))).status).toBe(403)
    expect((await server.send(from('no-cors', 'script'))).status).toBe(403)
  })
})

describe('the events socket', () => {
  test('takes our page with the token, and then only talks', async () => {
    const server = await start()
    const headers = { Origin: server.origin }
    expect(await server.endOfSocket(headers, [server.token, '{"name":"posts.list"}'])).toEqual({
      kind: 'closed',
      code: 4400,
    })
  })

  test('closes on a wrong token, on bytes, on a long message, and when none comes', async () => {
    const server = await start({ socketTokenMs: 100 })
    const headers = { Origin: server.origin }
    const closedWith = (code: number) => ({ kind: 'closed', code })
    expect(await server.endOfSocket(headers, ['wrong'])).toEqual(closedWith(4401))
    expect(await server.endOfSocket(headers, [Uint8Array.of(1, 2, 3)])).toEqual(closedWith(4400))
    expect(await server.endOfSocket(headers, [server.token.repeat(100)])).toEqual(closedWith(1009))
    expect(await server.endOfSocket(headers)).toEqual(closedWith(4408))
  })

  test('tells nothing to a page that has not shown the token', async () => {
    const server = await start({ socketTokenMs: 200 })
    const { WebSocket } = await import('ws')
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/api/events`, { origin: server.origin })
    const heard: unknown[] = []
    socket.on('message', (data) => heard.push(data))
    await new Promise((resolve) => socket.once('open', resolve))
    server.emit('menu.chosen', { action: 'secret' })
    await new Promise((resolve) => socket.once('close', resolve))
    expect(heard).toEqual([])
  })

  test('refuses other pages and nobody in particular (403), other addresses (404), and too many (503)', async () => {
    const server = await start({ maxSockets: 0 })
    const refusedWith = (status: number) => ({ kind: 'refused', status })
    expect(await server.endOfSocket({ Origin: server.origin })).toEqual(refusedWith(503))
    for (const headers of [{}, { Origin: 'null' }, { Origin: 'https://evil.example' }])
      expect(await server.endOfSocket(headers, [server.token])).toEqual(refusedWith(403))
    expect(await server.endOfSocket({ Origin: server.origin }, [server.token], '/elsewhere')).toEqual(
      refusedWith(404),
    )
    const foreign = { Origin: server.origin, 'Sec-Fetch-Site': 'cross-site' }
    expect(await server.endOfSocket(foreign, [server.token])).toEqual(refusedWith(403))
  })
})

describe('limits', () => {
  test('a message that is too large is refused whether it says its size or not (413)', async () => {
    const server = await start({ maxBodyBytes: 1000 })
    const large = { ...describeApp, padding: 'x'.repeat(2000) }
    const answer = await server.post(large)
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'too-large' } })
    expect((await server.post(large, { 'Transfer-Encoding': 'chunked' })).status).toBe(413)
    expect((await server.post(describeApp)).status).toBe(200)
  })

  test('more requests than the budget allows wait their turn (429)', async () => {
    const server = await start({ requestBurst: 3, requestsPerSecond: 0 })
    const statuses: number[] = []
    for (let count = 0; count < 5; count++) statuses.push((await server.send({})).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })
})

describe('files of the interface', () => {
  test.each([
    '/../outside.js',
    '/..%2foutside.js',
    '/assets/..%2f..%2foutside.js',
    '/..%5coutside.js',
    '/%2e%2e/outside.js',
    '/assets/../../outside.js',
    '//outside.js',
    '/index.html%00.js',
    '/link.js',
    '/.hidden.js',
    '/secret.pem',
    '/assets',
    '/%ff.js',
    '/missing.js',
  ])('%s is not there (404)', async (path) => {
    const server = await start()
    const { status, text } = await server.send({ path })
    expect(status).toBe(404)
    expect(text).not.toContain('outside')
  })

  test('carry their policy, their exact type, and no reason to guess, leak or embed', async () => {
    const server = await start()
    const { headers } = await server.send({ path: '/' })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = headers['content-security-policy']
    for (const directive of [
      "default-src 'none'",
      "script-src 'self';",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(directive)
    const preview = (await server.send({ path: '/preview.html' })).headers['content-security-policy']
    expect(preview).toContain("default-src 'none'")
    expect(preview).toContain("frame-ancestors 'self'")
    expect(preview).not.toContain('script-src')
  })

  test('with a hash in their name are kept and compressed, pages are asked for again', async () => {
    const server = await start()
    const path = '/assets/page-AbCd1234.js'
    const { headers } = await server.send({ path, headers: { 'Accept-Encoding': 'br, gzip' } })
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-encoding']).toBe('gzip')
    expect(Number(headers['content-length'])).toBeLessThan(1000)
    expect((await server.send({ path })).headers['content-encoding']).toBeUndefined()
    expect((await server.send({})).headers['cache-control']).toBe('no-cache')
  })

  test('HEAD gives the headers alone', async () => {
    const server = await start()
    const { headers, text } = await server.send({ method: 'HEAD' })
    expect(headers['content-length']).toBe('36')
    expect(text).toBe('')
  })
})

test('closing lets a running call end, and its answer arrive', async () => {
  const folder = await createTemporaryFolder()
  let choose: (folder: string | null) => void = () => undefined
  let tellAsked: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve
  })
  const pickFolder = () =>
    new Promise<string | null>((resolve) => {
      choose = resolve
      tellAsked()
    })
  const ports = { ...quietPorts(join(folder, 'data')), pickFolder }
  const server = await startTestServer({ port: 0, openFolder: null, rendererFolder: folder, ports })
  const answer = server.post({ name: 'blogs.pickFolder', params: {} })
  await asked
  const closed = server.close()
  choose('/chosen')
  expect(JSON.parse((await answer).text)).toEqual({ ok: true, value: { folder: '/chosen' } })
  await closed
})

test('the session hands over the asset key and the folder, never the token', async () => {
  const server = await start()
  const answer = await server.send({
    method: 'POST',
    path: '/api/session',
    headers: {
      Origin: server.origin,
      Authorization: `Bearer ${server.token}`,
      'Content-Type': 'application/json',
    },
    body: '{}',
  })
  const { value } = JSON.parse(answer.text)
  expect(value).toEqual({ assetKey: expect.stringMatching(/^[\w-]{43}$/), openFolder: '/the/folder' })
  expect(value.assetKey).not.toBe(server.token)
  expect(server.token).toMatch(/^[\w-]{43}$/)
})
