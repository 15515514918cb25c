import { existsSync } from 'node:fs'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRepository, repositoryAt, writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const post = '---\ntitle: One\ndate: 2024-01-02\n---\nText\n'
const isRoot = process.getuid?.() === 0

describe('opening a folder', () => {
  test('in a working copy gives a blog of that folder alone', async () => {
    const { root } = await createRepository({ 'site/posts/one.md': post, 'posts/other.md': post })
    const harness = await createHarness()
    const blog = await harness.open(join(root, 'site'))
    expect(blog).toMatchObject({
      name: 'site',
      folder: join(root, 'site'),
      repository: { kind: 'working-copy' },
    })
    const { posts } = await harness.call('posts.list', { blog: blog.id })
    expect(posts.map(({ path }) => path)).toEqual(['posts/one.md'])
  })

  test('again, also through a link, gives the same blog', async () => {
    const folder = await createTemporaryFolder()
    await mkdir(join(folder, 'blog'))
    await symlink(join(folder, 'blog'), join(folder, 'link'))
    const harness = await createHarness()
    const first = await harness.open(join(folder, 'blog'))
    expect(await harness.open(join(folder, 'link'))).toEqual(first)
  })

  test('without a repository works, and says that there is none', async () => {
    const harness = await createHarness()
    const blog = await harness.open(await createTemporaryFolder())
    expect(blog.repository).toEqual({ kind: 'none' })
    expect(await harness.call('posts.list', { blog: blog.id })).toEqual({ posts: [], unreadable: [] })
    expect(await harness.call('git.readStatus', { blog: blog.id })).toEqual({ kind: 'none' })
  })

  test('that is not there fails with not-found', async () => {
    const harness = await createHarness()
    const folder = join(await createTemporaryFolder(), 'gone')
    const { code, message } = await harness.failure('blogs.open', { folder })
    expect(code).toBe('not-found')
    expect(message).toContain(folder)
  })

  test('with a NUL in its path is an invalid request', async () => {
    const harness = await createHarness()
    expect((await harness.failure('blogs.open', { folder: '/a\0b' })).code).toBe('invalid-request')
  })

  test('that is a file fails with not-a-folder', async () => {
    const file = join(await createTemporaryFolder(), 'post.md')
    await writeFile(file, post)
    expect((await (await createHarness()).failure('blogs.open', { folder: file })).code).toBe('not-a-folder')
  })

  test('that is a bare repository fails with bare-repository and says what to do', async () => {
    const folder = await createTemporaryFolder()
    await repositoryAt(folder).git('init', '--quiet', '--bare')
    const { code, message } = await (await createHarness()).failure('blogs.open', { folder })
    expect(code).toBe('bare-repository')
    expect(message).toMatch(/clone it/i)
  })

  test('that is git’s own fails with bare-repository', async () => {
    const { root } = await createRepository({ 'a.md': 'a' })
    const folder = join(root, '.git')
    expect((await (await createHarness()).failure('blogs.open', { folder })).code).toBe('bare-repository')
  })

  test.skipIf(isRoot || process.platform === 'win32')(
    'that may not be read fails with permission-denied',
    async () => {
      const folder = join(await createTemporaryFolder(), 'closed')
      await mkdir(folder)
      await chmod(folder, 0o000)
      expect((await (await createHarness()).failure('blogs.open', { folder })).code).toBe('permission-denied')
    },
  )

  test('works when the list of recent blogs cannot be kept, and logs that', async () => {
    const harness = await createHarness()
    await mkdir(join(harness.ports.userDataFolder, 'recent-blogs.json'), { recursive: true })
    const blog = await harness.open(await createTemporaryFolder())
    expect(await harness.call('posts.list', { blog: blog.id })).toEqual({ posts: [], unreadable: [] })
    expect(harness.logged).toMatchObject([{ level: 'warn', message: expect.stringContaining(blog.folder) }])
  })

  test('with ~ starts at the home folder', async () => {
    const homeFolder = await createTemporaryFolder()
    await mkdir(join(homeFolder, 'blog'))
    const harness = await createHarness({ homeFolder })
    expect((await harness.open('~/blog')).folder).toBe(join(homeFolder, 'blog'))
  })
})

