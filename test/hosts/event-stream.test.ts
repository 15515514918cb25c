import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openEventStream } from '../../renderer/client/event-stream'

type Behaviour = (socket: WebSocket, token: string) => void

/** A server whose treatment of each new socket is said by the test. */
async function serve(behave: Behaviour) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const tokens: string[] = []
  server.on('connection', (socket) => {
    socket.once('message', (data) => {
      tokens.push(String(data))
      behave(socket, String(data))
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const stream = openEventStream({
    url: `ws://127.0.0.1:${port}`,
    token: 'the-token',
    WebSocket: WebSocket as unknown as new (url: string) => globalThis.WebSocket,
  })
  onTestFinished(() => {
    stream.close()
    server.close()
  })
  const connections: boolean[] = []
  const waiting = new Set<() => void>()
  stream.onConnection((connected) => {
    connections.push(connected)
    for (const tell of waiting) tell()
  })
  return {
    server,
    stream,
    tokens,
    connections,
    untilConnections: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => connections.length >= count && resolve()
        waiting.add(look)
        look()
      }),
  }
}

describe('the stream of events', () => {
  test('shows the token first and passes on what comes after the host is ready', async () => {
    const { stream, tokens, connections } = await serve((socket) => {
      socket.send('ready')
      setTimeout(() => socket.send('{"name":"git.changed"}'), 10)
      setTimeout(() => socket.send('no JSON'), 10)
    })
    const events: unknown[] = []
    await new Promise<void>((resolve) => {
      stream.onEvent((event) => {
        events.push(event)
        if (events.length === 2) resolve()
      })
    })
    expect(tokens).toEqual(['the-token'])
    expect(events).toEqual([{ name: 'git.changed' }, null])
    expect(connections).toEqual([])
  })

  test('says when it is lost and when it is back, and comes back by itself', async () => {
    let count = 0
    const { untilConnections, connections } = await serve((socket) => {
      count += 1
      socket.send('ready')
      if (count < 3) socket.terminate()
    })
    await untilConnections(4)
    expect(connections).toEqual([false, true, false, true])
  })

  test('gives up on a host that does not know its token', async () => {
    const { stream, tokens, connections, untilConnections } = await serve((socket) => socket.close(4401))
    await stream.firstTry
    await untilConnections(1)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(connections).toEqual([false])
    expect(tokens).toHaveLength(1)
  })

  test('a listener that has left hears nothing more', async () => {
    const { stream, server } = await serve((socket) => socket.send('ready'))
    await stream.firstTry
    const heard: unknown[] = []
    const stop = stream.onEvent((event) => heard.push(event))
    stop()
    const last = new Promise((resolve) => stream.onEvent(resolve))
    for (const socket of server.clients) socket.send('{}')
    await last
    expect(heard).toEqual([])
  })
})
