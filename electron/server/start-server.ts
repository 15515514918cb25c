import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServices } from '#services/create-services'
import type { Ports } from '#services/ports'
import { createRouter } from '#services/router'
import { fail } from '#shared/contract/failure'
import { newSecret } from './access'
import { createEventSocket, type EventSocket } from './event-socket'
import { createHttpHost } from './http-host'
import { defaultLimits, type Limits } from './limits'

/** How to start a web host. `port` 0 lets the system choose; `openFolder` is opened by every page that comes. */
export type ServerOptions = {
  readonly port: number
  readonly openFolder: string | null
  readonly rendererFolder: string
  /** The services' ports but for `emit` and `ownPort`, which are the server's own. */
  readonly ports: Omit<Ports, 'emit' | 'ownPort'>
  readonly limits?: Partial<Limits>
}

/** A web host that answers. */
export type RunningServer = {
  readonly port: number
  readonly token: string
  /** The address to open, the token in its fragment. */
  readonly address: string
  /** Sends an event to every page. */
  readonly emit: Ports['emit']
  /** Lets the running calls end, then ends the services and every connection. */
  close(): Promise<void>
}

/** How long running calls may take when the server ends. */
const maxClosingMs = 5000

async function listen(server: Server, port: number): Promise<number> {
  try {
    // loopback only: nobody else on the network sees the port
    server.listen({ host: '127.0.0.1', port, exclusive: true })
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      fail('locked', `Port ${port} is in use by another program. Choose another, or none to get a free one.`)
    if (code === 'EACCES')
      fail('permission-denied', `Port ${port} is not open to you. Choose one above 1023.`)
    throw error
  }
  return (server.address() as AddressInfo).port
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const deadline = setTimeout(() => server.closeAllConnections(), maxClosingMs)
  await closed
  clearTimeout(deadline)
}

/**
 * Starts the services and a server for them on 127.0.0.1, with a token of its own. Fails with `locked` when the port is taken and
 * with `permission-denied` when the system does not give it.
 */
export async function startServer({
  port: wantedPort,
  openFolder,
  rendererFolder,
  ports,
  limits: changedLimits,
}: ServerOptions): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...changedLimits }
  const server = createServer({
    requestTimeout: limits.requestMs,
    headersTimeout: Math.min(limits.requestMs, 10_000),
    keepAliveTimeout: limits.idleMs,
  })
  server.maxConnections = limits.maxConnections
  const port = await listen(server, wantedPort)
  const token = newSecret()
  const socket: EventSocket = createEventSocket({ server, port, token, limits })
  const emit: Ports['emit'] = (name, payload) => socket.send({ name, payload })
  const services = createServices({ ...ports, emit, ownPort: port })
  server.on(
    'request',
    createHttpHost({
      port,
      token,
      limits,
      rendererFolder,
      session: { assetKey: newSecret(), openFolder },
      assets: services.assets,
      siteOriginOf: services.siteServers.originOf,
      remoteMedia: services.remoteMedia,
      route: createRouter(services.handlers, ports.log),
      log: ports.log,
    }),
  )
  return {
    port,
    token,
    address: `http://127.0.0.1:${port}/#token=${token}`,
    emit,
    async close() {
      socket.close()
      await closeServer(server)
      await services.dispose()
    },
  }
}
