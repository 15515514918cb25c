/** A worker that gives no sign of life for so long is given up. */
const silenceMs = 3000

/** The same while its script is being loaded. */
const startMs = 20_000

/** Opening a text may take so long in all, signs of life or not. */
const openingMs = 30_000

/** An edit may take so many times what opening the text took: it may have to render everything anew. */
const editFactor = 3

/** Watches one request at a time and calls `onTimeout` when no answer can be expected any more. */
export class AnswerClock {
  private timer: ReturnType<typeof setTimeout> | null = null
  private startedAt = 0
  private kind: 'open' | 'edit' = 'open'
  private openedInMs = 0

  constructor(private readonly onTimeout: () => void) {}

  /** How long the request has been under way. */
  get elapsedMs(): number {
    return performance.now() - this.startedAt
  }

  start(kind: 'open' | 'edit', workerIsReady: boolean): void {
    this.kind = kind
    this.startedAt = performance.now()
    this.wait(workerIsReady ? this.limitMs : startMs)
  }

  /** The script has been loaded: from now on an answer is expected. */
  workerIsReady(): void {
    if (this.timer === null) return
    this.startedAt = performance.now()
    this.wait(this.limitMs)
  }

  signOfLife(): void {
    if (this.timer !== null) this.wait(Math.min(this.limitMs, openingMs - this.elapsedMs))
  }

  answered(): void {
    if (this.kind === 'open') this.openedInMs = this.elapsedMs
    this.stop()
  }

  /** Nobody waits for the answer any more. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private get limitMs(): number {
    return this.kind === 'open' ? silenceMs : Math.max(silenceMs, this.openedInMs * editFactor)
  }

  private wait(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      this.onTimeout()
    }, ms)
  }
}
