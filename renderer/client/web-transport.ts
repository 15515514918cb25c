import { FailureError } from '#shared/contract/failure'
import type { Transport } from '#shared/contract/transport'
import { openEventStream } from './event-stream'
import { readReply, readSession } from './read-message'

/** What the pipe needs from its surroundings: a browser's window, or a test's stand-in for one. */
export type WebSurroundings = {
  /** The page's own origin, `http://127.0.0.1:49152`. */
  readonly origin: string
  readonly token: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly WebSocket: new (url: string) => WebSocket
}

/** A web transport, and the way to end it. */
export type WebTransport = Transport & { close(): void }

/**
 * The pipe to the web host on the page's own origin: requests by `POST` with the token in a header, events by a socket that shows
 * the token in its first message. Begins the session; rejects with a `FailureError` when the host refuses the token
 * (`refused`), and with the browser's own error when there is no host.
 */
export async function connectWeb({
  origin,
  token,
  fetch,
  WebSocket,
}: WebSurroundings): Promise<WebTransport> {
  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    return response.json()
  }

  const stream = openEventStream({ url: `${origin.replace(/^http/, 'ws')}/api/events`, token, WebSocket })
  try {
    const [answer] = await Promise.all([post('/api/session', {}), stream.firstTry])
    const reply = readReply(answer)
    if (reply?.ok === false) throw new FailureError(reply.error.code, reply.error.message)
    const session = readSession(reply?.value)
    if (session === null) throw new TypeError('the host began no session')
    const { assetKey, openFolder } = session
    return {
      host: 'web',
      request: (request) => post('/api/request', request),
      onEvent: stream.onEvent,
      onConnection: stream.onConnection,
      startFolder: async () => openFolder,
      assetBase: `/asset/${encodeURIComponent(assetKey)}`,
      close: stream.close,
    }
  } catch (error) {
    stream.close()
    throw error
  }
}