describe('a blog opened twice', () => {
  test('stays open until it is closed twice', async () => {
    const harness = await createHarness()
    const { id, folder } = await harness.open(await createTemporaryFolder())
    await harness.open(folder)
    await harness.call('blogs.close', { blog: id })
    await harness.call('posts.list', { blog: id })
    await harness.call('blogs.close', { blog: id })
    expect((await harness.failure('posts.list', { blog: id })).code).toBe('not-found')
  })
})

describe('a blog’s evidence', () => {
  test('tells that its posts have no opening delimiter', async () => {
    const folder = await createTemporaryFolder()
    await writeFiles(folder, {
      'posts/one.md': 'title: One\ndate: 2024-01-02\n...\n\nText\n',
      'posts/two.md': 'title: Two\ndate: 2024-01-03\n...\n\nText\n',
    })
    const blog = await (await createHarness()).open(folder)
    expect(blog.evidence.locate).toEqual({ openerless: true, pelican: false, generator: null })
    expect(blog.evidence.flavourReason).not.toBe('')
  })

  test('takes the flavour of the preview from .galley.yml', async () => {
    const folder = await createTemporaryFolder()
    const files = {
      '_config.yml': 'title: A\n',
      '_posts/2024-01-02-one.md': '---\ntitle: One\n---\n\nText\n',
    }
    await writeFiles(folder, { ...files, '.galley.yml': 'preview:\n  flavour: hexo\n' })
    const { evidence } = await (await createHarness()).open(folder)
    expect(evidence.setup).toEqual({ flavour: 'hexo', options: {} })
    expect(evidence.flavourReason).toBe('Hexo, because .galley.yml says so.')
    await writeFiles(folder, { '.galley.yml': 'preview:\n  flavour: unheard-of\n' })
    expect((await (await createHarness()).open(folder)).evidence.setup.flavour).toBe('jekyll')
  })
})

describe('making a plain folder a repository', () => {
  test('commits nothing and asks for no trust', async () => {
    const folder = await createTemporaryFolder()
    await writeFiles(folder, { 'posts/one.md': post })
    const harness = await createHarness()
    const { id } = await harness.open(folder)
    const blog = await harness.call('blogs.initialiseGit', { blog: id })
    expect(blog.repository).toEqual({ kind: 'working-copy' })
    expect(await harness.call('git.readStatus', { blog: id })).toMatchObject({
      kind: 'ready',
      head: { kind: 'unborn', name: 'main' },
      files: [{ path: 'posts/one.md', change: 'untracked' }],
    })
  })

  test('is refused over a .git that lies there already, whatever it is, and nothing in it is trusted', async () => {
    const folder = await createTemporaryFolder()
    const marker = join(await createTemporaryFolder(), 'ran')
    await writeFiles(folder, {
      'posts/one.md': post,
      '.git/config': `[core]\n\tfsmonitor = "touch '${marker}'; false"\n`,
      '.git/hooks/post-index-change': `#!/bin/sh\ntouch '${marker}'\n`,
    })
    await chmod(join(folder, '.git/hooks/post-index-change'), 0o755)
    const linked = await createTemporaryFolder()
    await symlink('nowhere', join(linked, '.git'))
    const harness = await createHarness()
    for (const root of [folder, linked]) {
      const { id: blog } = await harness.open(root)
      const { code, message } = await harness.failure('blogs.initialiseGit', { blog })
      expect([code, message]).toEqual(['refused', expect.stringMatching(/\.git already/)])
      expect(await harness.call('git.readStatus', { blog })).toEqual({ kind: 'none' })
    }
    expect(existsSync(marker)).toBe(false)
  })

  test('is refused inside a repository', async () => {
    const { root } = await createRepository({ 'site/a.md': 'a' })
    const harness = await createHarness()
    const { id } = await harness.open(join(root, 'site'))
    expect((await harness.failure('blogs.initialiseGit', { blog: id })).code).toBe('refused')
  })
})
