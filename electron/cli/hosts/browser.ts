import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Surroundings } from './surroundings'

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'brave-browser',
  'vivaldi',
]
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi']
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Vivaldi\\Application\\vivaldi.exe',
]

function candidates({ platform, environment }: Surroundings): readonly string[] {
  if (platform === 'darwin')
    return macPrograms.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform === 'win32') {
    const folders = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA]
    return windowsPrograms.flatMap((program) =>
      folders.filter((folder) => folder !== undefined).map((folder) => join(folder, program)),
    )
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** A browser that can show one address as a window of its own (`--app`), null when none is installed. */
export function findAppBrowser(surroundings: Surroundings): string | null {
  return candidates(surroundings).find((path) => existsSync(path) && statSync(path).isFile()) ?? null
}

/** The system's own way to open a file with the program that the user chose for it. */
function systemOpener(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'open'
  return platform === 'win32' ? 'explorer.exe' : 'xdg-open'
}

function start(program: string, given: readonly string[]): ChildProcess {
  // detached and unwatched: the browser is the user's, and stays when Galley ends
  return spawn(program, given, { detached: true, stdio: 'ignore' })
}

/** Resolves when the program has been started, with false when it could not be. */
function hasStarted(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
    child.once('error', () => resolve(false))
  })
}

/**
 * Shows a page that lies in `file`: in a window of its own with `appBrowser`, else in the default browser. False when neither
 * could be started.
 */
export async function showPage(
  file: string,
  fileUrl: string,
  appBrowser: string | null,
  { platform }: Surroundings,
): Promise<boolean> {
  if (appBrowser !== null && (await hasStarted(start(appBrowser, [`--app=${fileUrl}`])))) return true
  return hasStarted(start(systemOpener(platform), [file]))
}
