import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRepository, type FileTree } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'

const path = post('posts/one.md')

async function openRepository(files: FileTree) {
  const repository = await createRepository(files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(repository.root)
  return { ...repository, harness, blog, diff: () => harness.call('git.readDiff', { blog, path }) }
}

test('a changed post has both texts and the changed lines', async () => {
  const { write, diff } = await openRepository({ [path]: 'one\ntwo\nthree\n' })
  await write(path, 'one\n2\nthree\nfour\n')
  expect(await diff()).toEqual({
    before: 'one\ntwo\nthree\n',
    after: 'one\n2\nthree\nfour\n',
    binary: false,
    addedLines: 2,
    removedLines: 1,
  })
})

test('an unchanged post has equal texts and no changed line', async () => {
  const { diff } = await openRepository({ [path]: 'one\n' })
  expect(await diff()).toMatchObject({ before: 'one\n', after: 'one\n', addedLines: 0, removedLines: 0 })
})

test('a staged change counts as one', async () => {
  const { write, git, diff } = await openRepository({ [path]: 'one\n' })
  await write(path, 'two\n')
  await git('add', '.')
  expect(await diff()).toMatchObject({ before: 'one\n', after: 'two\n', addedLines: 1, removedLines: 1 })
})

test('a new post has no text before, also without any commit', async () => {
  for (const files of [{ 'a.md': 'a' }, {}]) {
    const { write, diff } = await openRepository(files)
    await write(path, 'one\ntwo')
    expect(await diff()).toEqual({
      before: null,
      after: 'one\ntwo',
      binary: false,
      addedLines: 2,
      removedLines: 0,
    })
  }
})

test('a deleted post has no text after', async () => {
  const { root, diff } = await openRepository({ [path]: 'one\ntwo\n' })
  await rm(join(root, path))
  expect(await diff()).toEqual({
    before: 'one\ntwo\n',
    after: null,
    binary: false,
    addedLines: 0,
    removedLines: 2,
  })
})

test('a file that is no text is binary, on either side', async () => {
  const { write, diff } = await openRepository({ [path]: Buffer.from([0, 1, 2]) })
  await write(path, 'text')
  expect(await diff()).toMatchObject({ before: null, after: null, binary: true })
  const other = await openRepository({ [path]: 'text' })
  await other.write(path, Buffer.from([0, 1, 2]))
  expect(await other.diff()).toMatchObject({ before: null, after: null, binary: true })
})

test('line endings that git converts are no change', async () => {
  const { write, git, diff } = await openRepository({ [path]: 'one\ntwo\n' })
  await git('config', 'core.autocrlf', 'true')
  await write(path, 'one\r\n2\r\n')
  expect(await diff()).toMatchObject({
    before: 'one\r\ntwo\r\n',
    after: 'one\r\n2\r\n',
    addedLines: 1,
    removedLines: 1,
  })
})

test('a commit that git cannot read is not taken for none', async () => {
  const { root, git, harness, blog } = await openRepository({ [path]: 'text' })
  const tree = (await git('rev-parse', 'HEAD^{tree}')).trim()
  await rm(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)))
  const { code, detail } = await harness.failure('git.readDiff', { blog, path })
  expect([code, detail]).toEqual(['git-failed', expect.stringMatching(/tree/)])
})
