import { existsSync } from 'node:fs'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { commitPaths } from '#services/git/commit'
import { findRepository } from '#services/git/find-repository'
import type { LogEntry } from '#services/ports'
import { createRepository } from '../../helpers/git-repository'
import { createHarness, failureCode, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'
import { openRepository } from './open-repository'

const path = post('posts/one.md')

describe('a commit that cannot be made', () => {
  test('because nothing changed says so', async () => {
    const { failToCommit } = await openRepository({ [path]: 'a\n' })
    expect((await failToCommit([path])).code).toBe('nothing-to-commit')
    expect((await failToCommit(['posts/gone.md'])).code).toBe('nothing-to-commit')
  })

  test('because git knows no author asks for one, which is then this repository’s own', async () => {
    const { write, git, failToCommit, commit, call, blog, index } = await openRepository({ [path]: 'a\n' })
    await git('config', '--remove-section', 'user')
    await write('posts/new.md', 'b\n')
    const before = await index()
    expect((await failToCommit(['posts/new.md'])).code).toBe('identity-missing')
    expect(await index()).toBe(before)
    await call('git.setIdentity', { blog, name: "-x O'Neil", email: 'o@example.org' })
    await commit(['posts/new.md'])
    expect(await git('log', '-1', '--format=%an')).toBe("-x O'Neil\n")
  })

  test.each<[string, Record<string, string>, Record<string, string>, object | null]>([
    ['a name and the variable EMAIL', { 'user.name': 'Ada' }, { EMAIL: 'ada@example.org' }, { name: 'Ada' }],
    [
      'an author alone',
      { 'author.name': 'Ada', 'author.email': 'ada@example.org' },
      {},
      { email: 'ada@example.org' },
    ],
    [
      'an author alone, in variables',
      {},
      { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' },
      null,
    ],
    [
      'a name that git takes for empty',
      { 'user.name': '...', 'user.email': 'ada@example.org' },
      {},
      { email: 'ada@example.org' },
    ],
  ])(
    'because git knows %s asks for the rest, with which it is made',
    async (_name, settings, variables, known) => {
      const { write, git, failToCommit, commit, call, blog } = await openRepository({ [path]: 'a\n' })
      await git('config', '--remove-section', 'user')
      for (const [key, value] of Object.entries(settings)) await git('config', key, value)
      for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
      onTestFinished(() => void vi.unstubAllEnvs())
      await write(path, 'b\n')
      expect(await call('git.readStatus', { blog })).toMatchObject({ kind: 'ready', identity: known })
      expect((await failToCommit([path])).code).toBe('identity-missing')
      await call('git.setIdentity', { blog, name: 'Ada Writer', email: 'ada@example.org' })
      await commit([path])
      expect(await git('log', '-1', '--format=%cn <%ce>')).toBe('Ada Writer <ada@example.org>\n')
    },
  )

  test.skipIf(process.platform === 'win32')(
    'because a hook refuses gives the hook’s whole words and leaves the index as it was',
    async () => {
      const { root, write, git, failToCommit, call, blog, index } = await openRepository({ [path]: 'a\n' })
      const lines = Array.from({ length: 500 }, (_, line) => `line ${line}`)
      await write(
        '.git/hooks/pre-commit',
        `#!/bin/sh\n${lines.map((line) => `echo "${line}"`).join('\n')}\necho last >&2\nexit 1\n`,
      )
      await chmod(join(root, '.git/hooks/pre-commit'), 0o755)
      const status = await call('git.readStatus', { blog })
      if (status.kind !== 'untrusted') throw new Error(status.kind)
      await call('git.trust', { blog, fingerprint: status.fingerprint })
      await write('posts/new.md', 'new\n')
      await write(path, 'staged\n')
      await git('add', path)
      const before = await index()
      const { code, detail } = await failToCommit(['posts/new.md'])
      expect(code).toBe('hook-failed')
      expect(detail).toContain(lines.join('\n'))
      expect(detail).toContain('last')
      expect(await index()).toBe(before)
      expect(await git('status', '--porcelain')).toBe('M  posts/one.md\n?? posts/new.md\n')
    },
  )

  test('because another git holds the index waits, then names the lock and its age, and leaves it', async () => {
    const { root, write } = await openRepository({ [path]: 'a\n' })
    await write(path, 'b\n')
    await write('.git/index.lock', '')
    const place = await findRepository(root)
    if (place === null) throw new Error('no repository')
    const commit = {
      root,
      place,
      paths: [path],
      message: 'x',
      now: () => new Date(Date.now() + 300_000),
      log: () => undefined,
      lockWaitMs: 250,
    }
    const begunMs = performance.now()
    await expect(commitPaths(commit)).rejects.toThrow(/index\.lock.*5 minutes/s)
    expect(performance.now() - begunMs).toBeGreaterThan(200)
    expect(await failureCode(commitPaths(commit))).toBe('locked')
    expect((await stat(join(root, '.git/index.lock'))).isFile()).toBe(true)
  })

  describe.skipIf(process.platform === 'win32')(
    'while another git takes the index when it has failed',
    () => {
      async function refusedAndLocked() {
        const opened = await openRepository({ [path]: 'a\n' })
        const { root, write, git } = opened
        await write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n')
        await chmod(join(root, '.git/hooks/pre-commit'), 0o755)
        await write('posts/new.md', 'new\n')
        const folder = await createTemporaryFolder()
        const real = (await git('--exec-path')).trim()
        await writeFile(
          join(folder, 'git'),
          `#!/bin/sh\n"${real}/git" "$@"\ncode=$?\ncase " $* " in *" commit "*) : > .git/index.lock; : > "${folder}/held" ;; esac\nexit $code\n`,
        )
        await chmod(join(folder, 'git'), 0o755)
        const place = await findRepository(root)
        if (place === null) throw new Error('no repository')
        const logged: LogEntry[] = []
        const commit = (lockWaitMs: number) =>
          failureCode(
            commitPaths({
              root,
              place,
              paths: [post('posts/new.md')],
              message: 'x',
              now: () => new Date(),
              log: (entry) => void logged.push(entry),
              lockWaitMs,
            }),
          )
        const pathBefore = process.env.PATH
        process.env.PATH = `${folder}${delimiter}${pathBefore}`
        onTestFinished(() => {
          process.env.PATH = pathBefore
        })
        return { ...opened, logged, commitWithin: commit, isHeld: () => existsSync(join(folder, 'held')) }
      }

      test('waits for it and leaves the index as it was', async () => {
        const { root, git, logged, commitWithin, isHeld } = await refusedAndLocked()
        const release = setInterval(() => {
          if (!isHeld()) return
          clearInterval(release)
          void rm(join(root, '.git/index.lock'))
        }, 300)
        onTestFinished(() => clearInterval(release))
        expect(await commitWithin(5000)).toBe('hook-failed')
        expect(logged).toEqual([])
        expect(await git('status', '--porcelain')).toBe('?? posts/new.md\n')
      })

      test('tells of the hook all the same when that does not end, and logs the rest', async () => {
        const { commitWithin, logged } = await refusedAndLocked()
        expect(await commitWithin(100)).toBe('hook-failed')
        expect(logged).toMatchObject([{ level: 'warn', error: { code: 'locked' } }])
      })
    },
  )

  test('because its message is blank is an invalid request', async () => {
    const { write, failToCommit } = await openRepository({ [path]: 'a\n' })
    await write(path, 'b\n')
    expect((await failToCommit([path], '  \n')).code).toBe('invalid-request')
  })

  test('because a file was only taken from the index says that nothing changed, also beside a hook', async () => {
    const { root, write, git, failToCommit, call, blog, index } = await openRepository({ [path]: 'a\n' })
    await write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n')
    await chmod(join(root, '.git/hooks/pre-commit'), 0o755)
    const untrusted = await call('git.readStatus', { blog })
    if (untrusted.kind !== 'untrusted') throw new Error(untrusted.kind)
    await call('git.trust', { blog, fingerprint: untrusted.fingerprint })
    await git('rm', '--quiet', '--cached', path)
    expect(await call('git.readStatus', { blog })).toMatchObject({
      files: [{ path, change: 'modified', staged: true, unstaged: true }],
    })
    const before = await index()
    expect((await failToCommit([path])).code).toBe('nothing-to-commit')
    expect(await index()).toBe(before)
  })

  test('because the index is only held for a moment is made after it', async () => {
    const { root, write, commit, filesOf } = await openRepository({ [path]: 'a\n' })
    await write(path, 'b\n')
    await write('.git/index.lock', '')
    setTimeout(() => void rm(join(root, '.git/index.lock')), 300)
    await commit([path])
    expect(await filesOf()).toEqual(['M', path])
  })

  test('because a merge that others began is not finished is refused, and the merge stays', async () => {
    const { root, write, git, failToCommit, call, blog } = await openRepository({
      [path]: 'a\n',
      'b.md': 'b\n',
    })
    await git('checkout', '--quiet', '-b', 'other')
    await write(path, 'other\n')
    await git('commit', '--quiet', '-am', 'other')
    await git('checkout', '--quiet', 'main')
    await write(path, 'main\n')
    await git('commit', '--quiet', '-am', 'main')
    await git('merge', '--quiet', 'other').catch(() => undefined)
    await write('b.md', 'changed\n')
    const { code, message } = await failToCommit(['b.md'])
    expect(code).toBe('refused')
    expect(message).toMatch(/merge/)
    expect(await readFile(join(root, '.git/MERGE_HEAD'), 'utf8')).not.toBe('')
    expect(await call('git.readStatus', { blog })).toMatchObject({
      inProgress: 'merge',
      files: expect.arrayContaining([{ path, change: 'conflicted', staged: true, unstaged: true }]),
    })
  })

  test('in a plain folder says that there is no repository', async () => {
    const { root } = await createRepository({})
    await rm(join(root, '.git'), { recursive: true })
    const harness = await createHarness()
    const { id: blog } = await harness.open(root)
    expect((await harness.failure('git.commit', { blog, paths: [path], message: 'x' })).code).toBe(
      'not-a-repository',
    )
  })
})
