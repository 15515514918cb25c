/** What a page tells a worker that does jobs. */
export type ToWorker<Job> = { readonly id: number; readonly job: Job }

/** What the worker tells the page: that the work itself begins, everything being loaded, and how it ended. */
export type FromWorker<Result> =
  | { readonly id: number; readonly kind: 'began' }
  | { readonly id: number; readonly kind: 'done'; readonly result: Result }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

type WorkerScope<Job, Result> = {
  onmessage: ((event: { readonly data: ToWorker<Job> }) => void) | null
  postMessage(message: FromWorker<Result>): void
}

/** Does jobs in a worker: `load` brings what a job needs, and gives the work itself. Its errors are answers. */
export function serveJobs<Job, Result>(load: (job: Job) => Promise<() => Result>): void {
  const scope = globalThis as unknown as WorkerScope<Job, Result>
  scope.onmessage = async ({ data: { id, job } }) => {
    try {
      const work = await load(job)
      scope.postMessage({ id, kind: 'began' })
      scope.postMessage({ id, kind: 'done', result: work() })
    } catch (error) {
      scope.postMessage({
        id,
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
}
