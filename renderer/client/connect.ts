import { FailureError } from '#shared/contract/failure'
import type { ElectronBridge } from '#shared/contract/transport'
import { type Client, createClient } from './client'
import { createElectronTransport } from './electron-transport'
import { connectWeb } from './web-transport'

const tokenKey = 'galley.token'

/**
 * The token from the address that the host printed (`#token=…`). It is kept for reloads of this tab and taken out of the address
 * bar, so that it gets neither into bookmarks nor into a copied address. Null when the page was opened without one.
 */
function takeToken(): string | null {
  const inAddress = new URLSearchParams(location.hash.slice(1)).get('token')
  if (inAddress === null) return sessionStorage.getItem(tokenKey)
  sessionStorage.setItem(tokenKey, inAddress)
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  return inAddress
}

/**
 * Connects this page to its host: Electron when its preload ran, the web host otherwise. Rejects with a `FailureError` that says
 * what to do when the page has no token (`refused`) or the host does not answer (`disconnected`).
 */
export async function connect(): Promise<Client> {
  const { galley } = window as { readonly galley?: ElectronBridge }
  if (galley !== undefined) return createClient(createElectronTransport(galley, new URL(location.href)))
  const token = takeToken()
  if (token === null)
    throw new FailureError(
      'refused',
      'This page was opened without its key. Open the whole address that Galley printed when it started, with everything after #.',
    )
  try {
    return createClient(
      await connectWeb({
        origin: location.origin,
        token,
        fetch: (url, init) => fetch(url, init),
        WebSocket,
      }),
    )
  } catch (error) {
    if (error instanceof FailureError) throw error
    throw new FailureError(
      'disconnected',
      'Galley does not answer at this address. Start it again and open the address that it prints.',
      { cause: error },
    )
  }
}
