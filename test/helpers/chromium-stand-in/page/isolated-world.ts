import { fromWire, toWire } from '../wire'
import { createBridge } from './bridge'

/** Put into the isolated world by the main process; carries text to it. */
declare const __standInSend: (payload: string) => void
/** What the preload's `process` says; put in front of this script by the main process. */
declare const __standInProcess: Readonly<Record<string, unknown>>

type Listener = (event: unknown, ...values: unknown[]) => void
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

const bridge = createBridge('isolated')
const listeners = new Map<string, Set<Listener>>()
const waiting = new Map<number, Waiting>()
let lastCall = 0

const ipcRenderer = {
  invoke: (channel: string, ...values: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const call = ++lastCall
      const payload = JSON.stringify({ channel, call, values: toWire(values) })
      waiting.set(call, { resolve, reject })
      __standInSend(payload)
    }),
  on(channel: string, listener: Listener) {
    const ofChannel = listeners.get(channel) ?? new Set()
    listeners.set(channel, ofChannel.add(listener))
    return ipcRenderer
  },
  removeListener(channel: string, listener: Listener) {
    listeners.get(channel)?.delete(listener)
    return ipcRenderer
  },
}

const contextBridge = {
  exposeInMainWorld(key: string, api: unknown) {
    document.dispatchEvent(new CustomEvent('stand-in:expose', { detail: { key, api: bridge.pack(api) } }))
  },
}

Object.assign(globalThis, {
  process: __standInProcess,
  __standInReceive(channel: string, text: string) {
    for (const listener of listeners.get(channel) ?? [])
      listener({ sender: ipcRenderer }, ...(fromWire(text) as unknown[]))
  },
  __standInReply(call: number, text: string) {
    const { value, error } = fromWire(text) as { readonly value?: unknown; readonly error?: string }
    if (error === undefined) waiting.get(call)?.resolve(value)
    else waiting.get(call)?.reject(new Error(error))
    waiting.delete(call)
  },
  __standInRequire(name: string) {
    if (name === 'electron') return { ipcRenderer, contextBridge }
    throw new Error(`module not found: ${name}`)
  },
})
