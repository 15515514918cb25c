import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { root } from './root.mjs'

/** Specs about what happens within the page alone, or in services that all hosts share: other tests run those on each host. */
const withinThePage = ['accessibility', 'form-settings', 'git', 'raw-view', 'save-guard', 'views'].map(
  (name) => `**/${name}.spec.ts`,
)

/**
 * The end-to-end specs, run on both hosts but for those above and for tests tagged `@page`. They drive what is in `dist/`, which must be
 * built; which browser they use is said in `test/e2e/app.ts`. No retries: a spec that passes sometimes is a spec that fails.
 */
export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // one browser keeps two cores busy: with more of them a small machine is no sooner done, only slower in each spec
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  retries: 0,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results/e2e.json') }]],
  use: { trace: process.env.CI === undefined ? 'off' : 'retain-on-failure' },
  projects: [{ name: 'web' }, { name: 'electron', testIgnore: withinThePage, grepInvert: /@page/ }],
})
