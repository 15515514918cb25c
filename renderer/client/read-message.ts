// By hand and without schemas: their library is a tenth of all that loads before the first paint. What stands inside these messages
// comes from the trusted process, which has checked it.
import { type Failure, failureCodes } from '#shared/contract/failure'
import type { EventMessage, Reply, WebSession } from '#shared/contract/transport'

/** What a host sent as a reply; null when it is none. */
export function readReply(answer: unknown): Reply | null {
  if (!isRecord(answer)) return null
  if (answer.ok === true) return { ok: true, value: answer.value }
  const error = answer.ok === false ? readFailure(answer.error) : null
  return error && { ok: false, error }
}

/** What a host sent as an event; null when it is none. */
export function readEvent(event: unknown): EventMessage | null {
  if (!isRecord(event) || typeof event.name !== 'string' || !isRecord(event.payload)) return null
  return { name: event.name, payload: event.payload }
}

/** What the web host handed over; null when it is no session. */
export function readSession(value: unknown): WebSession | null {
  if (!isRecord(value)) return null
  const { assetKey, openFolder } = value
  if (typeof assetKey !== 'string' || (openFolder !== null && typeof openFolder !== 'string')) return null
  return { assetKey, openFolder }
}

function readFailure(error: unknown): Failure | null {
  if (!isRecord(error) || typeof error.message !== 'string') return null
  const code = failureCodes.find((known) => known === error.code)
  const { message, detail } = error
  if (code === undefined || (detail !== undefined && typeof detail !== 'string')) return null
  return { code, message, detail }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
