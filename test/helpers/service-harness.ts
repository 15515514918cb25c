import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createServices, type Services } from '#services/create-services'
import type { LogEntry, Ports } from '#services/ports'
import { createRouter } from '#services/router'
import type { Blog } from '#shared/contract/blog'
import type { CallName, CallParams, CallResult } from '#shared/contract/calls'
import type { EventName, EventPayload } from '#shared/contract/events'
import { type FailureCode, FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { createTemporaryFolder } from './temporary-folder'

/** An event as it was told. */
export type ToldEvent = { readonly name: EventName; readonly payload: unknown }

/** The services over a temporary data folder, called through the router and JSON as any host calls them. */
export type Harness = {
  readonly services: Services
  readonly ports: Ports
  /** Everything told and logged so far. */
  readonly events: readonly ToldEvent[]
  readonly logged: readonly LogEntry[]
  readonly openedAddresses: readonly string[]
  /** The result, or a throw of the failure. */
  call<Name extends CallName>(name: Name, params: CallParams<Name>): Promise<CallResult<Name>>
  /** The code that the call fails with; throws when it does not fail. */
  failure<Name extends CallName>(name: Name, params: CallParams<Name>): Promise<FailureError>
  open(folder: string): Promise<Blog>
}

/** Services that end with the running test. `overrides` replace single ports. */
export async function createHarness(overrides: Partial<Ports> = {}): Promise<Harness> {
  const folder = await createTemporaryFolder()
  const events: ToldEvent[] = []
  const logged: LogEntry[] = []
  const openedAddresses: string[] = []
  const ports: Ports = {
    version: '1.2.3',
    userDataFolder: join(folder, 'data'),
    homeFolder: join(folder, 'home'),
    sampleBlogFolder: join(folder, 'no-sample'),
    now: () => new Date(),
    log: (entry) => void logged.push(entry),
    emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) =>
      void events.push({ name, payload }),
    openExternal: async (url) => void openedAddresses.push(url),
    pickFolder: null,
    exporter: null,
    ...overrides,
  }
  const services = createServices(ports)
  onTestFinished(() => services.dispose())
  const route = createRouter(services.handlers, ports.log)
  const call: Harness['call'] = async (name, params) => {
    const reply = await route(JSON.parse(JSON.stringify({ name, params })))
    if (!reply.ok) {
      throw new FailureError(reply.error.code, reply.error.message, { detail: reply.error.detail })
    }
    return JSON.parse(JSON.stringify(reply.value))
  }
  return {
    services,
    ports,
    events,
    logged,
    openedAddresses,
    call,
    async failure(name, params) {
      try {
        await call(name, params)
      } catch (error) {
        if (error instanceof FailureError) return error
        throw error
      }
      throw new Error(`${name} did not fail`)
    },
    open: (blogFolder) => call('blogs.open', { folder: blogFolder }),
  }
}

/** The code of the failure that a promise rejects with; throws when it fulfils or rejects otherwise. */
export async function failureCode(promise: Promise<unknown>): Promise<FailureCode> {
  try {
    await promise
  } catch (error) {
    if (error instanceof FailureError) return error.code
    throw error
  }
  throw new Error('It did not fail')
}

/** A checked path. */
export function post(path: string): PostPath {
  return PostPath.parse(path)
}
