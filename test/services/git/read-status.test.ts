import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseStatus } from '#services/git/read-status'
import { createRepository, repositoryAt, testIdentity } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function readStatus(root: string) {
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  const status = await harness.call('git.readStatus', { blog })
  return status
}

describe('the status', () => {
  test('says how each file changed, and whether that is staged', async () => {
    const { root, git, write } = await createRepository({
      'a.md': 'a',
      'b.md': 'b',
      'c.md': 'c',
      'd.md': 'long enough text',
    })
    await write('a.md', '1')
    await write('b.md', '1')
    await git('add', 'b.md')
    await write('b.md', '2')
    await git('rm', '--quiet', 'c.md')
    await git('mv', 'd.md', 'e.md')
    await write('f.md', 'new')
    const status = await readStatus(root)
    expect(status).toMatchObject({ kind: 'ready', inProgress: null, identity: testIdentity })
    if (status.kind !== 'ready') throw new Error(status.kind)
    expect(status.files).toEqual([
      { path: 'a.md', change: 'modified', staged: false, unstaged: true },
      { path: 'b.md', change: 'modified', staged: true, unstaged: true },
      { path: 'c.md', change: 'deleted', staged: true, unstaged: false },
      { path: 'd.md', change: 'deleted', staged: true, unstaged: false },
      { path: 'e.md', change: 'added', staged: true, unstaged: false },
      { path: 'f.md', change: 'untracked', staged: false, unstaged: true },
    ])
  })

  test('says how far the branch is from the one it follows', async () => {
    const { root: origin, git } = await createRepository({ 'a.md': 'a' })
    const folder = join(await createTemporaryFolder(), 'clone')
    await git('clone', '--quiet', origin, folder)
    const clone = repositoryAt(folder)
    await clone.write('a.md', 'b')
    await clone.git('-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-am', 'mine')
    await git('commit', '--quiet', '--allow-empty', '-m', 'theirs')
    await clone.git('fetch', '--quiet')
    expect(await readStatus(folder)).toMatchObject({
      head: { kind: 'branch', name: 'main', ahead: 1, behind: 1 },
    })
  })

  test('knows a detached head and a branch that nothing follows', async () => {
    const { root, git } = await createRepository({ 'a.md': 'a' })
    expect(await readStatus(root)).toMatchObject({ head: { name: 'main', ahead: null, behind: null } })
    await git('checkout', '--quiet', '--detach')
    const commit = (await git('rev-parse', 'HEAD')).trim()
    expect(await readStatus(root)).toMatchObject({ head: { kind: 'detached', commit } })
  })

  test('of a repository that calls itself bare says so', async () => {
    const { root, git } = await createRepository({ 'posts/a.md': 'a' })
    await git('config', 'core.bare', 'true')
    expect(await readStatus(root)).toEqual({ kind: 'bare' })
  })

  test('takes no lock and leaves the index alone', async () => {
    const { root, write } = await createRepository({ 'a.md': 'a' })
    await write('a.md', 'b')
    await write('.git/index.lock', '')
    expect((await readStatus(root)).kind).toBe('ready')
  })
})

describe('the output of git status', () => {
  const parse = (...records: readonly (string | Buffer)[]) =>
    parseStatus(Buffer.concat(records.flatMap((record) => [Buffer.from(record), Buffer.from([0])])), 'blog/')
      .files

  test('keeps every character of a name', () => {
    const name = ' a "b" \n\t->é.md'
    expect(parse(`? blog/${name}`)).toMatchObject([{ path: post(name) }])
    const fields = '1 .M N... 100644 100644 100644 aaaa bbbb'
    expect(parse(`${fields} blog/${name}`)).toMatchObject([{ path: name, change: 'modified' }])
  })

  test('leaves out names that the contract cannot carry, and files outside the blog', () => {
    const notUtf8 = Buffer.concat([Buffer.from('? blog/'), Buffer.from([0xff]), Buffer.from('.md')])
    expect(parse(notUtf8, '? blog/a\\b.md', '? other/c.md', '? blog/d.md').map(({ path }) => path)).toEqual([
      'd.md',
    ])
  })
})
