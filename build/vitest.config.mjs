import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from './root.mjs'

/** Every test but the end-to-end ones, which Playwright runs. Real files and real git, so time limits are generous. */
export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/fixtures/**', 'test/e2e/**'],
    outputFile: { json: join(root, 'test-results/unit.json') },
    // one core is left idle otherwise, which is half of a small machine
    maxWorkers: '100%',
    // what is waited for comes late on a busy machine: an assertion that polls ends with its test, not before
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
