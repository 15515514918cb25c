import type { FromWorker, ToWorker } from './worker-messages'

/** What became of a job: its result, or why there is none. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** It ran into the time limit and its worker was ended. */
  | { readonly kind: 'cut-off' }
  /** Nobody wanted it any more when its turn came, or there is nobody left to do it. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly message: string }

/** How long a job may take. */
export type TimeLimits = {
  /** Until the worker has loaded what it needs. */
  readonly loadMs: number
  /** For the work itself. */
  readonly workMs: number
}

/** Something that does jobs apart from the page. */
export type RunningWorker<Job> = { post(message: ToWorker<Job>): void; end(): void }

/** Starts one; it tells what it has to say by `hear`, and by `fail` that it cannot go on. */
export type StartWorker<Job, Result> = (
  hear: (message: FromWorker<Result>) => void,
  fail: (message: string) => void,
) => RunningWorker<Job>

type Waiting<Job, Result> = {
  readonly job: Job
  readonly isWanted: () => boolean
  readonly settle: (outcome: Outcome<Result>) => void
}

/**
 * A worker that is given one job at a time. One that takes longer than it may is ended with its worker, and the next gets a new one: whatever a
 * text does to a library, it costs no more than that. The worker is started by the first job.
 */
export class TimedWorker<Job, Result> {
  private worker: RunningWorker<Job> | null = null
  private waiting: Waiting<Job, Result>[] = []
  private current: { readonly id: number; readonly settle: (outcome: Outcome<Result>) => void } | null = null
  private nextId = 1
  private timer: ReturnType<typeof setTimeout> | undefined
  private isEnded = false

  constructor(
    private readonly startWorker: StartWorker<Job, Result>,
    private readonly limits: TimeLimits,
  ) {}

  /** Does a job when its turn comes; `isWanted` is asked then. Never rejects. */
  run(job: Job, isWanted: () => boolean): Promise<Outcome<Result>> {
    return new Promise((settle) => {
      if (this.isEnded) {
        settle({ kind: 'dropped' })
        return
      }
      this.waiting.push({ job, isWanted, settle })
      this.startNext()
    })
  }

  /** Ends the worker; jobs that are not done are dropped. */
  dispose(): void {
    this.isEnded = true
    this.finish({ kind: 'dropped' })
    this.endWorker()
    for (const { settle } of this.waiting) settle({ kind: 'dropped' })
    this.waiting = []
  }

  private startNext(): void {
    while (this.current === null && this.waiting.length > 0) {
      const next = this.waiting.shift()
      if (next === undefined) return
      if (next.isWanted()) this.begin(next)
      else next.settle({ kind: 'dropped' })
    }
  }

  private begin({ job, settle }: Waiting<Job, Result>): void {
    const id = this.nextId++
    this.current = { id, settle }
    this.worker ??= this.newWorker()
    this.limit(this.limits.loadMs)
    this.worker.post({ id, job })
  }

  private newWorker(): RunningWorker<Job> {
    return this.startWorker(
      (message) => {
        if (message.id !== this.current?.id) return
        if (message.kind === 'began') this.limit(this.limits.workMs)
        else if (message.kind === 'done') this.finish({ kind: 'done', result: message.result })
        else this.finish({ kind: 'failed', message: message.message })
      },
      (message) => {
        this.endWorker()
        this.finish({ kind: 'failed', message })
      },
    )
  }

  private limit(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.endWorker()
      this.finish({ kind: 'cut-off' })
    }, milliseconds)
  }

  private endWorker(): void {
    this.worker?.end()
    this.worker = null
  }

  private finish(outcome: Outcome<Result>): void {
    clearTimeout(this.timer)
    const { current } = this
    this.current = null
    current?.settle(outcome)
    if (!this.isEnded) this.startNext()
  }
}
