import { resolve } from 'node:path'
import { checkFolder } from '../check-folder'
import type { Arguments, Command } from '../command'
import { findAppBrowser, showPage } from '../hosts/browser'
import { findElectron, startElectron } from '../hosts/electron-app'
import { writeRedirectPage } from '../hosts/redirect-page'
import { readSurroundings, type Surroundings, whyNoWindow } from '../hosts/surroundings'
import { readAddress, startWebHost, untilEnded } from '../hosts/web-host'
import { warn } from '../output'

/** A window that closes faster than this, with an error, never came up. */
const cameUpMs = 5000
/** Long enough for a browser to start cold and read the page that leads to us. */
const redirectLifeMs = 60_000

/** Why the desktop application is not used, in a sentence; null when it is. */
function whyNotElectron(given: Arguments, surroundings: Surroundings, program: string | null): string | null {
  if (given.options.web === true) return 'Opening in the browser, as --web asks.'
  const noWindow = whyNoWindow(surroundings)
  if (noWindow !== null) return `${noWindow} Using the web version.`
  return program === null ? 'Electron’s runtime is not on this machine. Using the web version.' : null
}

/** Runs the desktop application; null when it did not come up. */
async function runElectron(program: string, folder: string | null): Promise<number | null> {
  const startedAt = performance.now()
  const code = await untilEnded(startElectron(program, folder))
  return code !== 0 && performance.now() - startedAt < cameUpMs ? null : code
}

/** Opens the address in a browser, and gives a function that takes back what was written for it. */
async function showAddress(address: string, surroundings: Surroundings): Promise<() => Promise<void>> {
  const browser = findAppBrowser(surroundings)
  const page = await writeRedirectPage(address, browser)
  const timer = setTimeout(page.remove, redirectLifeMs)
  if (!(await showPage(page.file, page.url, browser, surroundings)))
    warn('No browser could be started. Open the address above yourself.')
  return async () => {
    clearTimeout(timer)
    await page.remove()
  }
}

async function runWeb(given: Arguments, folder: string | null, surroundings: Surroundings): Promise<number> {
  const host = startWebHost({ folder, port: null }, 'pipe')
  const ended = untilEnded(host)
  const address = await readAddress(host)
  const shows = address !== null && given.options['no-open'] !== true && whyNoWindow(surroundings) === null
  const cleanUp = shows ? await showAddress(address, surroundings) : async () => undefined
  if (address !== null)
    warn(shows ? 'Ctrl-C ends Galley.' : 'Open this address in a browser. Ctrl-C ends Galley.')
  try {
    return await ended
  } finally {
    await cleanUp()
  }
}

async function run(given: Arguments): Promise<number> {
  const folder = given.positionals[0] === undefined ? null : resolve(given.positionals[0])
  if (folder !== null) checkFolder(folder)
  const surroundings = readSurroundings()
  const program = findElectron()
  const why = whyNotElectron(given, surroundings, program)
  if (why === null && program !== null) {
    warn('Opening the desktop application (Electron). Ctrl-C ends it.')
    const code = await runElectron(program, folder)
    if (code !== null) return code
    warn('Electron did not come up; it says why above. Using the web version.')
  } else if (why !== null) {
    warn(why)
  }
  return runWeb(given, folder, surroundings)
}

/** `galley open [BLOG]`: the desktop application, or the web version where it cannot run. */
export const open: Command = {
  name: 'open',
  synopsis: '[BLOG] [--web] [--no-open]',
  summary: 'Open the editor in a window',
  help: `Opens the desktop application, with the blog in the folder BLOG or the start
page. Where Electron's runtime is missing or no window can be shown, serves the
editor to a browser instead and says why.

  --web       Use the browser even if the desktop application could run.
  --no-open   Print the address instead of opening the browser.`,
  options: { web: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
  arity: [0, 1],
  run,
}
