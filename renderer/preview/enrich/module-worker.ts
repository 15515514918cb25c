import type { StartWorker } from './timed-worker'
import type { FromWorker } from './worker-messages'

/** A module worker as `TimedWorker` wants it; `start` names its script, so that the bundler sees it. */
export function moduleWorker<Job, Result>(start: () => Worker): StartWorker<Job, Result> {
  return (hear, fail) => {
    const worker = start()
    worker.onmessage = ({ data }: MessageEvent<FromWorker<Result>>) => hear(data)
    worker.onerror = (event) => {
      event.preventDefault()
      fail(event.message)
    }
    return { post: (message) => worker.postMessage(message), end: () => worker.terminate() }
  }
}
