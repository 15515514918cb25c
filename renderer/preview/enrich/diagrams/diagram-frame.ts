import type { StartWorker } from '../timed-worker'
import type { ToWorker } from '../worker-messages'
import {
  type DiagramMessage,
  type DiagramRequest,
  type Picture,
  readDiagramMessage,
} from './diagram-messages'

/**
 * A frame that draws diagrams, as a worker: Mermaid needs a document. It runs scripts but has no origin, its policy lets nothing out, and all that
 * comes back is checked.
 */
export const startDiagramFrame: StartWorker<string, Picture> = (hear) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.title = ''
  // laid out, for Mermaid measures its labels, and never seen
  frame.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:760px;height:600px;border:0;visibility:hidden;pointer-events:none;z-index:-1'
  frame.src = './diagram.html'
  let isReady = false
  let waiting: readonly DiagramRequest[] = []

  const send = (request: DiagramRequest): void => {
    // the page has no origin that could be named
    frame.contentWindow?.postMessage(request, '*')
    hear({ kind: 'began', id: request.id })
  }
  const answer = (message: DiagramMessage): void => {
    if (message.kind === 'ready') {
      if (isReady) return
      isReady = true
      for (const request of waiting) send(request)
      waiting = []
    } else if (message.kind === 'failed') hear(message)
    else {
      const { id, svg, width, height } = message
      hear({ kind: 'done', id, result: { svg, width, height } })
    }
  }
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow) return
    const message = readDiagramMessage(data)
    if (message !== null) answer(message)
  }
  window.addEventListener('message', listen)
  document.body.append(frame)

  return {
    post({ id, job }: ToWorker<string>) {
      if (isReady) send({ id, source: job })
      else waiting = [...waiting, { id, source: job }]
    },
    end() {
      window.removeEventListener('message', listen)
      frame.remove()
    },
  }
}
