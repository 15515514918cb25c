import { z } from 'zod'
import { type CallName, calls, type Handlers } from '#shared/contract/calls'
import { FailureError } from '#shared/contract/failure'
import { type Reply, Request } from '#shared/contract/transport'
import type { Ports } from './ports'

type Handle = (params: unknown) => Promise<unknown>

/**
 * The one gate between a host's pipe and the services. Takes a message as it came over the wire and always answers: parameters that
 * do not fit the table are `invalid-request`, a thrown `FailureError` is itself, any other throw and any result that does
 * not fit the table are `internal` and logged. Never rejects.
 */
export function createRouter(handlers: Handlers, log: Ports['log']): (message: unknown) => Promise<Reply> {
  return async (message) => {
    let name = 'a malformed message'
    try {
      const request = Request.safeParse(message)
      if (!request.success) throw invalid('The message is not a request.', request.error)
      name = request.data.name
      return { ok: true, value: await answer(handlers, name, request.data.params) }
    } catch (error) {
      if (error instanceof FailureError) return { ok: false, error: error.toFailure() }
      log({ level: 'error', message: `A call failed: ${name}`, error })
      const failure = new FailureError(
        'internal',
        'Something went wrong inside Galley. Your text is untouched; try again, and report it if it stays.',
      )
      return { ok: false, error: failure.toFailure() }
    }
  }
}

async function answer(handlers: Handlers, name: string, params: unknown): Promise<unknown> {
  if (!isCallName(name)) throw new FailureError('invalid-request', `There is no call named “${name}”.`)
  const checked = calls[name].params.safeParse(params)
  if (!checked.success) throw invalid(`The parameters of ${name} are not what it takes.`, checked.error)
  // The table's types guarantee that this handler takes what this schema gives; TypeScript cannot follow a union of both.
  const handle = handlers[name] as Handle
  return calls[name].result.parse(await handle(checked.data))
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

function invalid(message: string, error: z.ZodError): FailureError {
  return new FailureError('invalid-request', message, { detail: z.prettifyError(error), cause: error })
}
