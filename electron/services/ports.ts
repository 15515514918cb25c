import type { EventName, EventPayload } from '#shared/contract/events'

/** One line of the log. `error` is whatever was thrown, with its stack for the reader of the log. */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly error?: unknown
}

/** How a host saves a page where the writer says. */
export type Exporter = {
  /** The native dialog for saving; an absolute path, null when the writer closed it. It has asked before a file is to be replaced. */
  readonly pickFile: (file: {
    readonly kind: 'html' | 'pdf'
    readonly suggestedName: string
  }) => Promise<string | null>
  /** A page that needs nothing from elsewhere, as PDF. */
  readonly renderPdf: (html: string) => Promise<Uint8Array>
}

/**
 * Everything the services need from their host. A host fills this in and gets the whole product back from `createServices`;
 * a test fills it in with a temporary folder and a clock of its own.
 */
export type Ports = {
  readonly version: string
  /** Absolute. Preferences, the recent list, recovered text and trust live here; made when missing. */
  readonly userDataFolder: string
  readonly homeFolder: string
  /** Absolute. Copied by `blogs.openSample`, never written. */
  readonly sampleBlogFolder: string
  /** The port of this machine that the interface itself is served at; left out in a host that uses none. */
  readonly ownPort?: number
  readonly now: () => Date
  readonly log: (entry: LogEntry) => void
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
  /** Opens an address that the services have already checked to be `https:`, `http:` or `mailto:`. */
  readonly openExternal: (url: string) => Promise<void>
  /** The native folder dialog; null in a host without one. */
  readonly pickFolder: (() => Promise<string | null>) | null
  /** Saving a page outside of the blog; null in a host without native dialogs. */
  readonly exporter: Exporter | null
}
