import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { initialChunks, maxInitialKilobytes, measureSizes } from '../../build/bundle/sizes.mjs'

beforeAll(() => build({ names: ['renderer'] }))

test('what loads before the first paint is the entry and what it imports statically, each once', () => {
  const manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js', imports: ['_deep.js', 'index.html'] },
    '_deep.js': { file: 'deep.js' },
    'editor.ts': { file: 'editor.js', imports: ['_shared.js'] },
  }
  expect([...initialChunks(manifest, 'index.html')].sort()).toEqual(['_deep.js', '_shared.js', 'index.html'])
})

test(`the interface starts with at most ${maxInitialKilobytes} kB of gzipped JavaScript`, () => {
  const { initialBytes } = measureSizes()
  expect(initialBytes).toBeGreaterThan(0)
  expect(initialBytes).toBeLessThanOrEqual(maxInitialKilobytes * 1000)
})

test('the editor and the Markdown engine load on demand', () => {
  const { chunks } = measureSizes()
  expect(chunks.filter(({ isInitial }) => !isInitial).length).toBeGreaterThanOrEqual(2)
})

test('React comes without its development version, also when a test runner built it', async () => {
  const { chunks } = measureSizes()
  const scripts = await Promise.all(chunks.map(({ file }) => readFile(`dist/renderer/${file}`, 'utf8')))
  expect(scripts.filter((script) => script.includes('Download the React DevTools'))).toEqual([])
})
