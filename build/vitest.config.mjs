import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from './root.mjs'

/**
 * Tests of pure functions: they share one set of loaded modules in each worker, for loading them anew costs each file more than its tests do.
 * A file in here changes nothing outside itself: no environment, no module replaced, no state of a module.
 */
const pure = ['text', 'post', 'site/reader', 'site/forms'].map(
  (folder) => `test/shared/${folder}/**/*.test.ts`,
)
const others = ['test/**/*.test.ts', 'test/**/*.test.tsx']
const never = ['test/fixtures/**', 'test/e2e/**']

/** Every test but the end-to-end ones, which Playwright runs. Real files and real git, so time limits are generous. */
export default defineConfig({
  root,
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: never, isolate: false } },
      { extends: true, test: { name: 'others', include: others, exclude: [...never, ...pure] } },
    ],
    outputFile: { json: join(root, 'test-results/unit.json') },
    // one core is left idle otherwise, which is half of a small machine
    maxWorkers: '100%',
    // what is waited for comes late on a busy machine: an assertion that polls ends with its test, not before
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
