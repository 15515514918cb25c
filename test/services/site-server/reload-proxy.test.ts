import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startReloadProxy } from '#services/site-server/reload-proxy'

/** A server whose every path answers otherwise, and the address of one that stands before it. */
async function serve() {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url} ${incoming.headers.host}`)
    if (incoming.url === '/old') outgoing.writeHead(301, { Location: `${target}/new/` }).end()
    else if (incoming.url === '/style.css')
      outgoing.writeHead(200, { 'Content-Type': 'text/css' }).end('p { color: red }')
    else if (incoming.url === '/latin')
      outgoing.writeHead(200, { 'Content-Type': 'text/html; charset=iso-8859-1' }).end(Buffer.from([0xe9]))
    else
      outgoing
        .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(`<p>Ünknown</p><a href="${target}/a">a</a>`)
  })
  server.on('upgrade', (_incoming, socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: test\r\nConnection: Upgrade\r\n\r\nhello')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const proxy = await startReloadProxy(target)
  onTestFinished(() => {
    proxy.close()
    server.close()
  })
  return { target, seen, ...proxy }
}

test('pages get the means to be loaded anew, and their own addresses as they are reached here', async () => {
  const { origin, target, seen } = await serve()
  const page = await fetch(`${origin}/nowhere?a=b`)
  expect(page.status).toBe(404)
  const html = await page.text()
  expect(html).toContain(`<p>Ünknown</p><a href="${origin}/a">a</a><script>`)
  expect(html).toContain('galley:reload')
  expect(seen).toEqual([`GET /nowhere?a=b ${new URL(target).host}`])
  const bytes = new Uint8Array(await (await fetch(`${origin}/latin`)).arrayBuffer())
  expect(bytes[0]).toBe(0xe9)
})

test('what is no page comes as it is, redirects stay here, sockets are joined', async () => {
  const { origin } = await serve()
  expect(await (await fetch(`${origin}/style.css`)).text()).toBe('p { color: red }')
  const redirect = await fetch(`${origin}/old`, { redirect: 'manual' })
  expect(redirect.headers.get('location')).toBe(`${origin}/new/`)
  const upgraded = request(origin, { headers: { Connection: 'Upgrade', Upgrade: 'test' } }).end()
  const [, , head] = await once(upgraded, 'upgrade')
  expect(String(head)).toBe('hello')
})

test('another host name, as of a page that was pointed at this machine, gets nothing', async () => {
  const { origin, seen } = await serve()
  const asked = request(origin, { headers: { Host: 'example.org' } }).end()
  const [answer] = await once(asked, 'response')
  expect(answer.statusCode).toBe(421)
  expect(seen).toEqual([])
})

test('a server that does not answer is said to', async () => {
  const proxy = await startReloadProxy('http://127.0.0.1:9')
  onTestFinished(() => proxy.close())
  const answer = await fetch(proxy.origin)
  expect(answer.status).toBe(502)
  expect(await answer.text()).toBe('The site’s own server does not answer.')
})
