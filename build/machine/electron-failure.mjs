import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {{ readonly why: string, readonly atMs: number }} Failure a download that failed, and when */

/**
 * The failure that `file` holds; null without one, and for a file that is damaged.
 *
 * @param {string} file
 * @returns {Failure | null}
 */
export function readFailure(file) {
  try {
    const failure = JSON.parse(readFileSync(file, 'utf8'))
    return typeof failure?.why === 'string' && typeof failure.atMs === 'number' ? failure : null
  } catch {
    // it only saves a second attempt: without it the download is tried again
    return null
  }
}

/**
 * Remembers a failure, where that can be written; null forgets it.
 *
 * @param {string} file
 * @param {Failure | null} failure
 */
export function rememberFailure(file, failure) {
  try {
    if (failure === null) return rmSync(file, { force: true })
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(failure))
  } catch {
    // the next start then tries the download again
  }
}
