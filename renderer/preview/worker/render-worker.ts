import type { RenderReply, RenderRequest } from './messages'
import { RenderSession } from './render-session'

/** The worker's own script: it hands requests over and posts answers. */
const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>

const reply = (message: RenderReply): void => scope.postMessage(message)

/** Lets messages in that wait; a timeout would wait for some milliseconds as well. */
const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    port2.postMessage(null)
  })

const session = new RenderSession(reply, rest)
scope.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => void session.handle(data))
reply({ kind: 'ready' })
