import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { root } from './root.mjs'

/** What happens within the page alone, whatever host has opened it. */
const withinThePage = ['accessibility', 'form-settings', 'raw-view', 'views'].map(
  (name) => `**/${name}.spec.ts`,
)

/**
 * The end-to-end specs, run on both hosts; those that are about nothing but the page run in the browser only. They drive what is in `dist/`, which must be built; which
 * browser they use is said in `test/e2e/app.ts`. No retries: a spec that passes
 * sometimes is a spec that fails.
 */
export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results/e2e.json') }]],
  use: { trace: process.env.CI === undefined ? 'off' : 'retain-on-failure' },
  projects: [{ name: 'web' }, { name: 'electron', testIgnore: withinThePage }],
})
