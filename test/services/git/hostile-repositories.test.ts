import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findRepository } from '#services/git/find-repository'
import { createRepository, type TestRepository } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/one.md')

type Attack = (repository: TestRepository, run: string) => Promise<void>

const plantHook =
  (name: string): Attack =>
  async ({ root, write }, run) => {
    await write(`.git/hooks/${name}`, `#!/bin/sh\n${run}\n`)
    await chmod(join(root, '.git/hooks', name), 0o755)
  }
const set =
  (...settings: readonly (readonly [string, string])[]): Attack =>
  async ({ git }, run) => {
    for (const [key, value] of settings) await git('config', key, value.replace('RUN', run))
  }
const withAttributes =
  (attributes: string, attack: Attack): Attack =>
  async (repository, run) => {
    await repository.write('.gitattributes', attributes)
    await attack(repository, run)
  }

const attacks: readonly (readonly [name: string, attack: Attack])[] = [
  ['a file system monitor', set(['core.fsmonitor', 'RUN; false'])],
  [
    'a hook folder in the working copy',
    async (repository, run) => {
      await repository.write('tools/pre-commit', `#!/bin/sh\n${run}\n`)
      await repository.write('tools/post-index-change', `#!/bin/sh\n${run}\n`)
      for (const name of ['pre-commit', 'post-index-change'])
        await chmod(join(repository.root, 'tools', name), 0o755)
      await repository.git('config', 'core.hooksPath', 'tools')
    },
  ],
  ...[
    'pre-commit',
    'commit-msg',
    'post-commit',
    'post-index-change',
    'reference-transaction',
    'prepare-commit-msg',
  ].map((hook) => [`the hook ${hook}`, plantHook(hook)] as const),
  ['a clean filter', withAttributes('*.md filter=evil\n', set(['filter.evil.clean', 'RUN; cat']))],
  ['a smudge filter', withAttributes('*.md filter=evil\n', set(['filter.evil.smudge', 'RUN; cat']))],
  ['a process filter', withAttributes('*.md filter=evil\n', set(['filter.evil.process', 'RUN']))],
  [
    'a filter that takes the name of LFS',
    withAttributes('*.md filter=lfs\n', set(['filter.lfs.clean', 'RUN; cat'])),
  ],
  ['an external diff', set(['diff.external', 'RUN; false'])],
  [
    'a diff driver',
    withAttributes('*.md diff=evil\n', set(['diff.evil.command', 'RUN'], ['diff.evil.textconv', 'RUN; cat'])),
  ],
  ['an SSH command', set(['core.sshCommand', 'RUN'], ['remote.origin.url', 'ssh://example.invalid/x'])],
  ['an address that is a command', set(['remote.origin.url', 'ext::sh -c RUN'])],
  ['a rewritten address', set(['url.ext::sh -c RUN.insteadOf', 'https://'])],
  [
    'an upload program',
    set(['remote.origin.uploadpack', 'RUN; git-upload-pack'], ['remote.origin.url', '.']),
  ],
  ['a signing program', set(['gpg.program', 'RUN'], ['commit.gpgSign', 'true'])],
  ['a credential helper', set(['credential.helper', '!RUN'])],
  ['an editor and a pager', set(['core.editor', 'RUN'], ['core.pager', 'RUN'], ['pager.status', 'RUN'])],
  ['a merge driver', withAttributes('*.md merge=evil\n', set(['merge.evil.driver', 'RUN']))],
  ['a promisor remote', set(['remote.origin.promisor', 'true'], ['extensions.partialClone', 'origin'])],
  [
    'settings in a tracked file',
    async ({ git, write }, run) => {
      await write('settings', `[core]\n\tfsmonitor = "${run.replaceAll('"', '\\"')}; false"\n`)
      await git('config', 'include.path', '../settings')
    },
  ],
  [
    'settings of this working copy alone',
    async ({ git }, run) => {
      await git('config', 'extensions.worktreeConfig', 'true')
      await git('config', '--worktree', 'core.fsmonitor', `${run}; false`)
    },
  ],
]

async function attackedBlog(attack: Attack) {
  const repository = await createRepository({ [path]: 'old\n', 'posts/two.md': 'two\n' })
  const marker = join(await createTemporaryFolder(), 'ran')
  await attack(repository, `touch "${marker}"`)
  await repository.write(path, 'new\n')
  const harness = await createHarness()
  return { repository, marker, harness }
}

