import { z } from 'zod'
import { Failure } from './failure'

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

/** `Reply` as the client checks it before it believes it. */
export const ReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: Failure }),
])

/** One event as it travels, in every host: a name of the event table and what it carries. */
export const EventMessage = z.object({ name: z.string(), payload: z.unknown() })
/** See the schema of the same name. */
export type EventMessage = z.infer<typeof EventMessage>

/**
 * What a host gives the renderer: a pipe for requests, a pipe for events, and where files of the blog can be fetched from. The
 * renderer knows nothing else of its host.
 */
export type Transport = {
  readonly host: 'electron' | 'web'
  /** Carries a request and gives what came back, unchecked: the client believes only what fits `ReplySchema`. */
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
export const WebSession = z.object({
  /** Opens the blog's files for reading and nothing else; it stands in addresses, because an image cannot send a header. */
  assetKey: z.string(),
  /** See `Transport.startFolder`. */
  openFolder: z.string().nullable(),
})
/** See the schema of the same name. */
export type WebSession = z.infer<typeof WebSession>
