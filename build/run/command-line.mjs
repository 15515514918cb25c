import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../root.mjs'

const endingSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

function hasTerminal() {
  return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
}

/**
 * Where the user typed the command: npm runs scripts in the repository's folder and keeps the original one aside.
 *
 * @param {string} script the script npm was asked for, as its package names it: `galley.mjs`
 */
function folderOfUser(script) {
  const isFromNpm = process.env.npm_lifecycle_script?.includes(script) ?? false
  return (isFromNpm && process.env.INIT_CWD) || process.cwd()
}

/**
 * Runs the built command line with our own input and output, in the folder where the user is, and gives its exit code. Signals
 * are passed on, and it decides when things are tidied up.
 *
 * @param {string} script the script that npm was asked for
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
export function runCommandLine(script, words) {
  const child = spawn(process.execPath, [join(root, 'dist/cli/galley.mjs'), ...words], {
    cwd: folderOfUser(script),
    stdio: 'inherit',
  })
  for (const signal of endingSignals)
    process.on(signal, () => {
      // Ctrl-C in a terminal has reached the child already; on Windows this would end it at once, without a chance to tidy up
      const hasReachedChild = signal === 'SIGINT' && (process.platform === 'win32' || hasTerminal())
      if (!hasReachedChild) child.kill(signal)
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
