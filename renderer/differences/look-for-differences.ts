import type { Difference } from '#shared/markdown/differences/difference'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'
import type { DifferencesAnswer, DifferencesRequest } from './differences-worker'

/** Looks through texts in a worker, the last one asked for first. */
export type DifferenceSearch = {
  /** Calls `found` unless another text is asked for before. A text that takes longer than `limitMs` has none. */
  look(setup: MarkdownSetup, body: string, found: (differences: readonly Difference[]) => void): void
  /** Nothing is found any more. */
  stop(): void
}

/** Longer texts are left alone: their marks would come too late. */
const maxLength = 4_000_000

/** A search with a worker of its own, which is started anew when a text holds it up for longer than `limitMs`. */
export function createDifferenceSearch(limitMs = 30_000): DifferenceSearch {
  let worker: Worker | null = null
  let isBusy = false
  let lastRequest = 0
  let waiting: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = (): void => {
    clearTimeout(timer)
    worker?.terminate()
    worker = null
    isBusy = false
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./differences-worker.ts', import.meta.url), { type: 'module' })
    return started
  }

  const finish = (): void => {
    clearTimeout(timer)
    isBusy = false
    const next = waiting
    waiting = null
    next?.()
  }

  return {
    look(setup, body, found) {
      lastRequest += 1
      const request = lastRequest
      if (body.length > maxLength || setup.flavour === 'cmark-gfm') {
        found([])
        return
      }
      const send = (): void => {
        worker ??= start()
        isBusy = true
        worker.onmessage = ({ data }: MessageEvent<DifferencesAnswer>) => {
          if (data.request === lastRequest) found(data.differences)
          finish()
        }
        const giveUp = (): void => {
          end()
          if (request === lastRequest) found([])
          finish()
        }
        worker.onerror = giveUp
        timer = setTimeout(giveUp, limitMs)
        const message: DifferencesRequest = { request, setup, body }
        worker.postMessage(message)
      }
      if (isBusy) waiting = send
      else send()
    },
    stop() {
      lastRequest += 1
      waiting = null
      end()
    },
  }
}
