import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRepository, repositoryAt } from '../../helpers/git-repository'
import { createHarness, type Harness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/one.md')

async function statusOf(harness: Harness, folder: string) {
  const { id: blog } = await harness.open(folder)
  return { blog, status: await harness.call('git.readStatus', { blog }) }
}

describe('an ordinary repository is used without asking', () => {
  test('a fresh one', async () => {
    const { root } = await createRepository({ [path]: 'a' })
    expect((await statusOf(await createHarness(), root)).status.kind).toBe('ready')
  })

  test('a clone, with branches that follow others', async () => {
    const { root: origin } = await createRepository({ [path]: 'a' })
    const folder = join(await createTemporaryFolder(), 'clone')
    await repositoryAt(origin).git('clone', '--quiet', origin, folder)
    const clone = repositoryAt(folder)
    await clone.git('checkout', '--quiet', '-b', 'draft', '--track', 'origin/main')
    for (const [key, value] of [
      ['core.autocrlf', 'input'],
      ['pull.rebase', 'true'],
      ['branch.draft.description', 'A draft'],
      ['branch.draft.vscode-merge-base', 'origin/main'],
      ['user.signingkey', 'ABC'],
      ['alias.st', '!echo status'],
      ['lfs.repositoryformatversion', '0'],
      ['lfs.fetchinclude', 'images'],
      ['lfs.fetchexclude', 'video'],
      ['filter.lfs.clean', 'git-lfs clean -- %f'],
      ['filter.lfs.required', 'true'],
    ] as const) {
      await clone.git('config', key, value)
    }
    const { status } = await statusOf(await createHarness(), folder)
    expect(status).toMatchObject({
      kind: 'ready',
      head: { kind: 'branch', name: 'draft', ahead: 0, behind: 0 },
    })
  })

  test('a linked working copy, and a submodule', async () => {
    const inner = await createRepository({ [path]: 'a' })
    const outer = await createRepository({ 'a.md': 'a' })
    const linked = join(await createTemporaryFolder(), 'linked')
    await inner.git('worktree', 'add', '--quiet', linked, '-b', 'linked')
    await outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'blog')
    const harness = await createHarness()
    expect((await statusOf(harness, linked)).status).toMatchObject({
      kind: 'ready',
      head: { name: 'linked' },
    })
    expect((await statusOf(harness, join(outer.root, 'blog'))).status.kind).toBe('ready')
  })

  test.each(['true', 'yes', '1', 'false', 'off', '0'])(
    'one that may have settings for each working copy (%s), and has none',
    async (value) => {
      const { root, git } = await createRepository({ [path]: 'a' })
      const linked = join(await createTemporaryFolder(), 'linked')
      await git('worktree', 'add', '--quiet', linked, '-b', 'linked')
      await git('config', 'extensions.worktreeConfig', value)
      expect((await statusOf(await createHarness(), root)).status.kind).toBe('ready')
    },
  )

  test('one with git’s own sample hooks', async () => {
    const { root, write } = await createRepository({ [path]: 'a' })
    await write('.git/hooks/pre-commit.sample', '#!/bin/sh\n')
    await chmod(join(root, '.git/hooks/pre-commit.sample'), 0o755)
    await write('.git/hooks/README', 'not executable')
    expect((await statusOf(await createHarness(), root)).status.kind).toBe('ready')
  })
})

describe('trust', () => {
  async function suspiciousBlog() {
    const repository = await createRepository({ [path]: 'a' })
    await repository.git('config', 'core.sshCommand', 'ssh -i key')
    const harness = await createHarness()
    const { blog, status } = await statusOf(harness, repository.root)
    if (status.kind !== 'untrusted') throw new Error('it is trusted')
    return { repository, harness, blog, status }
  }

  test('names the setting, where it stands and why it matters', async () => {
    const { status } = await suspiciousBlog()
    expect(status.findings).toEqual([
      { name: 'core.sshcommand', where: '.git/config', why: expect.stringMatching(/run this program/) },
    ])
  })

  test('once given is remembered, also after a restart', async () => {
    const { repository, harness, blog, status } = await suspiciousBlog()
    await harness.call('git.trust', { blog, fingerprint: status.fingerprint })
    expect((await harness.call('git.readStatus', { blog })).kind).toBe('ready')
    const later = await createHarness({ userDataFolder: harness.ports.userDataFolder })
    expect((await statusOf(later, repository.root)).status.kind).toBe('ready')
  })

  test('is asked for again when a value changes, and when a hook does', async () => {
    const { repository, harness, blog, status } = await suspiciousBlog()
    await harness.call('git.trust', { blog, fingerprint: status.fingerprint })
    await repository.git('config', 'core.sshCommand', 'ssh -i other')
    const changed = await harness.call('git.readStatus', { blog })
    if (changed.kind !== 'untrusted') throw new Error('it is trusted')
    await harness.call('git.trust', { blog, fingerprint: changed.fingerprint })
    await repository.write('.git/hooks/pre-commit', '#!/bin/sh\n')
    await chmod(join(repository.root, '.git/hooks/pre-commit'), 0o755)
    expect((await harness.call('git.readStatus', { blog })).kind).toBe('untrusted')
  })

  test('of settings that are not those shown is refused', async () => {
    const { repository, harness, blog, status } = await suspiciousBlog()
    await repository.git('config', 'core.pager', 'less')
    expect((await harness.failure('git.trust', { blog, fingerprint: status.fingerprint })).code).toBe(
      'untrusted',
    )
    expect((await harness.call('git.readStatus', { blog })).kind).toBe('untrusted')
  })
})

describe('a repository that git does not read', () => {
  test('is told with git’s words, without a word of safe.directory', async () => {
    const { root, write } = await createRepository({ [path]: 'a' })
    await write('.git/config', '[core\n')
    const harness = await createHarness()
    const { id: blog } = await harness.open(root)
    const { code, message, detail } = await harness.failure('git.readStatus', { blog })
    expect([code, detail]).toEqual(['git-failed', expect.stringMatching(/bad config/)])
    expect(message).not.toMatch(/safe\.directory/)
  })

  test.skipIf(process.getuid?.() !== 0)('for another user’s folder names safe.directory', async () => {
    const { root } = await createRepository({ [path]: 'a' })
    for (const folder of [root, join(root, '.git')]) await chown(folder, 65534, 65534)
    const harness = await createHarness()
    const { id: blog } = await harness.open(root)
    expect((await harness.failure('git.readStatus', { blog })).message).toMatch(/safe\.directory/)
  })
})

describe('without git', () => {
  test('the status says so, and writing goes on', async () => {
    const { root } = await createRepository({ [path]: 'a' })
    const harness = await createHarness()
    const pathBefore = process.env.PATH
    process.env.PATH = await createTemporaryFolder()
    try {
      const { blog, status } = await statusOf(harness, root)
      expect(status).toEqual({ kind: 'git-missing' })
      const { version } = await harness.call('posts.read', { blog, path })
      await harness.call('posts.write', { blog, path, text: 'b', baseVersion: version })
      const commit = { blog, paths: [path], message: 'x' }
      expect((await harness.failure('git.commit', commit)).code).toBe('git-missing')
      expect((await harness.failure('blogs.initialiseGit', { blog })).code).toBe('refused')
    } finally {
      process.env.PATH = pathBefore
    }
  })
})
