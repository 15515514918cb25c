import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { launchServer } from '../helpers/launch-server'
import { repositoryFile } from '../helpers/repository-root'
import { createTemporaryFolder } from '../helpers/temporary-folder'

beforeAll(async () => {
  await build({ names: ['server'] })
})

async function launch(...args: readonly string[]) {
  const data = await createTemporaryFolder()
  const server = await launchServer({ args, env: { GALLEY_DATA: join(data, 'galley') } })
  onTestFinished(async () => {
    await server.close()
  })
  return server
}

/** Runs the server until it ends by itself. */
async function runToEnd(...args: readonly string[]) {
  const child = spawn(process.execPath, [repositoryFile('dist/server/server.mjs'), ...args])
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  return { code, said }
}

async function describeApp({ origin, hash }: URL) {
  const response = await fetch(`${origin}/api/request`, {
    method: 'POST',
    headers: {
      Origin: origin,
      Authorization: `Bearer ${hash.replace('#token=', '')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ name: 'app.describe', params: {} }),
  })
  return response.json()
}

describe('the server as a program', () => {
  test('prints an address that opens it, with the token in the fragment, and one of its own each time', async () => {
    const [first, second] = await Promise.all([launch(), launch()])
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    expect(await describeApp(new URL(first.address))).toMatchObject({
      ok: true,
      value: { version: expect.stringMatching(/^\d+\.\d+\.\d+/), canPickFolder: false },
    })
    expect(new URL(first.address).hash).not.toBe(new URL(second.address).hash)
    expect(first.errors()).toBe('')
  })

  // Windows has no signals: ending a process there asks nobody
  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s, with pages connected',
    async (signal) => {
      const server = await launch()
      const { origin, hash } = new URL(server.address)
      const { WebSocket } = await import('ws')
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/events`, { origin })
      socket.once('open', () => socket.send(hash.replace('#token=', '')))
      await once(socket, 'message')
      const closed = once(socket, 'close')
      const exited = once(server.process, 'exit')
      server.process.kill(signal)
      expect(await closed).toEqual([1001, expect.anything()])
      expect(await exited).toEqual([0, null])
    },
  )

  test('says in a sentence that its port is taken, and exits with 1', async () => {
    const { port } = new URL((await launch()).address)
    const { code, said } = await runToEnd('--port', port)
    expect(code).toBe(1)
    expect(said).toBe(
      `Port ${port} is in use by another program. Choose another, or none to get a free one.\n`,
    )
  })

  test.each([['--port', 'many'], ['--port', '70000'], ['--no-such'], ['one', 'two']])(
    'exits with 2 and its usage for %s %s',
    async (...args) => {
      const { code, said } = await runToEnd(...args)
      expect(code).toBe(2)
      expect(said).toContain('Usage:')
    },
  )
})
