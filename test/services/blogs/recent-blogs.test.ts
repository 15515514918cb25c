import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

test('blogs opened before are listed newest first, and survive a restart', async () => {
  const [first, second] = [await createTemporaryFolder(), await createTemporaryFolder()]
  const harness = await createHarness()
  await harness.open(first)
  await harness.open(second)
  await harness.open(first)
  const later = await createHarness({ userDataFolder: harness.ports.userDataFolder })
  const recent = await later.call('blogs.listRecent', {})
  expect(recent.map(({ folder, exists }) => [folder, exists])).toEqual([
    [first, true],
    [second, true],
  ])
})

test('a blog whose folder is gone says so, and can be forgotten', async () => {
  const folder = join(await createTemporaryFolder(), 'blog')
  await mkdir(folder)
  const harness = await createHarness()
  await harness.open(folder)
  await rm(folder, { recursive: true })
  expect(await harness.call('blogs.listRecent', {})).toMatchObject([{ folder, exists: false }])
  await harness.call('blogs.forgetRecent', { folder })
  expect(await harness.call('blogs.listRecent', {})).toEqual([])
})

test.each(['', '{', '[]]', '{"a":1}', 'null'])('a damaged list (%j) begins anew', async (damaged) => {
  const harness = await createHarness()
  await mkdir(harness.ports.userDataFolder, { recursive: true })
  await writeFile(join(harness.ports.userDataFolder, 'recent-blogs.json'), damaged)
  expect(await harness.call('blogs.listRecent', {})).toEqual([])
  const { folder } = await harness.open(await createTemporaryFolder())
  expect(await harness.call('blogs.listRecent', {})).toMatchObject([{ folder }])
})

test('a damaged row is left out and the others stay', async () => {
  const harness = await createHarness()
  const { folder } = await harness.open(await createTemporaryFolder())
  const file = join(harness.ports.userDataFolder, 'recent-blogs.json')
  const rows = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify([{ folder: 7 }, ...rows, 'x']))
  expect(await harness.call('blogs.listRecent', {})).toMatchObject([{ folder }])
})

test('opening many blogs at once loses none', async () => {
  const folders = await Promise.all(Array.from({ length: 8 }, createTemporaryFolder))
  const harness = await createHarness()
  await Promise.all(folders.map((folder) => harness.open(folder)))
  const recent = await harness.call('blogs.listRecent', {})
  expect(recent.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted())
})
