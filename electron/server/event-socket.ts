import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { EventMessage } from '#shared/contract/transport'
import { isForUs, isFromOurPage, isSameSecret } from './access'
import type { Limits } from './limits'

/** The socket's one message is the token: longer ones are not read. */
const maxMessageBytes = 1024
/** A page that takes no events for so long that this much waits for it is cut off; it comes back and reads everything anew. */
const maxWaitingBytes = 16 * 1024 * 1024

const goingAwayCode = 1001
const maxGoodbyeMs = 500

/** Close codes of this socket, in the range that the protocol leaves to applications. */
export const closeCodes = { malformed: 4400, wrongToken: 4401, tokenMissing: 4408 } as const

/** Sends events to every page that has shown the token. */
export type EventSocket = {
  readonly send: (event: EventMessage) => void
  readonly close: () => void
}

/** What the socket needs; see `createEventSocket`. */
export type EventSocketOptions = {
  readonly server: Server
  readonly port: number
  readonly token: string
  readonly limits: Limits
}

function refuseUpgrade(socket: Duplex, status: string) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * Opens `/api/events` on the server. A page is taken when it names this host, is our own by its exact origin, and sends the token as
 * its first message; it then gets `ready` and after that one JSON text for each event. It has nothing else to say: any further
 * message closes the socket.
 */
export function createEventSocket({ server, port, token, limits }: EventSocketOptions): EventSocket {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  })
  const listening = new Set<WebSocket>()
  const answering = new WeakSet<WebSocket>()

  function statusAgainst({ headers, url }: IncomingMessage): string | null {
    if (!isForUs(headers, port)) return '421 Misdirected Request'
    if (url !== '/api/events') return '404 Not Found'
    if (!isFromOurPage(headers)) return '403 Forbidden'
    return sockets.clients.size >= limits.maxSockets ? '503 Service Unavailable' : null
  }

  function takeToken(socket: WebSocket, given: string) {
    if (!isSameSecret(given, token)) return socket.close(closeCodes.wrongToken)
    listening.add(socket)
    socket.send('ready')
  }

  function welcome(socket: WebSocket) {
    const tokenTimeout = setTimeout(() => socket.close(closeCodes.tokenMissing), limits.socketTokenMs)
    answering.add(socket)
    socket.on('pong', () => answering.add(socket))
    socket.on('message', (data, isBinary) => {
      clearTimeout(tokenTimeout)
      if (isBinary || listening.has(socket)) socket.close(closeCodes.malformed)
      else takeToken(socket, data.toString())
    })
    // the library closes the socket itself after an error, such as a message that is too long
    socket.on('error', () => listening.delete(socket))
    socket.on('close', () => {
      clearTimeout(tokenTimeout)
      listening.delete(socket)
    })
  }

  server.on('upgrade', (request, socket, head) => {
    const status = statusAgainst(request)
    if (status === null) sockets.handleUpgrade(request, socket, head, welcome)
    else refuseUpgrade(socket, status)
  })

  const pinging = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answering.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, limits.socketPingMs)

  return {
    send(event) {
      const text = JSON.stringify(event)
      for (const socket of listening) {
        if (socket.bufferedAmount > maxWaitingBytes) socket.terminate()
        else socket.send(text)
      }
    },
    close() {
      clearInterval(pinging)
      for (const socket of sockets.clients) socket.close(goingAwayCode)
      // a page that does not answer must not hold the server up
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, maxGoodbyeMs)
      sockets.close()
    },
  }
}
