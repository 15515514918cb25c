import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build.mjs'
import { findOrGetChromium } from '../machine/chromium.mjs'
import { root } from '../root.mjs'
import { countCrash, countPlaywright, countVitest, noTests, readCounts } from './results.mjs'
import { runTool } from './tool.mjs'

/**
 * @typedef {import('./results.mjs').Counts} Counts
 * @typedef {{ readonly files: readonly string[] }} Choice only tests whose path has one of these words; empty for all
 * @typedef {{
 *   readonly name: string
 *   readonly title: string
 *   readonly hasFiles?: boolean
 *   readonly run: (choice: Choice) => Promise<Counts>
 * }} Step one step of `npm test`; `hasFiles`: it runs test files, which can be chosen
 */

const passedOne = { ...noTests, passed: 1 }
const failedOne = { ...noTests, failed: 1 }

/**
 * A tool that says nothing when all is well: one test, whose output is shown only when it fails.
 *
 * @param {string} script
 * @param {readonly string[]} given
 */
async function runQuietly(script, given) {
  const { code, output } = await runTool(script, given, { shown: false })
  if (code === 0) return passedOne
  console.log(output.trimEnd())
  return failedOne
}

/** @param {string} name */
function freshReport(name) {
  const file = join(root, 'test-results', name)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  // a report of an earlier run must not be taken for this one's
  rmSync(file, { force: true })
  return file
}

async function runBuild() {
  await build()
  return passedOne
}

/** Finds the browser once and hands it to every test by `GALLEY_CHROMIUM`. */
async function findBrowser() {
  const path = await findOrGetChromium()
  if (path === null) {
    console.log('No browser for the tests can be had: none is installed, and none could be fetched.')
    console.log('Install Chromium, Chrome or Edge, or name one in GALLEY_CHROMIUM.')
    return failedOne
  }
  process.env.GALLEY_CHROMIUM = path
  console.log(path)
  return noTests
}

/** @param {Choice} choice */
async function runUnitTests({ files }) {
  const report = freshReport('unit.json')
  const given = ['run', '--config', 'build/vitest.config.mjs', '--reporter=default', '--reporter=json']
  const { code } = await runTool('vitest/vitest.mjs', [...given, '--passWithNoTests', ...files], {
    shown: true,
  })
  return countCrash(readCounts(report, countVitest), code)
}

/** @param {Choice} choice */
async function runEndToEndTests({ files }) {
  const report = freshReport('e2e.json')
  const given = [
    'test',
    '--config',
    'build/playwright.config.ts',
    '--reporter=list,json',
    '--pass-with-no-tests',
  ]
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_HTML_OPEN: 'never' }
  const { code } = await runTool('@playwright/test/cli.js', [...given, ...files], {
    shown: true,
    environment,
  })
  return countCrash(readCounts(report, countPlaywright), code)
}

/**
 * What `npm test` does, in order. A step that throws counts as a failed test; the others run all the same.
 *
 * @type {readonly Step[]}
 */
export const steps = [
  { name: 'types', title: 'Types', run: () => runQuietly('typescript/bin/tsc', ['-b']) },
  { name: 'lint', title: 'Lint', run: () => runQuietly('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'build', title: 'Build', run: runBuild },
  { name: 'browser', title: 'Browser', run: findBrowser },
  { name: 'unit', title: 'Unit, service and host tests', hasFiles: true, run: runUnitTests },
  { name: 'e2e', title: 'End-to-end tests', hasFiles: true, run: runEndToEndTests },
]
