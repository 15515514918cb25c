import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchBlog } from '#services/blogs/watch-blog'
import { BlogId } from '#shared/contract/blog'
import type { EventName, EventPayload } from '#shared/contract/events'
import { createRepository, type FileTree } from '../../helpers/git-repository'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

type Told = { readonly name: EventName; readonly payload: unknown }

async function watchRepository(files: FileTree) {
  const repository = await createRepository(files)
  const told: Told[] = []
  const emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) =>
    void told.push({ name, payload })
  const watcher = watchBlog(BlogId.parse('abcdefgh'), repository.root, { emit, log: () => undefined })
  onTestFinished(() => watcher.close())
  await watcher.ready
  const paths = () => told.flatMap(({ payload }) => (payload as EventPayload<'posts.changed'>).paths ?? [])
  return { ...repository, told, paths }
}

// The system tells of changes when it likes; on a busy machine that takes a while.
vi.setConfig({ testTimeout: 20_000 })

const until = (check: () => void) => vi.waitFor(check, { timeout: 8000, interval: 20 })

test('a post that is changed, replaced, added or removed is named', async () => {
  const { root, paths } = await watchRepository({ 'posts/a.md': 'a', 'posts/b.md': 'b', 'posts/c.md': 'c' })
  await writeFile(join(root, 'posts/a.md'), 'changed')
  await writeFile(join(root, 'posts/b.new'), 'replaced')
  await rename(join(root, 'posts/b.new'), join(root, 'posts/b.md'))
  await rm(join(root, 'posts/c.md'))
  await mkdir(join(root, 'posts/deep'))
  await writeFile(join(root, 'posts/deep/d.md'), 'new')
  await until(() =>
    expect(paths()).toEqual(
      expect.arrayContaining(['posts/a.md', 'posts/b.md', 'posts/c.md', 'posts/deep/d.md']),
    ),
  )
})

test('many changes come as one event that names none', async () => {
  const { root, told } = await watchRepository({ 'posts/a.md': 'a' })
  const elsewhere = await createTemporaryFolder()
  for (let index = 0; index < 900; index++) await writeFile(join(elsewhere, `${index}.md`), 'x')
  await rename(elsewhere, join(root, 'posts/many'))
  await until(() =>
    expect(told).toContainEqual({ name: 'posts.changed', payload: { blog: 'abcdefgh', paths: [] } }),
  )
  expect(told.length).toBeLessThan(10)
})

test('node_modules, output, temporary files and git’s own objects tell nothing', async () => {
  const { root, told, paths } = await watchRepository({ 'posts/a.md': 'a' })
  for (const folder of ['node_modules/x', '_site', 'dist', '.git/objects/zz']) {
    await mkdir(join(root, folder), { recursive: true })
    await writeFile(join(root, folder, 'a.md'), 'x')
  }
  await writeFile(join(root, 'posts/.galley-1-0123456789abcdef.tmp'), 'x')
  await writeFile(join(root, 'posts/last.md'), 'x')
  await until(() => expect(paths()).toContain('posts/last.md'))
  expect(paths()).toEqual(['posts/last.md'])
  expect(told.every(({ name }) => name === 'posts.changed')).toBe(true)
})

test('a commit, a new branch and staging tell that git moved', async () => {
  const { root, git, told } = await watchRepository({ 'posts/a.md': 'a' })
  const moves = () => told.filter(({ name }) => name === 'git.changed').length
  await git('branch', 'draft')
  await until(() => expect(moves()).toBe(1))
  await writeFile(join(root, 'posts/a.md'), 'changed')
  await git('add', '.')
  await until(() => expect(moves()).toBe(2))
  await git('commit', '-qm', 'change')
  await until(() => expect(moves()).toBe(3))
})