describe.skipIf(process.platform === 'win32')('a repository with', () => {
  test.each(attacks)('%s runs nothing until it is trusted', async (_name, attack) => {
    const { repository, marker, harness } = await attackedBlog(attack)
    const { id: blog } = await harness.open(repository.root)
    await harness.call('posts.list', { blog })
    const { version } = await harness.call('posts.read', { blog, path })
    await harness.call('posts.write', { blog, path, text: 'newer\n', baseVersion: version })
    const status = await harness.call('git.readStatus', { blog })
    const commit = { blog, paths: [path], message: 'change' }
    expect((await harness.failure('git.readDiff', { blog, path })).code).toBe('untrusted')
    expect((await harness.failure('git.commit', commit)).code).toBe('untrusted')
    const identity = { blog, name: 'Ada', email: 'ada@example.org' }
    expect((await harness.failure('git.setIdentity', identity)).code).toBe('untrusted')
    expect(existsSync(marker)).toBe(false)
    if (status.kind !== 'untrusted') throw new Error(`the status is ${status.kind}`)
    expect(status.findings.length).toBeGreaterThan(0)
    expect(status.findings.every(({ name, where, why }) => name !== '' && where !== '' && why !== '')).toBe(
      true,
    )
  })

  test('a file system monitor and hooks does run them in plain git: the guard is needed', async () => {
    const { repository, marker } = await attackedBlog(set(['core.fsmonitor', 'RUN; false']))
    await repository.git('status')
    expect(existsSync(marker)).toBe(true)
  })

  test('a submodule that has a monitor of its own runs nothing when the outer one is looked at', async () => {
    const inner = await createRepository({ 'a.md': 'a' })
    const outer = await createRepository({ [path]: 'old\n' })
    await outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'theme')
    await outer.git('commit', '-qm', 'theme')
    const marker = join(await createTemporaryFolder(), 'ran')
    await outer.git('-C', 'theme', 'config', 'core.fsmonitor', `touch "${marker}"; false`)
    await outer.write(path, 'new\n')
    const harness = await createHarness()
    const { id: blog } = await harness.open(outer.root)
    expect((await harness.call('git.readStatus', { blog })).kind).toBe('ready')
    await harness.call('git.readDiff', { blog, path })
    await harness.call('git.commit', { blog, paths: [path], message: 'change' })
    expect(existsSync(marker)).toBe(false)
  })

  test('a bare repository among its files is not taken for a repository', async () => {
    const marker = join(await createTemporaryFolder(), 'ran')
    const { root, git, write } = await createRepository({ [path]: 'old\n' })
    await mkdir(join(root, 'posts/evil'))
    await git('init', '--quiet', '--bare', 'posts/evil')
    await git('-C', 'posts/evil', 'config', 'core.bare', 'false')
    await git('-C', 'posts/evil', 'config', 'core.fsmonitor', `touch "${marker}"; false`)
    await write('posts/evil/content/posts/a.md', '# A')
    const harness = await createHarness()
    const { id: blog } = await harness.open(join(root, 'posts/evil/content'))
    expect(await harness.call('git.readStatus', { blog })).toEqual({ kind: 'none' })
    expect(existsSync(marker)).toBe(false)
  })

  test('a .git file that points into its own files asks for trust', async () => {
    const { root } = await createRepository({ [path]: 'old\n' })
    await rename(join(root, '.git'), join(root, 'tracked'))
    await writeFile(join(root, '.git'), 'gitdir: tracked\n')
    const harness = await createHarness()
    const { id: blog } = await harness.open(root)
    expect(await harness.call('git.readStatus', { blog })).toMatchObject({
      kind: 'untrusted',
      findings: [{ name: '.git' }],
    })
  })

  test('a .git folder whose settings and hooks lie in a tracked folder asks for trust and runs nothing', async () => {
    for (const kept of [
      ['config', 'hooks'],
      ['config', 'hooks', 'refs', 'objects'],
    ]) {
      const marker = join(await createTemporaryFolder(), 'ran')
      const { root, git, write } = await createRepository({ [path]: 'old\n' })
      await git('config', 'core.fsmonitor', `touch "${marker}"; false`)
      await write('.git/hooks/pre-commit', `#!/bin/sh\ntouch "${marker}"\n`)
      await chmod(join(root, '.git/hooks/pre-commit'), 0o755)
      await cp(join(root, '.git'), join(root, 'tracked'), { recursive: true })
      for (const name of kept) await rm(join(root, '.git', name), { recursive: true })
      await write('.git/commondir', '../tracked\n')
      const harness = await createHarness()
      const { id: blog } = await harness.open(root)
      const status = await harness.call('git.readStatus', { blog })
      if (status.kind !== 'untrusted') throw new Error(`the status is ${status.kind}`)
      expect(status.findings.map(({ name }) => name)).toEqual([
        'core.fsmonitor',
        'the hook pre-commit',
        '.git/commondir',
      ])
      expect(existsSync(marker)).toBe(false)
    }
  })

  test('a .git file is followed to where git follows it, whatever comes after the path', async () => {
    for (const end of ['', '\r\n\r\n', '\0/nowhere\n']) {
      const { root } = await createRepository({ [path]: 'old\n' })
      await rename(join(root, '.git'), join(root, 'tracked'))
      await writeFile(join(root, '.git'), `gitdir: tracked${end}`)
      expect(await findRepository(root)).toMatchObject({ gitFolder: join(root, 'tracked') })
    }
  })
})
