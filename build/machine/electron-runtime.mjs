import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../root.mjs'
import { say } from '../run/script.mjs'
import { readFailure, rememberFailure } from './electron-failure.mjs'

/** Without a byte for this long the download is given up. */
const silenceMs = 15_000
/** A failed download is not tried again for this long, so that the next start is quick. */
const forgetFailureMs = 60 * 60_000
const failureFile = join(root, 'dist/.electron-failure.json')
const electronFolder = join(root, 'node_modules/electron')

/**
 * Whether Electron's runtime, which npm does not install, lies beside its package.
 *
 * @returns {boolean}
 */
export function hasElectron() {
  const pathFile = join(electronFolder, 'path.txt')
  return existsSync(pathFile) && existsSync(join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')))
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error)
  // fetch says only "fetch failed"; its cause knows more
  const { message, cause } = error
  if (!(cause instanceof Error)) return message
  return `${message}: ${'code' in cause ? cause.code : cause.message}`
}

/** Prints how far the download is, at most once for each tenth of it. */
function createProgress() {
  let saidTenths = 0
  /** @param {number} share */
  return (share) => {
    const tenths = Math.floor(share * 10)
    if (tenths <= saidTenths) return
    saidTenths = tenths
    say(`  ${tenths * 10} %`)
  }
}

/** Downloads the runtime into Electron's own cache, where its installer looks first. Throws when nothing arrives for a while. */
async function downloadToCache() {
  const requireFromElectron = createRequire(join(electronFolder, 'install.js'))
  const { downloadArtifact } = await import(pathToFileURL(requireFromElectron.resolve('@electron/get')).href)
  const { version } = requireFromElectron('./package')
  say(`Fetching Electron ${version}'s runtime (once, about 120 MB)…`)
  const abort = new AbortController()
  const giveUp = () => abort.abort(new Error(`nothing arrived for ${silenceMs / 1000} seconds`))
  const silence = setTimeout(giveUp, silenceMs)
  const sayProgress = createProgress()
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: requireFromElectron('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: async (/** @type {{ percent: number }} */ { percent }) => {
          silence.refresh()
          sayProgress(percent)
        },
      },
    })
  } finally {
    clearTimeout(silence)
  }
}

/** Lets Electron's own installer unpack what was downloaded. */
function unpack() {
  return new Promise((resolve, reject) => {
    const installer = spawn(process.execPath, [join(electronFolder, 'install.js')], {
      stdio: ['ignore', 2, 2],
    })
    installer.once('error', reject)
    installer.once('exit', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error('the runtime could not be unpacked')),
    )
  })
}

/**
 * Fetches Electron's runtime if it is not there. Null when it is there now; otherwise why not, in a sentence. Gives up after 15
 * silent seconds, and for an hour after a failure does not try again but says what failed.
 *
 * @returns {Promise<string | null>}
 */
export async function fetchElectron() {
  if (hasElectron()) return null
  const failure = readFailure(failureFile)
  const minutesLeft = failure === null ? 0 : Math.ceil((failure.atMs + forgetFailureMs - Date.now()) / 60_000)
  if (failure !== null && minutesLeft > 0)
    return `Electron's runtime could not be fetched a while ago (${failure.why}); that is tried again in ${minutesLeft} min.`
  try {
    await downloadToCache()
    await unpack()
    rememberFailure(failureFile, null)
    return null
  } catch (error) {
    const why = explain(error)
    rememberFailure(failureFile, { why, atMs: Date.now() })
    return `Electron's runtime could not be fetched (${why}).`
  }
}
