import { setTimeout as sleep } from 'node:timers/promises'

const later = 'about:blank#'

/** The address that a page of the application wants to open: its windows open blank, and the stand-in leads them on. */
export function wantedAddress(opened: string): string {
  return opened.startsWith(`${later}https:`) ? opened.slice(later.length) : opened
}

/** What a window is opened with, null for one that is refused. */
export type PopupOptions = Electron.BrowserWindowConstructorOptions | null

const decisions = new Map<string, PopupOptions>()
const untaken: PopupOptions[] = []
const pollMs = 10
const maxWaitMs = 2000

/** Remembers what a window's guard has said to a page that wants to open `address`. */
export function decidePopup(address: string, allowed: PopupOptions): void {
  decisions.set(address, allowed)
  untaken.push(allowed)
}

// the browser tells of a popup, of its first request and of the wish to open it apart
async function soon(find: () => PopupOptions | undefined): Promise<PopupOptions> {
  for (let waitedMs = 0; waitedMs < maxWaitMs; waitedMs += pollMs) {
    const found = find()
    if (found !== undefined) return found
    await sleep(pollMs)
  }
  return null
}

/** Whether a popup may load this address. */
export async function mayPopupLoad(address: string): Promise<boolean> {
  return (await soon(() => decisions.get(address))) !== null
}

/** What was said about the popup that came next; null when nobody says anything in time. */
export function takeDecision(): Promise<PopupOptions> {
  return soon(() => untaken.shift())
}
