import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** Stands before a server whose pages do not load themselves anew. */
export type ReloadProxy = {
  /** Where the site is reached through it: loopback, a port of its own. */
  readonly origin: string
  close(): void
}

const maxPageBytes = 16 * 1024 * 1024

/**
 * What each page gets at its end: it loads itself anew when the window that it is framed in says so, which keeps the place that it is
 * scrolled to. From outside its origin nobody can do that to it. It answers first, so that a page without the script is noticed.
 */
const script =
  '<script>addEventListener("message",function(e){if(e.source===top&&e.data==="galley:reload"){top.postMessage("galley:reloading","*");location.reload()}})</script>'

/** Serves what the server at `target` serves, its pages with the script above. Answers to its own exact host name alone. */
export async function startReloadProxy(target: string): Promise<ReloadProxy> {
  const { hostname, port } = new URL(target)
  const host = hostname.replace(/^\[|\]$/g, '')
  const sockets = new Set<Socket>()
  let origin = ''

  const isForUs = ({ headers }: IncomingMessage): boolean => `http://${headers.host}` === origin
  const towards = ({ headers }: IncomingMessage) => ({
    ...headers,
    host: `${hostname}:${port}`,
    ...(headers.origin === origin ? { origin: target } : {}),
    // what is changed on its way must be plain
    'accept-encoding': 'identity',
  })

  const server = createServer((incoming, outgoing) => {
    if (!isForUs(incoming)) {
      outgoing.writeHead(421).end()
      return
    }
    const options = { host, port, path: incoming.url, method: incoming.method, headers: towards(incoming) }
    const forwarded = ask(options, (answer) => {
      giveBack(answer, outgoing, target, origin).catch(() => outgoing.destroy())
    })
    forwarded.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' })
      outgoing.end('The site’s own server does not answer.')
    })
    incoming.pipe(forwarded)
  })
  server.on('upgrade', (incoming, socket: Socket, head) => {
    if (!isForUs(incoming)) {
      socket.destroy()
      return
    }
    const there = connect({ host, port: Number(port) }, () => {
      const lines = Object.entries(towards(incoming)).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => `${name}: ${one}`),
      )
      there.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    for (const [one, other] of [
      [there, socket],
      [socket, there],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Hands an answer on: a page with the script and its own addresses as they are reached here, anything else as it came. */
async function giveBack(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  origin: string,
): Promise<void> {
  const { statusCode = 502, headers } = answer
  const location = headers.location?.startsWith(`${target}/`)
    ? { location: origin + headers.location.slice(target.length) }
    : {}
  const isPage =
    /^text\/html\b/i.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined
  if (!isPage) {
    outgoing.writeHead(statusCode, { ...headers, ...location })
    answer.pipe(outgoing)
    return
  }
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > maxPageBytes) throw new Error('the page is too large')
    chunks.push(chunk)
  }
  // byte for byte, whatever the page's encoding: the addresses looked for are ASCII
  const html = Buffer.concat(chunks).toString('latin1').replaceAll(target, origin)
  const body = Buffer.from(statusCode === 304 || sizeBytes === 0 ? html : html + script, 'latin1')
  const { 'transfer-encoding': _encoding, 'content-length': _length, ...others } = headers
  outgoing.writeHead(statusCode, { ...others, ...location, 'content-length': body.byteLength })
  outgoing.end(body)
}
