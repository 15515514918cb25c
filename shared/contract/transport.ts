import { z } from 'zod'
import type { Failure } from './failure'

/** One call as it travels, in every host: a name of the call table and its parameters. */
export const Request = z.object({
  name: z.string().max(100),
  params: z.unknown(),
})
/** See the schema of the same name. */
export type Request = z.infer<typeof Request>

/** The answer to a `Request`. */
export type Reply<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

/** One event as it travels, in every host: a name of the event table and what it carries. */
export type EventMessage = { readonly name: string; readonly payload: unknown }

/**
 * What a host gives the renderer: a pipe for requests, a pipe for events, and where files of the blog can be fetched from. The
 * renderer knows nothing else of its host.
 */
export type Transport = {
  readonly host: 'electron' | 'web'
  /** Carries a request and gives what came back, unchecked: the client believes only what `readReply` does. */
  request(request: Request): Promise<unknown>
  /** Calls `listener` for every event, unchecked, until the returned function is called. */
  onEvent(listener: (event: unknown) => void): () => void
  /** Calls `listener` with false when the host is gone and with true when it is back. Never called by a host that cannot be lost. */
  onConnection(listener: (connected: boolean) => void): () => void
  /** The folder that the system or the command line asked to open with this window, null when it asked for none. */
  startFolder(): Promise<string | null>
  /** Root of the asset address space, without a slash at its end: `${assetBase}/<blog>/<post>/<reference>`, each percent-encoded. */
  readonly assetBase: string
}

/** What Electron's preload puts on the interface's `window` as `galley`: a frozen object with exactly these members. */
export type ElectronBridge = {
  readonly request: (request: Request) => Promise<unknown>
  /** Calls `listener` for every event until the returned function is called. */
  readonly onEvent: (listener: (event: unknown) => void) => () => void
  /** Node's name of the operating system. */
  readonly platform: string
}

/** What the web host hands over to a page that showed the token (`POST /api/session`). */
export type WebSession = {
  /** Opens the blog's files for reading and nothing else; it stands in addresses, because an image cannot send a header. */
  readonly assetKey: string
  /** See `Transport.startFolder`. */
  readonly openFolder: string | null
}
