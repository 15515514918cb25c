import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/one.md')
const isPosix = process.platform !== 'win32'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  return {
    root,
    file: join(root, path),
    read: () => harness.call('posts.read', { blog, path }),
    failToRead: () => harness.failure('posts.read', { blog, path }),
  }
}

describe('reading a post', () => {
  test.each([
    ['a\nb\n', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\r\nb\n', 'mixed'],
    ['a', 'lf'],
    ['', 'lf'],
  ] as const)(
    'gives the text as it is on disk, and how its lines end: %j is %s',
    async (text, lineEnding) => {
      const { read } = await openBlog({ [path]: text })
      expect(await read()).toMatchObject({ path, text, lineEnding, access: { kind: 'editable' } })
    },
  )

  test('gives the text without its byte order mark', async () => {
    const { read } = await openBlog({ [path]: '\uFEFF---\ntitle: A\n---\n' })
    expect((await read()).text).toBe('---\ntitle: A\n---\n')
  })

  test('gives equal versions for equal bytes only', async () => {
    const { read, file } = await openBlog({ [path]: 'a' })
    const { version } = await read()
    await writeFile(file, 'b')
    expect((await read()).version).not.toBe(version)
    await writeFile(file, 'a')
    expect((await read()).version).toBe(version)
  })

  test('of 20 MB works', async () => {
    const text = `${'word '.repeat(19)}\n`.repeat((20 * 1024 * 1024) / 96)
    const { read } = await openBlog({ [path]: text })
    expect((await read()).text.length).toBe(text.length)
  })

  test('of more than 32 MB fails with too-large, without reading it', async () => {
    const { failToRead, file } = await openBlog({ [path]: 'a' })
    await truncate(file, 40 * 1024 * 1024 * 1024)
    expect((await failToRead()).code).toBe('too-large')
  })

  test('that is no UTF-8 shows it, read-only, with the reason', async () => {
    const { read } = await openBlog({ [path]: Buffer.from('caf\xe9', 'latin1') })
    expect(await read()).toMatchObject({
      text: 'café',
      access: { kind: 'read-only', why: expect.any(String) },
    })
  })

  test('that is UTF-16 shows its words, read-only', async () => {
    const { read } = await openBlog({ [path]: Buffer.from('\uFEFFwords', 'utf16le') })
    expect(await read()).toMatchObject({ text: 'words', access: { kind: 'read-only' } })
  })
})

describe('what is no post', () => {
  test('because it is gone is not-found', async () => {
    const { failToRead, file } = await openBlog({ [path]: 'a' })
    await rm(file)
    expect((await failToRead()).code).toBe('not-found')
  })

  test('because it is a folder is refused', async () => {
    const { failToRead, root } = await openBlog({})
    await mkdir(join(root, path), { recursive: true })
    expect((await failToRead()).code).toBe('refused')
  })

  test.skipIf(!isPosix)('because it is a pipe is refused without waiting for its other end', async () => {
    const { failToRead, root, file } = await openBlog({ 'posts/two.md': '' })
    execFileSync('mkfifo', [file], { cwd: root })
    expect((await failToRead()).code).toBe('refused')
  })

  test.skipIf(!isPosix)('because it is a link to a device is outside the blog', async () => {
    const { failToRead, file } = await openBlog({ 'posts/two.md': '' })
    await symlink('/dev/zero', file)
    expect((await failToRead()).code).toBe('outside-blog')
  })

  test.skipIf(!isPosix)('because a link leads into git’s own folder is outside the blog', async () => {
    const { failToRead, file, root } = await openBlog({ 'posts/two.md': '' })
    await writeFiles(root, { '.git/config': 'x' })
    await symlink(join(root, '.git/config'), file)
    expect((await failToRead()).code).toBe('outside-blog')
  })

  test.skipIf(!isPosix)(
    'because a folder above it is a link that leads out is outside the blog',
    async () => {
      const outside = await createTemporaryFolder()
      await writeFiles(outside, { 'one.md': 'theirs' })
      const { failToRead, root } = await openBlog({})
      await symlink(outside, join(root, 'posts'))
      expect((await failToRead()).code).toBe('outside-blog')
    },
  )

  test.skipIf(!isPosix)('because its links lead in a circle is not-found', async () => {
    const { failToRead, file } = await openBlog({ 'posts/two.md': '' })
    await symlink('one.md', file)
    expect((await failToRead()).code).toBe('not-found')
  })
})
