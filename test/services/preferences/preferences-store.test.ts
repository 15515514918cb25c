import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repairPreferences } from '#services/preferences/preferences-store'
import { Preferences } from '#shared/contract/preferences'
import { createHarness } from '../../helpers/service-harness'

const defaults = Preferences.parse({})

test('without a choice everything has its default', async () => {
  expect(await (await createHarness()).call('preferences.read', {})).toEqual(defaults)
})

test('a change is merged one level deep, told, and still there after a restart', async () => {
  const { call, events, ports } = await createHarness()
  await call('preferences.change', { layout: { view: 'preview' }, lastPost: { '/a': 'one.md' } })
  const changed = await call('preferences.change', { theme: 'dark', lastPost: { '/b': 'two.md' } })
  expect(changed).toEqual({
    ...defaults,
    theme: 'dark',
    layout: { ...defaults.layout, view: 'preview' },
    lastPost: { '/a': 'one.md', '/b': 'two.md' },
  })
  expect(events.at(-1)).toEqual({ name: 'preferences.changed', payload: changed })
  const later = await createHarness({ userDataFolder: ports.userDataFolder })
  expect(await later.call('preferences.read', {})).toEqual(changed)
})

test('what is chosen for a blog’s preview leaves its other choices and the other blogs alone', async () => {
  const { call } = await createHarness()
  await call('preferences.change', { preview: { '/a': { page: 'site' }, '/b': { remoteMedia: true } } })
  const { preview } = await call('preferences.change', { preview: { '/a': { flavour: 'hugo' } } })
  expect(preview).toEqual({ '/a': { page: 'site', flavour: 'hugo' }, '/b': { remoteMedia: true } })
})

test('changes at the same time lose nothing', async () => {
  const { call } = await createHarness()
  const names = Array.from({ length: 20 }, (_, index) => `/blog-${index}`)
  await Promise.all(names.map((name) => call('preferences.change', { lastPost: { [name]: 'a.md' } })))
  expect(Object.keys((await call('preferences.read', {})).lastPost).toSorted()).toEqual(names.toSorted())
})

test('a damaged setting falls back to its default and the others stay', async () => {
  const { call, ports } = await createHarness()
  await call('preferences.change', { theme: 'dark', lastPost: { '/a': 'one.md' } })
  const file = join(ports.userDataFolder, 'preferences.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"dark"', '"purple"'))
  expect(await call('preferences.read', {})).toEqual({ ...defaults, lastPost: { '/a': 'one.md' } })
})

test('a file that is no JSON counts as none, and is logged', async () => {
  const { call, logged, ports } = await createHarness()
  await mkdir(ports.userDataFolder, { recursive: true })
  await writeFile(join(ports.userDataFolder, 'preferences.json'), '{"theme": "da')
  expect(await call('preferences.read', {})).toEqual(defaults)
  expect(logged).toMatchObject([{ level: 'warn' }])
})

test('a file that cannot be read or written is told in words', async () => {
  const { failure, ports } = await createHarness()
  const file = join(ports.userDataFolder, 'preferences.json')
  await mkdir(file, { recursive: true })
  const { code, message } = await failure('preferences.change', { theme: 'dark' })
  expect([code, message]).toEqual(['refused', expect.stringContaining(file)])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a data folder that takes no writes is told as permission-denied',
  async () => {
    const { failure, ports } = await createHarness()
    await mkdir(ports.userDataFolder, { recursive: true })
    await chmod(ports.userDataFolder, 0o500)
    const { code, message } = await failure('preferences.change', { theme: 'dark' })
    expect([code, message]).toEqual(['permission-denied', expect.stringMatching(/permissions/)])
  },
)

test('whatever was stored, sound preferences come of it', () => {
  const stored = fc.oneof(
    fc.jsonValue(),
    fc.record({
      theme: fc.jsonValue(),
      layout: fc.jsonValue(),
      panels: fc.jsonValue(),
      lastPost: fc.jsonValue(),
      preview: fc.jsonValue(),
    }),
  )
  fc.assert(fc.property(stored, (value) => Preferences.safeParse(repairPreferences(value)).success))
})
