/** How much one server takes, so that a page gone wild cannot use up the machine. */
export type Limits = {
  /** The largest message. A post of 20 MB fits several times; text that is larger is refused before it is read. */
  readonly maxBodyBytes: number
  readonly maxConnections: number
  readonly maxSockets: number
  /** Requests that may come at once, and how many a second are added to that. */
  readonly requestBurst: number
  readonly requestsPerSecond: number
  /** A connection without a request is closed after this. */
  readonly idleMs: number
  /** A request must have come whole within this. */
  readonly requestMs: number
  /** A socket that has not shown the token by then is closed. */
  readonly socketTokenMs: number
  /** Sockets are asked this often whether they live; one that has not answered by the next time is closed. */
  readonly socketPingMs: number
}

/** Generous for a writer with several windows and a post full of pictures. */
export const defaultLimits: Limits = {
  maxBodyBytes: 64 * 1024 * 1024,
  maxConnections: 128,
  maxSockets: 32,
  requestBurst: 1000,
  requestsPerSecond: 200,
  idleMs: 30_000,
  requestMs: 60_000,
  socketTokenMs: 5000,
  socketPingMs: 30_000,
}

/**
 * Counts requests against a budget that refills evenly. `take` says whether there is one left. `nowMs` is a clock that never goes
 * back.
 */
export function createRateLimit(
  { requestBurst, requestsPerSecond }: Pick<Limits, 'requestBurst' | 'requestsPerSecond'>,
  nowMs: () => number = () => performance.now(),
): { readonly take: () => boolean } {
  let left = requestBurst
  let countedAtMs = nowMs()
  return {
    take() {
      const atMs = nowMs()
      left = Math.min(requestBurst, left + ((atMs - countedAtMs) / 1000) * requestsPerSecond)
      countedAtMs = atMs
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
