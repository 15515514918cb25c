import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../root.mjs'

const stepLimitMs = 30 * 60_000
const graceMs = 10_000

/**
 * @typedef {{ readonly code: number, readonly output: string }} ToolRun how a tool ended; `output` is empty when it was shown
 */

/**
 * Runs a tool of `node_modules` in the repository. `shown` passes its output on as it comes, otherwise it is collected. A tool
 * that takes longer than half an hour is ended, with code 1.
 *
 * @param {string} script the tool's program, below `node_modules`
 * @param {readonly string[]} given
 * @param {{ readonly shown: boolean, readonly environment?: Readonly<Record<string, string | undefined>> }} options
 * @returns {Promise<ToolRun>}
 */
export function runTool(script, given, { shown, environment = {} }) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...given], {
    cwd: root,
    env: { ...process.env, ...environment },
    // errors of a shown tool go to standard output too, so that they stay in order
    stdio: shown ? ['ignore', 1, 1] : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  const tooLong = setTimeout(() => {
    console.log(`${script} has run for ${stepLimitMs / 60_000} minutes and is ended.`)
    child.kill()
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
  }, stepLimitMs)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      clearTimeout(tooLong)
      resolve({ code: 1, output: error.message })
    })
    child.once('close', (code) => {
      clearTimeout(tooLong)
      resolve({ code: code ?? 1, output })
    })
  })
}
