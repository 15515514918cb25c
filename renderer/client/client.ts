import type { BlogId } from '#shared/contract/blog'
import type { CallName, CallParams, CallResult } from '#shared/contract/calls'
import type { EventName, EventPayload } from '#shared/contract/events'
import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import type { Transport } from '#shared/contract/transport'
import { readEvent, readReply } from './read-message'

/** The renderer's only way to the services: typed calls, typed events and the addresses of a blog's files. */
export type Client = {
  readonly host: 'electron' | 'web'
  /** Calls the services. Rejects with a `FailureError`, and with nothing else. */
  call<Name extends CallName>(name: Name, params: CallParams<Name>): Promise<CallResult<Name>>
  /** Calls `listener` for each event of this name until the returned function is called. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void
  /** Calls `listener` with false when the host is gone and with true when it is back, until the returned function is called. */
  onConnection(listener: (connected: boolean) => void): () => void
  /** The folder that this window was asked to open, null when it was asked for none. Rejects with a `FailureError`. */
  startFolder(): Promise<string | null>
  /** Where the file that a post refers to can be fetched from; `reference` is what the post writes (`images/a.png`). */
  assetUrl(blog: BlogId, post: PostPath, reference: string): string
  /** Where files of the site can be fetched from that is built into the folder `output`: an address that a path with `/` before it goes behind. */
  siteUrl(blog: BlogId, output: string): string
}

/** Anything that can be thrown, as a failure: what a transport could not carry is a lost host. */
function failureOf(error: unknown): FailureError {
  if (error instanceof FailureError) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new FailureError(
    'disconnected',
    'Galley does not answer. Your text is still here; try again in a moment, and start Galley again if it has ended.',
    { detail, cause: error },
  )
}

function valueIn(answer: unknown): unknown {
  const reply = readReply(answer)
  if (reply === null)
    throw new FailureError('internal', 'Galley answered with something that is not a reply. Start it again.')
  if (reply.ok) return reply.value
  const { code, message, detail } = reply.error
  throw new FailureError(code, message, { detail })
}

/**
 * Builds the client over a host's pipe. A reply that is none becomes a failure, an event that is none is dropped. Listeners of one event are called in the order they came.
 */
export function createClient(transport: Transport): Client {
  const listeners = new Map<string, Set<(payload: never) => void>>()

  transport.onEvent((event) => {
    const message = readEvent(event)
    if (message === null) return
    // a payload is what its host emitted by the same table of events
    for (const listener of listeners.get(message.name) ?? []) listener(message.payload as never)
  })

  return {
    host: transport.host,
    async call<Name extends CallName>(name: Name, params: CallParams<Name>) {
      try {
        // the router has checked the value against the call's schema
        return valueIn(await transport.request({ name, params })) as CallResult<Name>
      } catch (error) {
        throw failureOf(error)
      }
    },
    on(name, listener) {
      const ofName = listeners.get(name) ?? new Set()
      listeners.set(name, ofName)
      ofName.add(listener)
      return () => ofName.delete(listener)
    },
    onConnection: (listener) => transport.onConnection(listener),
    async startFolder() {
      try {
        return await transport.startFolder()
      } catch (error) {
        throw failureOf(error)
      }
    },
    assetUrl: (blog, post, reference) =>
      `${transport.assetBase}/${[blog, post, reference].map(encodeURIComponent).join('/')}`,
    siteUrl: (blog, output) => `${transport.assetBase}/${blog}/@site/${encodeURIComponent(`=${output}`)}`,
  }
}
