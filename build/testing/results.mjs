import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts how tests went */

/** @type {Counts} */
export const noTests = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function addCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    noTests,
  )
}

/**
 * The line that `npm test` ends with: `12 passed, 0 failed`, and `, 1 skipped` if any was.
 *
 * @param {Counts} counts
 * @returns {string}
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * A runner that ended badly without naming a failed test (it crashed, or an error came outside any test) counts as one failure.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countCrash(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * @typedef {{ readonly status: string, readonly assertionResults: readonly { readonly status: string }[] }} VitestFile
 * @typedef {{ readonly testResults: readonly VitestFile[] }} VitestReport Vitest's JSON report, as far as it is read here
 */

/**
 * Counts Vitest's report. A file that failed before its first test (it did not load) is one failure.
 *
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  return addCounts(
    report.testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === 'passed').length
      const failed = assertionResults.filter((test) => test.status === 'failed').length
      const isBroken = status === 'failed' && failed === 0
      return {
        passed,
        failed: failed + (isBroken ? 1 : 0),
        skipped: assertionResults.length - passed - failed,
      }
    }),
  )
}

/**
 * @typedef {{
 *   readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number }
 *   readonly errors: readonly unknown[]
 * }} PlaywrightReport Playwright's JSON report, as far as it is read here
 */

/**
 * Counts Playwright's report. A test that passed only when tried again is a failure: what is right sometimes is not right. Errors
 * outside tests (a file that did not load) are failures too.
 *
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed, skipped: stats.skipped }
}

/**
 * Reads and counts a runner's report. One that is missing or broken off, because the runner crashed, is a failure.
 *
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function readCounts(file, count) {
  if (!existsSync(file)) return { ...noTests, failed: 1 }
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.log(`The report ${file} cannot be read: ${error instanceof Error ? error.message : error}`)
    return { ...noTests, failed: 1 }
  }
}
