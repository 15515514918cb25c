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

/** One event as it travels. */
export type EventMessage = { readonly name: string; readonly payload: unknown }

/**
 * What a host gives the renderer: a pipe for requests, a pipe for events, and where files of the blog can be fetched from. The
 * renderer knows nothing else of its host.
 */
export type Transport = {
  readonly host: 'electron' | 'web'
  request(request: Request): Promise<Reply>
  /** Calls `listener` for every event until the returned function is called. */
  onEvent(listener: (event: EventMessage) => void): () => void
  /** Calls `listener` with false when the host is gone and with true when it is back. Never called by a host that cannot be lost. */
  onConnection(listener: (connected: boolean) => void): () => void
  /** Root of the asset address space, without a slash at its end: `${assetBase}/<blog>/<post>/<reference>`, each percent-encoded. */
  readonly assetBase: string
}
