/** The web host's close code for a token that it does not know: another try with the same token cannot help. */
const wrongTokenCode = 4401
const firstDelayMs = 250
const maxDelayMs = 5000

/** A socket to the web host's events that opens itself again when it was lost. */
export type EventStream = {
  /** Settles when the host takes the socket for the first time, or when the first try has failed. Never rejects. */
  readonly firstTry: Promise<void>
  onEvent(listener: (event: unknown) => void): () => void
  /** Calls `listener` with false when the socket was lost and with true when it is back; nothing for the first time it opens. */
  onConnection(listener: (connected: boolean) => void): () => void
  close(): void
}

/** What the stream needs from its surroundings. `url` is the socket's address, without the token. */
export type EventStreamOptions = {
  readonly url: string
  readonly token: string
  readonly WebSocket: new (url: string) => WebSocket
}

function parseEvent(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    // not an event: the client drops what does not fit
    return null
  }
}

/**
 * Opens the socket, shows the token in its first message, and passes on every event. A lost socket is tried again after 250 ms,
 * then after twice as long each time, up to 5 s; a refused token ends the tries, because the host is another one by then.
 */
export function openEventStream({ url, token, WebSocket }: EventStreamOptions): EventStream {
  const eventListeners = new Set<(event: unknown) => void>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  let socket: WebSocket | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let delayMs = firstDelayMs
  let isConnected = true
  let isClosed = false
  let endFirstTry = () => {}
  const firstTry = new Promise<void>((resolve) => {
    endFirstTry = resolve
  })

  function setConnected(connected: boolean) {
    endFirstTry()
    if (connected === isConnected) return
    isConnected = connected
    for (const listener of connectionListeners) listener(connected)
  }

  function open() {
    const opened = new WebSocket(url)
    socket = opened
    let isReady = false
    opened.onopen = () => opened.send(token)
    opened.onmessage = ({ data }) => {
      if (isReady) {
        const event = parseEvent(data)
        for (const listener of eventListeners) listener(event)
        return
      }
      // the host's first message only says that it took the token
      isReady = true
      delayMs = firstDelayMs
      setConnected(true)
    }
    opened.onclose = ({ code }) => {
      if (isClosed) return
      setConnected(false)
      if (code === wrongTokenCode) return
      retry = setTimeout(open, delayMs)
      delayMs = Math.min(delayMs * 2, maxDelayMs)
    }
  }

  open()
  return {
    firstTry,
    onEvent(listener) {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
    close() {
      isClosed = true
      clearTimeout(retry)
      endFirstTry()
      socket?.close()
    },
  }
}
