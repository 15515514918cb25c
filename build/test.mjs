import { install } from './install.mjs'
import { choose } from './testing/choose.mjs'
import { addCounts, noTests, summaryLine } from './testing/results.mjs'

/** @typedef {import('./testing/steps.mjs').Step} Step */

/**
 * @param {Step} step
 * @param {readonly string[]} files
 */
async function runStep(step, files) {
  console.log(`\n== ${step.title}`)
  const startedAt = performance.now()
  const counts = await step.run({ files }).catch((error) => {
    console.log(error instanceof Error ? error.message : error)
    return { ...noTests, failed: 1 }
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`== ${step.title}: ${summaryLine(counts)} (${seconds} s)`)
  return counts
}

/** Runs the chosen steps one after the other, all of them, whatever fails. */
async function runAll() {
  const { chosen, files } = choose(process.argv.slice(2))
  await install()
  const results = []
  for (const step of chosen) results.push({ step, counts: await runStep(step, files) })
  const counts = addCounts(results.map((result) => result.counts))
  const fromFiles = addCounts(results.flatMap((result) => (result.step.hasFiles ? [result.counts] : [])))
  if (files.length === 0 || fromFiles.passed + fromFiles.failed + fromFiles.skipped > 0) return counts
  console.log(`No test file has ${files.join(' or ')} in its path.`)
  return { ...counts, failed: counts.failed + 1 }
}

const counts = await runAll().catch((error) => {
  console.log(error instanceof Error ? error.message : error)
  return { ...noTests, failed: 1 }
})
process.exitCode = counts.failed > 0 ? 1 : 0
console.log(`\n${summaryLine(counts)}`)
