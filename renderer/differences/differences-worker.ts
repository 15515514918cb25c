import type { Difference } from '#shared/markdown/differences/difference'
import { createDifferenceFinder, type DifferenceFinder } from '#shared/markdown/differences/find-differences'
import type { MarkdownSetup } from '#shared/markdown/flavours/setup'

/** A text to look through; offsets of the answer are its own. */
export type DifferencesRequest = {
  readonly request: number
  readonly setup: MarkdownSetup
  readonly body: string
}

/** The answer to the request of the same number. */
export type DifferencesAnswer = {
  readonly request: number
  readonly differences: readonly Difference[]
}

let finder: DifferenceFinder | null = null
let setupOfFinder = ''

addEventListener('message', ({ data }: MessageEvent<DifferencesRequest>) => {
  const setup = JSON.stringify(data.setup)
  if (finder === null || setup !== setupOfFinder) {
    finder = createDifferenceFinder(data.setup)
    setupOfFinder = setup
  }
  const answer: DifferencesAnswer = {
    request: data.request,
    differences: finder.find(data.body),
  }
  postMessage(answer)
})
