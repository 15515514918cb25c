import type { LogEntry, Ports } from '#services/ports'
import { openAddress } from './open-address'

/** What differs between a started server and one in a test. */
export type ServerPortOptions = {
  readonly version: string
  readonly userDataFolder: string
  readonly homeFolder: string
  readonly sampleBlogFolder: string
  readonly log: Ports['log']
}

/** One line of the log on standard error: standard output holds the address and nothing else. */
export function logToStandardError({ level, message, error }: LogEntry): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : error
  process.stderr.write(`${level}: ${message}${cause === undefined ? '' : `\n${String(cause)}`}\n`)
}

/** The web host's side of the services: the system's clock and browser, and no native dialogs. */
export function createServerPorts(options: ServerPortOptions): Omit<Ports, 'emit'> {
  return { ...options, now: () => new Date(), openExternal: openAddress, pickFolder: null, exporter: null }
}
