import { join } from 'node:path'
import { WebSocket } from 'ws'
import { createServices } from '#services/create-services'
import type { Ports } from '#services/ports'
import { createRouter } from '#services/router'
import type { ElectronBridge, Transport } from '#shared/contract/transport'
import { startServer } from '../../electron/server/start-server'
import { type Client, createClient } from '../../renderer/client/client'
import { connectWeb } from '../../renderer/client/web-transport'
import { launchElectron } from './launch-electron'
import type { Probe } from './probe/build'
import { repositoryFile } from './repository-root'

/** A host with the product's client on it. */
export type HostUnderTest = {
  readonly client: Client
  /** Sends anything at all, also what the client would never send, and gives what comes back. */
  readonly request: (message: unknown) => Promise<unknown>
  close(): Promise<void>
}

/** What each host is started with. `openFolder` is what the writer asked for on the command line. */
export type HostOptions = {
  readonly probe: Probe
  readonly dataFolder: string
  readonly openFolder: string | null
}

type Pipe = Pick<Transport, 'request' | 'onEvent' | 'startFolder'>

function clientOn(pipe: Pipe): Client {
  return createClient({ ...pipe, host: 'web', onConnection: () => () => undefined, assetBase: '/asset' })
}

/** Ports that reach nothing outside: addresses are not opened, and there is no native dialog. */
export function quietPorts(dataFolder: string): Omit<Ports, 'emit'> {
  return {
    version: '1.2.3',
    userDataFolder: dataFolder,
    homeFolder: dataFolder,
    sampleBlogFolder: repositoryFile('build/sample-blog'),
    now: () => new Date(),
    log: () => undefined,
    openExternal: async () => undefined,
    pickFolder: null,
    exporter: null,
  }
}

/** The services without any host, every message made text and read again as a pipe would. */
export async function openInProcess({ dataFolder, openFolder }: HostOptions): Promise<HostUnderTest> {
  const listeners = new Set<(event: unknown) => void>()
  const ports: Ports = {
    ...quietPorts(dataFolder),
    emit(name, payload) {
      for (const listener of listeners) listener(JSON.parse(JSON.stringify({ name, payload })))
    },
  }
  const services = createServices(ports)
  const route = createRouter(services.handlers, ports.log)
  const request = async (message: unknown) =>
    JSON.parse(JSON.stringify(await route(JSON.parse(JSON.stringify(message ?? null)))))
  const client = clientOn({
    request,
    startFolder: async () => openFolder,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return { client, request, close: () => services.dispose() }
}

/** A browser's socket, as far as a page's origin goes. */
export function socketFromPage(origin: string) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { origin })
    }
  } as unknown as new (
    url: string,
  ) => globalThis.WebSocket
}

/** The web host on a port of its own, with the browser's part played by Node. */
export async function openOnWeb({ probe, dataFolder, openFolder }: HostOptions): Promise<HostUnderTest> {
  const server = await startServer({
    port: 0,
    openFolder,
    rendererFolder: probe.rendererFolder,
    ports: quietPorts(dataFolder),
  })
  const { origin } = new URL(server.address)
  const fetchFromPage = (url: string, init: RequestInit) =>
    fetch(url, { ...init, headers: { ...init.headers, Origin: origin } })
  const transport = await connectWeb({
    origin,
    token: server.token,
    fetch: fetchFromPage,
    WebSocket: socketFromPage(origin),
  })
  return {
    client: createClient(transport),
    request: (message) => transport.request(message as never),
    async close() {
      transport.close()
      await server.close()
    },
  }
}

type PageWindow = { readonly galley: ElectronBridge; readonly tellTest: (event: unknown) => void }

/** The Electron host, through its preload and its channel. */
export async function openOnElectron({ probe, dataFolder, openFolder }: HostOptions): Promise<HostUnderTest> {
  const electron = await launchElectron({
    main: probe.main,
    args: openFolder === null ? [] : [openFolder],
    env: { GALLEY_DATA: join(dataFolder) },
  })
  await electron.evaluate(({ dialog, shell }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
    shell.openExternal = async () => undefined
  })
  const page = await electron.firstWindow()
  await page.waitForFunction(() => document.title !== 'probe')
  const listeners = new Set<(event: unknown) => void>()
  await page.exposeFunction('tellTest', (event: unknown) => {
    for (const listener of listeners) listener(event)
  })
  await page.evaluate(() => {
    const { galley, tellTest } = window as unknown as PageWindow
    galley.onEvent((event) => tellTest(event))
  })
  const request = (message: unknown) =>
    page.evaluate(
      (sent) => (window as unknown as PageWindow).galley.request(sent as never),
      message ?? null,
    ) as Promise<unknown>
  const client = clientOn({
    request,
    startFolder: () =>
      page.evaluate(() => (window as unknown as { readonly client: Client }).client.startFolder()),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return { client, request, close: () => electron.close() }
}
