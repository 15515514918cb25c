import { strict } from './strict'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

/** Where a message comes from, as far as the stand-in knows. */
type Sender = { readonly sender: unknown; readonly senderFrame: unknown }

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`, and the way into it for pages. */
export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  /** Runs the handler of a channel for a page. Rejects with Electron's words when there is none. */
  async answer(channel: string, from: Sender, values: readonly unknown[]): Promise<unknown> {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler({ type: 'frame', ...from } as Electron.IpcMainInvokeEvent, ...values)
  },
} satisfies Pick<Electron.IpcMain, 'handle'> & Record<string, unknown>)
