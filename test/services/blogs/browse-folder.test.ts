import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

test('a folder shows its folders by name, hidden ones and files left out, repositories marked', async () => {
  const folder = await createTemporaryFolder()
  for (const name of ['b/.git', 'a', '.hidden']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'file.md'), '')
  await symlink(join(folder, 'a'), join(folder, 'c'))
  await symlink(join(folder, 'nowhere'), join(folder, 'd'))
  const { call } = await createHarness()
  expect(await call('blogs.browseFolder', { folder })).toEqual({
    folder,
    parent: dirname(folder),
    folders: [
      { name: 'a', folder: join(folder, 'a'), isRepository: false },
      { name: 'b', folder: join(folder, 'b'), isRepository: true },
      { name: 'c', folder: join(folder, 'c'), isRepository: false },
    ],
  })
})

test('without a folder the home folder is shown', async () => {
  const homeFolder = await createTemporaryFolder()
  const { call } = await createHarness({ homeFolder })
  expect((await call('blogs.browseFolder', {})).folder).toBe(homeFolder)
})

test('the root has no parent', async () => {
  const { call } = await createHarness()
  expect((await call('blogs.browseFolder', { folder: '/' })).parent).toBeNull()
})

test('a folder that is not there and a file fail as opening them does', async () => {
  const folder = await createTemporaryFolder()
  await writeFile(join(folder, 'file.md'), '')
  const { failure } = await createHarness()
  expect((await failure('blogs.browseFolder', { folder: join(folder, 'gone') })).code).toBe('not-found')
  expect((await failure('blogs.browseFolder', { folder: join(folder, 'file.md') })).code).toBe('not-a-folder')
})

test('without a native dialog picking a folder is unsupported', async () => {
  const { failure } = await createHarness()
  expect((await failure('blogs.pickFolder', {})).code).toBe('unsupported')
})

test('the native dialog’s answer is passed on', async () => {
  const { call } = await createHarness({ pickFolder: async () => '/home/ada/blog' })
  expect(await call('blogs.pickFolder', {})).toEqual({ folder: '/home/ada/blog' })
})
