import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { BlogId } from '#shared/contract/blog'
import type { PostPath } from '#shared/contract/post-path'
import { runningProcess } from '../../helpers/running-process'
import { createHarness, type Harness } from '../../helpers/service-harness'
import { createHandRolledSite, createSite, isAlive, pidsOf, serveLine, waitForState } from './sites'

const tides = 'posts/tides.md' as PostPath

async function openSite(): Promise<{
  readonly harness: Harness
  readonly root: string
  readonly blog: BlogId
}> {
  const [harness, root] = await Promise.all([createHarness(), createHandRolledSite()])
  return { harness, root, blog: (await harness.open(root)).id }
}

const start = ({ call }: Harness, blog: BlogId, line: string, remember = false) =>
  call('siteServer.start', { blog, request: { kind: 'typed', line }, remember })

test('a typed command serves a site of an unknown generator; the page is found by the post’s text; all ends with the blog', async () => {
  const { harness, root, blog } = await openSite()
  expect((await harness.call('siteServer.describe', { blog })).choices).toEqual([])
  await start(harness, blog, serveLine())
  const ready = await waitForState(harness, blog, 'ready')
  // through Galley's own, which lets its pages be loaded anew at their place
  expect(ready.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await harness.call('siteServer.findPage', { blog, path: tides })).toEqual({
    page: '/essays/tides-x',
  })
  expect(harness.services.siteServers.hasOrigin(ready.origin)).toBe(true)
  expect(harness.services.siteServers.originOf(blog)).toBe(ready.origin)
  const pids = await pidsOf(root)
  expect(pids.map(isAlive)).toEqual([true, true])
  await harness.call('blogs.close', { blog })
  expect(pids.map(isAlive)).toEqual([false, false])
  expect(harness.services.siteServers.hasOrigin(ready.origin)).toBe(false)
  const kinds = harness.events
    .filter(({ name }) => name === 'siteServer.changed')
    .map(({ payload }) => (payload as { readonly state: { readonly kind: string } }).state.kind)
  expect(kinds).toEqual(['starting', 'ready', 'stopped'])
  const logged = harness.events.filter(({ name }) => name === 'siteServer.logged')
  expect(JSON.stringify(logged)).toMatch(/Serving at http:\/\/localhost:\d+\//)
})

test('a server that does not listen when it is asked to end is killed when the services end', async () => {
  const { harness, root, blog } = await openSite()
  await start(harness, blog, serveLine('stubborn'))
  await waitForState(harness, blog, 'ready')
  const pids = await pidsOf(root)
  await harness.services.dispose()
  expect(pids.map(isAlive)).toEqual([false, false])
})

test('when Galley is killed, its server goes with it', async () => {
  const root = await createHandRolledSite()
  const host = await runningProcess(root, [process.execPath, 'serve.mjs'])
  await expect
    .poll(
      () =>
        access(join(root, 'pids.json')).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)
  await sleep(100)
  const pids = await pidsOf(root)
  expect(pids.map(isAlive)).toEqual([true, true])
  onTestFinished(() => {
    for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL')
  })
  host.kill('SIGKILL')
  await expect.poll(() => pids.map(isAlive), { timeout: 5000 }).toEqual([false, false])
})

test('nothing starts without the writer’s word: not what was never shown, not what has changed since, not by memory alone', async () => {
  const harness = await createHarness()
  const root = await createSite({
    'package.json': '{"scripts": {"dev": "touch ran"}}',
    'posts/a.md': '---\ntitle: A\ndate: 2024-05-06\n---\nText\n',
  })
  const { id: blog } = await harness.open(root)
  const { choices } = await harness.call('siteServer.describe', { blog })
  expect(choices).toMatchObject([{ line: 'npm run dev', leadsTo: 'touch ran' }])
  const [shown] = choices
  const refused = async (request: Parameters<typeof harness.call<'siteServer.start'>>[1]['request']) =>
    (await harness.failure('siteServer.start', { blog, request, remember: true })).code
  expect(await refused({ kind: 'remembered' })).toBe('untrusted')
  expect(await refused({ kind: 'shown', key: 'made up' })).toBe('untrusted')
  await writeFile(join(root, 'package.json'), '{"scripts": {"predev": "touch first", "dev": "touch ran"}}')
  expect(await refused({ kind: 'shown', key: shown?.key ?? '' })).toBe('untrusted')
  expect(await refused({ kind: 'typed', line: 'touch ran; touch ran' })).toBe('refused')
  const after = await harness.call('siteServer.describe', { blog })
  expect(after.state).toEqual({ kind: 'stopped' })
  expect(after.choices[0]?.leadsTo).toContain('predev: touch first')
  await sleep(300)
  await expect(access(join(root, 'ran'))).rejects.toThrow()
})

test('a word given for good holds for the next time, until it is taken back, or the command or the trust in the repository changes', async () => {
  const { harness, root, blog } = await openSite()
  const line = serveLine('fail')
  await start(harness, blog, line, true)
  await waitForState(harness, blog, 'failed')
  const { choices, consented } = await harness.call('siteServer.describe', { blog })
  expect(choices[0]).toMatchObject({ line, key: consented })
  const again = await createHarness({ userDataFolder: harness.ports.userDataFolder })
  const { id } = await again.open(root)
  await again.call('siteServer.start', { blog: id, request: { kind: 'remembered' }, remember: true })
  await waitForState(again, id, 'failed')
  await again.call('siteServer.forget', { blog: id })
  expect((await again.call('siteServer.describe', { blog: id })).consented).toBeNull()
  await again.call('siteServer.start', {
    blog: id,
    request: { kind: 'shown', key: consented ?? '' },
    remember: true,
  })
  expect((await again.call('siteServer.describe', { blog: id })).consented).toBe(consented)
  await again.call('blogs.initialiseGit', { blog: id })
  expect((await again.call('siteServer.describe', { blog: id })).consented).toBeNull()
  const { code } = await again.failure('siteServer.start', {
    blog: id,
    request: { kind: 'remembered' },
    remember: true,
  })
  expect(code).toBe('untrusted')
})

test('what fails is said in words: no such program, a server that ends at once', async () => {
  const { harness, blog } = await openSite()
  await start(harness, blog, 'no-such-generator serve')
  expect(await waitForState(harness, blog, 'failed')).toMatchObject({
    message: expect.stringContaining('no-such-generator was not found'),
  })
  await start(harness, blog, serveLine('fail'))
  expect(await waitForState(harness, blog, 'failed')).toMatchObject({
    message: expect.stringContaining('the template “base” is missing'),
  })
  const { log } = await harness.call('siteServer.describe', { blog })
  expect(log).toEqual(['Error: the template “base” is missing'])
  const { code } = await harness.failure('siteServer.findPage', { blog, path: tides })
  expect(code).toBe('refused')
})

test('a server that names an address elsewhere, or Galley’s own, is never shown', async () => {
  const { harness, blog, root } = await openSite()
  await start(harness, blog, serveLine())
  const { origin } = await waitForState(harness, blog, 'ready')
  const guarded = await createHarness({ ownPort: Number(new URL(origin).port) })
  const { id } = await guarded.open(root)
  for (const address of [`${origin}/`, 'http://example.org:4000/']) {
    await start(guarded, id, serveLine('serve', address))
    const log = async () => (await guarded.call('siteServer.describe', { blog: id })).log.join()
    await expect.poll(log, { timeout: 10_000 }).toContain(address)
    await sleep(300)
    expect((await guarded.call('siteServer.describe', { blog: id })).state).toEqual({ kind: 'starting' })
    expect(guarded.services.siteServers.originOf(id)).toBeNull()
  }
})
