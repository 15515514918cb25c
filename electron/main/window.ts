import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import type { Ports } from '#services/ports'
import { startAddress } from './addresses'
import { guardedPreferences } from './guards'
import { keepWindowState, readWindowState } from './window-state'

/** What a window needs. `stateFile` keeps where it stands. */
export type WindowOptions = {
  readonly preloadFile: string
  readonly stateFile: string
  readonly openFolder: string | null
  readonly log: Ports['log']
}

const usualSize = { width: 1280, height: 832 } as const

/** The colour of the page before it is painted, so that nothing flashes: paper, or paper at night. */
function paperColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#1b1d21' : '#fbfaf7'
}

/** Asks whether to leave text that is not saved; true to leave. The text is kept either way, outside the blog. */
function askToLeave(window: BrowserWindow): boolean {
  const leave = 1
  return (
    dialog.showMessageBoxSync(window, {
      type: 'warning',
      buttons: ['Keep Editing', 'Close Without Saving'],
      defaultId: 0,
      cancelId: 0,
      message: 'This post has changes that are not saved.',
      detail: 'Galley keeps the text and offers it the next time you open this post.',
    }) === leave
  )
}

/**
 * Opens the interface's window where it stood last. It is sandboxed, sees nothing of Node, and shows itself once it is painted.
 *
 * Closing it loses no text: the interface keeps unsaved text within a second and once more in its `beforeunload` handler, which
 * also objects to the closing; the writer is asked then. A keeping that still runs when the window is gone is waited for before
 * Galley ends (see `main.ts`).
 */
export function openWindow({ preloadFile, stateFile, openFolder, log }: WindowOptions): BrowserWindow {
  const state = readWindowState(stateFile, screen)
  const window = new BrowserWindow({
    ...usualSize,
    ...state?.bounds,
    minWidth: 640,
    minHeight: 400,
    show: false,
    backgroundColor: paperColour(),
    title: 'Galley',
    webPreferences: {
      ...guardedPreferences,
      preload: preloadFile,
    },
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    try {
      keepWindowState(stateFile, window)
    } catch (error) {
      log({ level: 'warn', message: 'The window’s place could not be kept', error })
    }
  })
  window.webContents.on('will-prevent-unload', (event) => {
    // preventing the prevention: the window closes
    if (askToLeave(window)) event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log({ level: 'error', message: `The window’s process ended: ${reason}` })
  })
  window.loadURL(startAddress(openFolder)).catch((error: unknown) => {
    log({ level: 'error', message: 'The interface could not be loaded', error })
  })
  return window
}
