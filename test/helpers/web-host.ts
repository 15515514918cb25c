import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type RunningServer, type ServerOptions, startServer } from '../../electron/server/start-server'

/** An answer as it came. */
export type RawAnswer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A request in which everything can be wrong. */
export type RawRequest = {
  readonly method?: string
  /** Sent as it is. */
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

/** How a socket ended: the HTTP status that refused it, or the code that it was closed with. */
export type SocketEnd =
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'closed'; readonly code: number }

/** A web host of a test's own, and ways to ask it that no browser has. */
export type TestServer = RunningServer & {
  readonly origin: string
  send(request: RawRequest): Promise<RawAnswer>
  /** Sends a message as our own page would, with `changes` made to its headers; a header set to undefined is left out. */
  post(message: unknown, changes?: Readonly<Record<string, string | undefined>>): Promise<RawAnswer>
  /** Opens the events socket with these headers, sends `messages` once it is open, and waits for its end. */
  endOfSocket(
    headers: OutgoingHttpHeaders,
    messages?: readonly (string | Uint8Array)[],
    path?: string,
  ): Promise<SocketEnd>
}

/** Starts a web host that ends with the running test. */
export async function startTestServer(options: ServerOptions): Promise<TestServer> {
  const server = await startServer(options)
  onTestFinished(() => server.close())
  const origin = `http://127.0.0.1:${server.port}`

  const send: TestServer['send'] = ({ method = 'GET', path = '/', headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers, agent: false })
      asked.once('error', reject)
      asked.once('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      asked.end(body)
    })

  return {
    ...server,
    origin,
    send,
    post(message, changes = {}) {
      const headers = {
        Origin: origin,
        Authorization: `Bearer ${server.token}`,
        'Content-Type': 'application/json',
        ...changes,
      }
      return send({
        method: 'POST',
        path: '/api/request',
        headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
        body: JSON.stringify(message),
      })
    },
    endOfSocket: (headers, messages = [], path = '/api/events') =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
        socket.once('unexpected-response', (_request, response) => {
          resolve({ kind: 'refused', status: response.statusCode ?? 0 })
          socket.terminate()
        })
        socket.on('error', () => undefined)
        socket.once('open', () => {
          for (const message of messages) socket.send(message)
        })
        socket.once('close', (code) => resolve({ kind: 'closed', code }))
      }),
  }
}
