import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testIdentity } from '../../helpers/git-repository'
import { post } from '../../helpers/service-harness'
import { openRepository } from './open-repository'

const path = post('posts/one.md')

describe('a commit', () => {
  test('has exactly the named file, while another stays staged as it was', async () => {
    const { write, git, commit, filesOf, entry } = await openRepository({
      [path]: 'a\n',
      'posts/two.md': 'b\n',
    })
    await write(path, 'changed\n')
    await write('posts/two.md', 'staged\n')
    await git('add', 'posts/two.md')
    await write('posts/two.md', 'and changed again\n')
    const before = await entry('posts/two.md')
    const { commit: oid, summary, branch } = await commit([path], 'Correct a word\n\nIt was wrong.')
    expect([summary, branch]).toEqual(['Correct a word', 'main'])
    expect(oid).toBe((await git('rev-parse', 'HEAD')).trim())
    expect(await filesOf()).toEqual(['M', path])
    expect(await entry('posts/two.md')).toBe(before)
    expect(await git('status', '--porcelain')).toBe('MM posts/two.md\n')
    expect(await git('log', '-1', '--format=%an <%ae>')).toBe(
      `${testIdentity.name} <${testIdentity.email}>\n`,
    )
  })

  test('takes the file as it is on disk, not as it was staged', async () => {
    const { write, git, commit } = await openRepository({ [path]: 'a\n' })
    await write(path, 'staged\n')
    await git('add', path)
    await write(path, 'on disk\n')
    await commit([path])
    expect(await git('show', `HEAD:${path}`)).toBe('on disk\n')
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('takes new files and deletions along, and nothing that is new beside them', async () => {
    const { root, write, git, commit, filesOf } = await openRepository({
      [path]: 'a\n',
      'posts/two.md': 'b\n',
    })
    await write('posts/new.md', 'new\n')
    await write('posts/other.md', 'other\n')
    await rm(join(root, 'posts/two.md'))
    await commit(['posts/new.md', 'posts/two.md'])
    expect(await filesOf()).toEqual(['A', 'posts/new.md', 'D', 'posts/two.md'])
    expect(await git('status', '--porcelain')).toBe('?? posts/other.md\n')
  })

  test('of a deletion that is staged already works', async () => {
    const { git, commit, filesOf } = await openRepository({ [path]: 'a\n', 'b.md': 'b\n' })
    await git('rm', '--quiet', path)
    await commit([path])
    expect(await filesOf()).toEqual(['D', path])
  })

  test('is the first of a repository, with another file left staged', async () => {
    const { write, git, commit, filesOf, entry } = await openRepository({})
    await write(path, 'a\n')
    await write('posts/two.md', 'b\n')
    await git('add', 'posts/two.md')
    const before = await entry('posts/two.md')
    expect(await commit([path])).toMatchObject({ branch: 'main' })
    expect(await filesOf()).toEqual(['A', path])
    expect(await entry('posts/two.md')).toBe(before)
  })

  test('works on a detached head and says that no branch has it', async () => {
    const { write, git, commit, filesOf } = await openRepository({ [path]: 'a\n' })
    await git('checkout', '--quiet', '--detach')
    await write(path, 'b\n')
    expect((await commit([path])).branch).toBeNull()
    expect(await filesOf()).toEqual(['M', path])
  })

  test('names its files from the blog’s folder, which may lie deep in the working copy', async () => {
    const { write, commit, filesOf, call, blog } = await openRepository(
      { 'web/site/posts/one.md': 'a\n', 'x.md': 'x\n' },
      'web/site',
    )
    await write('web/site/posts/one.md', 'b\n')
    await write('web/site/posts/new.md', 'new\n')
    await write('x.md', 'outside the blog\n')
    const status = await call('git.readStatus', { blog })
    if (status.kind !== 'ready') throw new Error(status.kind)
    expect(status.files.map((file) => [file.path, file.change])).toEqual([
      ['posts/one.md', 'modified'],
      ['posts/new.md', 'untracked'],
    ])
    await commit(['posts/one.md', 'posts/new.md'])
    expect(await filesOf()).toEqual(['A', 'web/site/posts/new.md', 'M', 'web/site/posts/one.md'])
  })

  test
    .skipIf(process.platform === 'win32')
    .each([
      '-rf.md',
      '--all',
      ':(exclude)x.md',
      ':!x.md',
      '*.md',
      'a b.md',
      'quote\'s "x".md',
      'line\nbreak.md',
      'tab\t.md',
      'ünïcode-日本-☕.md',
      '\u202egnp.md',
      '<img src=x onerror=alert(1)>.md',
      '$(touch ran).md',
    ])('takes a file named %j literally', async (name) => {
    const { root, write, commit, filesOf, call, blog } = await openRepository({
      'x.md': 'x\n',
      'y.md': 'y\n',
    })
    for (const turn of ['new\n', 'changed\n']) {
      await writeFile(join(root, name), turn)
      await write('x.md', `${turn}x\n`)
      const diff = await call('git.readDiff', { blog, path: post(name) })
      expect(diff).toMatchObject({ after: turn, binary: false, addedLines: 1 })
      await commit([name])
      expect(await filesOf()).toEqual([turn === 'new\n' ? 'A' : 'M', name])
    }
  })

  test('keeps every line of its message, also one that begins with #', async () => {
    const { write, git, commit } = await openRepository({ [path]: 'a\n' })
    await write(path, 'b\n')
    await commit([path], '# A heading\n\n-F is no option; “quotes” $(stay)\n')
    expect(await git('log', '-1', '--format=%B')).toBe('# A heading\n\n-F is no option; “quotes” $(stay)\n\n')
  })

  test('has its message as it was written, in a repository of another encoding', async () => {
    const { write, git, commit } = await openRepository({ [path]: 'a\n' })
    await git('config', 'i18n.commitEncoding', 'ISO-8859-1')
    await git('config', 'i18n.logOutputEncoding', 'ISO-8859-1')
    await write(path, 'b\n')
    expect((await commit([path], 'Grüße, 日本')).summary).toBe('Grüße, 日本')
    expect(await git('cat-file', 'commit', 'HEAD')).toMatch(/\n\nGrüße, 日本\n$/)
    expect(await git('cat-file', 'commit', 'HEAD')).not.toMatch(/^encoding/m)
  })

  test('of a thousand files works', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `posts/${'long name '.repeat(10)}${index}.md`)
    const { commit, filesOf, write } = await openRepository({ 'a.md': 'a' })
    for (const name of names) await write(name, 'x')
    await commit(names)
    expect(await filesOf()).toHaveLength(2000)
  }, 30_000)
})
