import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import type { EventMessage, Reply } from '#shared/contract/transport'
import { origin } from './addresses'

/** The pipe between the interface's window and the services. */
export type IpcHost = {
  /** Sends an event to the window, when there is one. */
  readonly send: (event: EventMessage) => void
  /** Settles when no call is running. */
  readonly settled: () => Promise<void>
}

/** What the pipe joins. `currentWindow` is null while there is no window. */
export type IpcHostOptions = {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly route: (message: unknown) => Promise<Reply>
  readonly currentWindow: () => BrowserWindow | null
}

const refusal: Reply = {
  ok: false,
  error: { code: 'refused', message: 'Only Galley’s own window may ask this.' },
}

/** Whether a message comes from the top frame of this window, and that frame shows the interface. */
function isFromWindow({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (window === null || window.isDestroyed() || sender !== window.webContents) return false
  return senderFrame !== null && senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
}

/**
 * Answers `galley:request`, the one channel from the interface. Whoever is not the interface itself gets `refused` before its
 * message is looked at. Events go out on `galley:event`.
 */
export function createIpcHost({ ipcMain, route, currentWindow }: IpcHostOptions): IpcHost {
  const running = new Set<Promise<Reply>>()

  ipcMain.handle('galley:request', async (event, message: unknown) => {
    if (!isFromWindow(event, currentWindow())) return refusal
    const reply = route(message)
    running.add(reply)
    try {
      return await reply
    } finally {
      running.delete(reply)
    }
  })

  return {
    send(event) {
      const window = currentWindow()
      if (window !== null && !window.isDestroyed()) window.webContents.send('galley:event', event)
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
