import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { isPassedOn } from '../../electron/cli/hosts/web-host'
import {
  asOrdinaryUser,
  blogWith,
  galley,
  readAddress,
  startGalley,
  temporaryFolder,
  untilDone,
} from './galley'

beforeAll(() => build({ names: ['cli', 'server', 'renderer', 'sample-blog'] }))

async function privateData() {
  return { env: { ...process.env, GALLEY_DATA: await temporaryFolder(), DISPLAY: '', WAYLAND_DISPLAY: '' } }
}

async function start(words: readonly string[]) {
  const child = startGalley(words, await privateData())
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const done = untilDone(child)
  return { child, done, address: await readAddress(child) }
}

describe('galley serve', () => {
  test('serves the interface on this machine until it is interrupted', async () => {
    const { child, done, address } = await start(['serve', await blogWith({ 'posts/a.md': 'A' })])
    expect(new URL(address).hostname).toBe('127.0.0.1')
    const page = await fetch(new URL('/', address))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Galley</title>')
    child.kill('SIGINT')
    expect(await done).toMatchObject({ code: 0, stderr: '' })
  })

  test.skipIf(process.platform === 'win32')(
    'ends with its parent’s signal, leaving nothing behind',
    async () => {
      const { child, done, address } = await start(['serve'])
      child.kill('SIGTERM')
      expect((await done).code).toBe(0)
      await expect(fetch(new URL('/', address))).rejects.toThrow()
    },
  )

  test.skipIf(process.platform === 'win32')('tidies up although it is interrupted twice', async () => {
    const server = spawn(process.execPath, ['dist/server/server.mjs'], await privateData())
    onTestFinished(() => {
      server.kill('SIGKILL')
    })
    const done = untilDone(server)
    const { port } = new URL(await readAddress(server))
    const unfinished = connect(Number(port), '127.0.0.1', () => unfinished.write('GET / HTTP/1.1\r\n'))
    unfinished.on('error', () => undefined)
    await once(unfinished, 'connect')
    server.kill('SIGINT')
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).then(String, () => 'closed')).toBe('closed')
    server.kill('SIGINT')
    unfinished.destroy()
    expect((await done).code).toBe(0)
  })

  test('is told of Ctrl-C by the terminal, and by us where there is none', () => {
    expect(isPassedOn('SIGINT', 'linux', true)).toBe(false)
    expect(isPassedOn('SIGINT', 'linux', false)).toBe(true)
    expect(isPassedOn('SIGINT', 'win32', false)).toBe(false)
    expect(isPassedOn('SIGTERM', 'linux', true)).toBe(true)
    expect(isPassedOn('SIGHUP', 'linux', true)).toBe(true)
  })

  test('listens on the port it is given, and refuses (1) one that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => {
      taken.close()
    })
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, stdout, stderr } = await galley(['serve', '--port', String(port)], await privateData())
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(String(port))
  })
})

describe.each(['open', 'serve'])('galley %s', (command) => {
  test('refuses (1) a folder that is not there and a file instead of a folder', async () => {
    const blog = await blogWith({ 'a.md': 'A' })
    const missing = await galley([command, join(blog, 'nowhere')], await privateData())
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toContain('There is no folder')
    const file = await galley([command, join(blog, 'a.md')], await privateData())
    expect(file).toMatchObject({ code: 1, stdout: '' })
    expect(file.stderr).toContain('is a file')
  })

  test.skipIf(process.platform === 'win32')('refuses (1) what lies below an unreadable folder', async () => {
    const options = await asOrdinaryUser({ DISPLAY: '', WAYLAND_DISPLAY: '' })
    const closed = join(options.env?.HOME ?? '', 'closed')
    await mkdir(join(closed, 'blog'), { recursive: true })
    await chmod(closed, 0)
    onTestFinished(() => chmod(closed, 0o700))
    const { code, stdout, stderr } = await galley([command, join(closed, 'blog')], options)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^galley: The system does not let Galley use .*Check its permissions\.\n$/)
  })
})

describe('galley open', () => {
  test('without a display says so, prints the address and opens nothing', async () => {
    const { child, done, address } = await start(['open', '--no-open', '--web'])
    expect(new URL(address).hash.length).toBeGreaterThan(20)
    child.kill('SIGINT')
    const { code, stderr } = await done
    expect(code).toBe(0)
    expect(stderr).toContain('Open this address in a browser. Ctrl-C ends Galley.')
  })
})

describe.skipIf(process.platform !== 'linux')('the browser that galley open starts', () => {
  /** A browser that only writes down its arguments, the page it was given, and who may read that page. */
  const recorder = (folder: string) => `#!/bin/sh
for last; do :; done
page=$(printf '%s' "$last" | sed 's|^--app=file://||')
{ printf '%s\\n' "$@"; stat -c '%a' "$page"; cat "$page"; } > ${folder}/seen.part
mv ${folder}/seen.part ${folder}/seen
`

  test('gets the token in a file that only this user can read, never in its arguments', async () => {
    const bin = await blogWith({})
    const options = await asOrdinaryUser({ DISPLAY: ':99', PATH: `${bin}:/usr/bin:/bin`, GALLEY_DATA: '' })
    const home = options.env?.HOME ?? ''
    const { chmod, readFile, readdir, writeFile } = await import('node:fs/promises')
    await writeFile(join(bin, 'google-chrome'), recorder(home), { mode: 0o755 })
    await chmod(bin, 0o755)
    const child = startGalley(['open', '--web'], options)
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    const done = untilDone(child)
    const address = await readAddress(child)
    const seen = await expect
      .poll(() => readFile(join(home, 'seen'), 'utf8').catch(() => null), { timeout: 10_000 })
      .not.toBeNull()
      .then(() => readFile(join(home, 'seen'), 'utf8'))
    const [argument = '', mode, ...html] = seen.split('\n')
    const token = new URL(address).hash.slice(1)
    expect(argument).toMatch(/^--app=file:\/\//)
    expect(argument).not.toContain(token)
    expect(mode).toBe('600')
    expect(html.join('\n')).toContain(`content="0; url=${address}"`)
    child.kill('SIGINT')
    expect((await done).code).toBe(0)
    const left = await readdir(home)
    expect(left.filter((name) => name.startsWith('galley-'))).toEqual([])
  })
})
