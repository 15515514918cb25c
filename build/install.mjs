import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { requireNode } from './machine/node-version.mjs'
import { root } from './root.mjs'
import { isMain, runScript, say } from './run/script.mjs'

/**
 * A lockfile as far as it is read here: packages by their folder.
 *
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lockfile
 */

/**
 * Why what is installed is not what the lockfile asks for, in a few words; null when it is. Packages for other systems are
 * optional and may be absent, never at another version.
 *
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile} installed npm's own record of what it put into `node_modules`
 * @returns {string | null}
 */
export function findDifference(wanted, installed) {
  for (const [folder, { version, optional, devOptional }] of Object.entries(wanted.packages)) {
    if (folder === '') continue
    const found = installed.packages[folder]
    if (found === undefined && (optional || devOptional)) continue
    if (found?.version !== version) return `${folder.replace(/^.*node_modules\//, '')} ${version} is missing`
  }
  return null
}

/** @param {string} file */
function readLockfile(file) {
  return /** @type {Lockfile} */ (JSON.parse(readFileSync(join(root, file), 'utf8')))
}

function whyInstall() {
  // npm writes this file last, so that an installation that was broken off has none
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, record))) return 'nothing is installed yet'
  return findDifference(readLockfile('package-lock.json'), readLockfile(record))
}

/** npm as a program and its first arguments: the npm that runs this script, else the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath
  if (running !== undefined && basename(running) === 'npm-cli.js')
    return { program: process.execPath, first: [running] }
  return { program: 'npm', first: [] }
}

/**
 * Installs the libraries when `node_modules` is missing or is not what the lockfile says; otherwise does nothing. No package's
 * own script runs, and Electron's runtime is not fetched. Progress goes to standard error. Ends the process with a sentence when
 * Node is too old; throws when npm cannot install.
 */
export async function install() {
  requireNode()
  const reason = whyInstall()
  if (reason === null) return
  say(`Installing Galley's libraries (${reason})…`)
  const { program, first } = npmCommand()
  const { status, error } = spawnSync(
    program,
    [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: root,
      // npm's own words are progress: standard output belongs to results
      stdio: ['ignore', 2, 2],
      // npm is a command file on Windows; every argument is a fixed word
      shell: program === 'npm' && process.platform === 'win32',
    },
  )
  if (error !== undefined)
    throw new Error(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org`)
  if (status !== 0)
    throw new Error(
      "Galley's libraries could not be installed; npm says why above. Check the connection and try again.",
    )
}

if (isMain(import.meta.url)) await runScript(install)
