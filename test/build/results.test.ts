import { describe, expect, test } from 'vitest'
import {
  addCounts,
  countCrash,
  countPlaywright,
  countVitest,
  noTests,
  readCounts,
  summaryLine,
} from '../../build/testing/results.mjs'

describe('the last line', () => {
  test('names passed and failed tests, and skipped ones only if there are any', () => {
    expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })

  test('adds up all steps', () => {
    const steps = [
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 4, failed: 5, skipped: 0 },
    ]
    expect(addCounts(steps)).toEqual({ passed: 5, failed: 5, skipped: 2 })
  })
})

describe('a report of Vitest', () => {
  test('counts passed, failed and skipped tests', () => {
    const assertionResults = [
      { status: 'passed' },
      { status: 'failed' },
      { status: 'pending' },
      { status: 'todo' },
    ]
    expect(countVitest({ testResults: [{ status: 'failed', assertionResults }] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
    })
  })

  test('counts a file that did not load as one failure', () => {
    expect(countVitest({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({
      ...noTests,
      failed: 1,
    })
  })
})

describe('a report of Playwright', () => {
  test('counts a test that passed only at the second try as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  test('counts an error outside any test as failed', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
    expect(countPlaywright({ stats, errors: [{ message: 'no such module' }] }).failed).toBe(1)
  })
})

describe('a crash', () => {
  test('of the runner is a failure even if every test that ran passed', () => {
    expect(countCrash({ passed: 7, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 })
  })

  test('is not counted beside the failed tests that explain it', () => {
    expect(countCrash({ passed: 7, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  })

  test('that left no report is a failure', () => {
    expect(readCounts('/nowhere/report.json', countVitest).failed).toBe(1)
  })
})
