import { execFileSync } from 'node:child_process'
import { readFile, rm, stat } from 'node:fs/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { type Bundle, bundles } from '../../build/bundle/bundles.mjs'
import { fingerprintOf, isStale, writeStamp } from '../../build/bundle/fingerprint.mjs'
import { makeBundle } from '../../build/bundle/make.mjs'

/** A bundle of its own, so that nothing that other tests use is made anew under their hands. */
function copyOfIcons(): Bundle {
  onTestFinished(async () => {
    await rm('dist/test-icons', { recursive: true, force: true })
    await rm('dist/.stamps/test-icons', { force: true })
  })
  return {
    name: 'test-icons',
    entries: ['build/icons'],
    sources: ['build/icons'],
    outputs: ['dist/test-icons'],
    maker: { kind: 'copy' },
  }
}

beforeAll(() => build({ names: ['preload'] }))

describe('a build', () => {
  test('leaves alone what is up to date', async () => {
    const before = (await stat('dist/main/preload.cjs')).mtimeMs
    await build({ names: ['preload'] })
    expect((await stat('dist/main/preload.cjs')).mtimeMs).toBe(before)
  })

  test('names the bundles that there are when asked for another', async () => {
    const names = bundles.map(({ name }) => name).join(', ')
    await expect(build({ names: ['widget'] })).rejects.toThrow(
      `no bundle is called widget; there are ${names}`,
    )
  })
})

describe('a bundle', () => {
  test('is stale until it is made, and then until its sources change', async () => {
    const icons = copyOfIcons()
    expect(isStale(icons, fingerprintOf(icons))).toBe(true)
    await makeBundle(icons)
    writeStamp(icons, fingerprintOf(icons))
    expect(isStale(icons, fingerprintOf(icons))).toBe(false)
    const withLicence = { ...icons, sources: [...icons.sources, 'LICENSE'] }
    expect(isStale(withLicence, fingerprintOf(withLicence))).toBe(true)
  })

  test('is stale when what was made is gone', async () => {
    const icons = copyOfIcons()
    await makeBundle(icons)
    writeStamp(icons, fingerprintOf(icons))
    await rm('dist/test-icons', { recursive: true })
    expect(isStale(icons, fingerprintOf(icons))).toBe(true)
  })
})

test('the preload uses nothing of Node: its window is sandboxed', async () => {
  const code = await readFile('dist/main/preload.cjs', 'utf8')
  const required = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name)
  expect(new Set(required)).toEqual(new Set(['electron']))
})

test.skipIf(process.platform === 'win32')('the command line can be started by its own name', () => {
  expect(execFileSync('dist/cli/galley.mjs', ['--version'], { encoding: 'utf8' })).toMatch(
    /^\d+\.\d+\.\d+\n$/,
  )
})
