import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../root.mjs'

const folder = join(root, 'dist/.lock')
const holderFile = join(folder, 'pid')
const waitMs = 100
const maxWaitMs = 3 * 60_000
/** The holder writes its name right after it made the folder; without a name for this long it died in between. */
const namelessMs = 2000

/** Process id of whoever builds now, null while it has not said. */
function readHolder() {
  try {
    return Number(readFileSync(holderFile, 'utf8'))
  } catch {
    return null
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

function tryToTake() {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(holderFile, String(process.pid))
  return true
}

/**
 * Runs `work` while no other process builds in this working copy: `npm start` beside `npm test` must not see half a bundle.
 * A lock whose holder died is taken over. Fails when the other build does not end within three minutes.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withBuildLock(work) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (let waitedMs = 0; !tryToTake(); waitedMs += waitMs) {
    const holder = readHolder()
    const isAbandoned = holder === null ? waitedMs > namelessMs : !isAlive(holder)
    if (isAbandoned) rmSync(folder, { recursive: true, force: true })
    if (waitedMs > maxWaitMs)
      throw new Error(`another build is still running (process ${holder}); end it and try again`)
    await sleep(waitMs)
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
