import type { ElectronBridge, Transport } from '#shared/contract/transport'

/**
 * The pipe through Electron's preload. The host lives as long as its windows, so the connection is never lost. The folder to open
 * stands in the address that the host gave the window (`#open=…`); files of the blog are on the window's own origin.
 */
export function createElectronTransport(bridge: ElectronBridge, address: URL): Transport {
  return {
    host: 'electron',
    request: (request) => bridge.request(request),
    onEvent: (listener) => bridge.onEvent(listener),
    onConnection: () => () => undefined,
    startFolder: async () => new URLSearchParams(address.hash.slice(1)).get('open'),
    assetBase: '/asset',
  }
}
