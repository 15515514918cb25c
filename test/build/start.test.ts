import { type ChildProcess, spawn } from 'node:child_process'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { blogWith, readAddress, temporaryFolder, untilDone } from '../cli/galley'

beforeAll(() => build())

async function start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['build/start.mjs', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GALLEY_DATA: await temporaryFolder(), ...environment },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

describe('npm start', () => {
  test('with --web and --no-open prints the address, and Ctrl-C ends it with exit code 0', async () => {
    const child = await start([await blogWith({ 'posts/a.md': 'A' }), '--web', '--no-open'])
    const done = untilDone(child)
    const address = await readAddress(child)
    expect((await fetch(new URL('/', address))).status).toBe(200)
    child.kill('SIGINT')
    const { code, stderr } = await done
    expect(code).toBe(0)
    expect(stderr).toContain('Opening in the browser, as --web asks.')
    await expect(fetch(new URL('/', address))).rejects.toThrow()
  })

  test.skipIf(process.platform !== 'linux')('without a display says so and prints the address', async () => {
    const child = await start([], { DISPLAY: '', WAYLAND_DISPLAY: '' })
    const done = untilDone(child)
    await readAddress(child)
    child.kill('SIGINT')
    const { code, stderr } = await done
    expect(code).toBe(0)
    expect(stderr).toContain('There is no display here. Using the web version.')
  })

  test('explains a command line that makes no sense', async () => {
    const { code, stderr } = await untilDone(await start(['--bogus']))
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: npm start [-- FOLDER] [--web] [--no-open]')
  })
})
