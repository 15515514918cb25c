import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../root.mjs'
import { say } from '../run/script.mjs'

const downloadLimitMs = 4 * 60_000
const packageLimitMs = 8 * 60_000

const onLinux = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const onWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/** Where each system keeps a browser of the Chromium family. */
function usualPlaces() {
  const { env, platform } = process
  if (platform === 'darwin') return onMac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : onWindows.map((program) => join(folder, program)),
    )
  return onLinux.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
}

/**
 * Whether a browser is there and starts. On Windows asking for the version would open a window, so being there must do.
 *
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/** The browser that Playwright downloads for itself, whether it has or not. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright')
  return chromium.executablePath()
}

/**
 * Runs a program whose words are progress for people. Whether it managed is for the caller to see by its effect.
 *
 * @param {string} program
 * @param {readonly string[]} given
 * @param {number} limitMs
 */
function runShown(program, given, limitMs) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(program, given, { stdio: ['ignore', 2, 2], timeout: limitMs, env })
}

function downloadWithPlaywright() {
  say('No browser for the tests is here; fetching Chromium with Playwright…')
  runShown(
    process.execPath,
    [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'],
    downloadLimitMs,
  )
}

function installDebianPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('Installing the package chromium with apt-get…')
  runShown('apt-get', ['update'], packageLimitMs)
  runShown('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], packageLimitMs)
}

/**
 * A browser of the Chromium family for the tests: the one that `GALLEY_CHROMIUM` names, the system's, Playwright's own
 * download, or, as root on Debian and its relatives, the package. Null when none of these can be had. A `GALLEY_CHROMIUM` that
 * does not work is an error: silently taking another browser would test the wrong thing.
 *
 * @returns {Promise<string | null>}
 */
export async function findOrGetChromium() {
  const named = process.env.GALLEY_CHROMIUM
  if (named) {
    if (works(named)) return named
    throw new Error(`GALLEY_CHROMIUM names ${named}, which is not a browser that starts.`)
  }
  const isHere = usualPlaces().find(works)
  if (isHere !== undefined) return isHere
  const own = await playwrightsOwn()
  if (!works(own)) downloadWithPlaywright()
  if (works(own)) return own
  installDebianPackage()
  return usualPlaces().find(works) ?? null
}
