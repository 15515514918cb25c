import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { z } from 'zod'

/** Where the window stood. Lengths in device-independent pixels. */
const WindowState = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  isMaximized: z.boolean(),
})
/** See the schema of the same name. */
export type WindowState = z.infer<typeof WindowState>

/** How much of the window must lie on a screen, so that it can be taken hold of. */
const minVisiblePixels = 100

function isReachable(bounds: Rectangle, screen: Pick<Screen, 'getDisplayMatching'>): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  const visibleWidth =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const visibleHeight =
    Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
  return visibleWidth >= minVisiblePixels && visibleHeight >= minVisiblePixels
}

/**
 * Where the window stood last, null when that is not known, not readable, or on a screen that is gone.
 */
export function readWindowState(
  file: string,
  screen: Pick<Screen, 'getDisplayMatching'>,
): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isReachable(state.bounds, screen) ? state : null
  } catch {
    // none yet, or damaged: the window opens at its usual place
    return null
  }
}

/** Keeps where the window stands. Throws the system's error when the file cannot be written. */
export function keepWindowState(
  file: string,
  window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>,
): void {
  const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.tmp`
  writeFileSync(temporary, JSON.stringify(state))
  renameSync(temporary, file)
}
