import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Progress for people, on standard error: standard output belongs to results.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Whether Node was started with this very file, and not with one that imports it.
 *
 * @param {string} moduleUrl the file's `import.meta.url`
 * @returns {boolean}
 */
export function isMain(moduleUrl) {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
}

/**
 * Runs a script's work. A failure that nobody caught becomes its message on standard error and exit code 1; `GALLEY_DEBUG=1`
 * shows where it came from.
 *
 * @param {() => Promise<void>} work
 */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    const isError = error instanceof Error
    say(
      isError && process.env.GALLEY_DEBUG !== '1' ? error.message : (isError && error.stack) || String(error),
    )
    process.exitCode = 1
  }
}
