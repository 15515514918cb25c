import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { requireNode } from './machine/node-version.mjs'
import { root } from './root.mjs'
import { isMain, runScript, say } from './run/script.mjs'

/**
 * A lockfile as far as it is read here: packages by their folder.
 *
 * @typedef {{
 *   readonly version?: string
 *   readonly optional?: boolean
 *   readonly devOptional?: boolean
 *   readonly os?: readonly string[]
 *   readonly cpu?: readonly string[]
 *   readonly libc?: readonly string[]
 * }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lockfile
 *
 * @typedef {{ readonly os: string, readonly cpu: string, readonly libc: string | null }} Machine in npm's words
 */

/** @returns {Machine} */
function thisMachine() {
  const isLinux = process.platform === 'linux'
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (
    isLinux ? process.report?.getReport() : undefined
  )
  const libc = report?.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
  return { os: process.platform, cpu: process.arch, libc: isLinux ? libc : null }
}

/**
 * @param {readonly string[] | undefined} list as package.json has it, `!` before what is left out
 * @param {string | null} word
 */
function admits(list, word) {
  if (list === undefined) return true
  if (word === null || list.includes(`!${word}`)) return false
  return list.includes(word) || list.every((entry) => entry.startsWith('!'))
}

/**
 * Whether an optional package is made for this very machine. One that names no machine may be absent.
 *
 * @param {LockedPackage} locked
 * @param {Machine} machine
 */
function isForMachine({ os, cpu, libc }, machine) {
  if (os === undefined && cpu === undefined) return false
  return admits(os, machine.os) && admits(cpu, machine.cpu) && admits(libc, machine.libc)
}

/**
 * Why what is installed is not what the lockfile asks for, in a few words; null when it is. Packages for other systems are
 * optional and may be absent, never at another version.
 *
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile} installed npm's own record of what it put into `node_modules`
 * @param {Machine} [machine] this one
 * @returns {string | null}
 */
export function findDifference(wanted, installed, machine = thisMachine()) {
  for (const [folder, locked] of Object.entries(wanted.packages)) {
    if (folder === '') continue
    const found = installed.packages[folder]
    const { version, optional, devOptional } = locked
    if (found === undefined && (optional || devOptional) && !isForMachine(locked, machine)) continue
    if (found?.version !== version) return `${folder.replace(/^.*node_modules\//, '')} ${version} is missing`
  }
  return null
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * @param {string} file
 * @returns {Lockfile | null} null when it is damaged
 */
function readRecord(file) {
  try {
    const record = readLockfile(file)
    return typeof record?.packages === 'object' && record.packages !== null ? record : null
  } catch {
    return null
  }
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/**
 * Why the libraries are to be installed, in a few words; null when what is there is whole and what the lockfile asks for.
 *
 * @param {string} folder the one that holds `package-lock.json` and `node_modules`
 * @returns {string | null}
 */
export function whyInstall(folder) {
  // npm would empty the folder that the link leads to, which may be another working copy's
  if (isLink(join(folder, 'node_modules'))) return null
  // npm writes this file last, so that an installation that was broken off has none
  const file = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(file)) return 'nothing is installed yet'
  const record = readRecord(file)
  if (record === null) return 'the record of what is installed is damaged'
  const missing = Object.keys(record.packages).find((path) => path !== '' && !existsSync(join(folder, path)))
  if (missing !== undefined) return `${missing.replace(/^.*node_modules\//, '')} is missing`
  return findDifference(readLockfile(join(folder, 'package-lock.json')), record)
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
  const reason = whyInstall(root)
  if (reason === null) return
  say(`Installing Galley's libraries (${reason})…`)
  const { program, first } = npmCommand()
  const { status, error } = spawnSync(
    program,
    [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
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
