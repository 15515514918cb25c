import { watch } from 'node:fs'
import { chmod, link, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { absentVersion } from '#shared/post/absent-version'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { mountSmallDisk, protect } from '../../helpers/protected-path'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const path = post('posts/one.md')

async function openBlog(files: FileTree, folder?: string) {
  const root = folder ?? (await createTemporaryFolder())
  await writeFiles(root, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(root)
  const file = join(root, path)
  const read = () => harness.call('posts.read', { blog, path })
  const write = (text: string, baseVersion: string) =>
    harness.call('posts.write', { blog, path, text, baseVersion })
  const failToWrite = (text: string, baseVersion: string) =>
    harness.failure('posts.write', { blog, path, text, baseVersion })
  const onDisk = () => readFile(file, 'utf8')
  return { ...harness, blog, root, file, read, write, failToWrite, onDisk }
}

describe('saving', () => {
  test('writes the text and gives the version that reading it again gives', async () => {
    const { read, write, onDisk } = await openBlog({ [path]: 'old\n' })
    const written = await write('new\n', (await read()).version)
    expect(await onDisk()).toBe('new\n')
    expect(written).toMatchObject({ wrote: true, note: null, version: (await read()).version })
  })

  test('text that the disk has already writes nothing', async () => {
    const { read, write, file } = await openBlog({ [path]: 'same\n' })
    const before = await stat(file)
    expect(await write('same\n', (await read()).version)).toMatchObject({ wrote: false })
    const after = await stat(file)
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  test.each(['\uFEFFa\r\nb\r\n', 'a\r\nb', 'a\rb\nc\r\nd', '\uFEFF\uFEFFx', '', 'no final newline'])(
    'keeps byte order mark, line endings and final newline: %j',
    async (before) => {
      const { read, write, file } = await openBlog({ [path]: before })
      const { text, version } = await read()
      await write(`${text}!`, version)
      expect(await readFile(file)).toEqual(Buffer.from(`${before}!`))
    },
  )

  test.skipIf(process.platform === 'win32')('keeps the file’s mode', async () => {
    const { read, write, file } = await openBlog({ [path]: 'old' })
    await chmod(file, 0o640)
    await write('new', (await read()).version)
    expect((await stat(file)).mode & 0o7777).toBe(0o640)
  })

  test.skipIf(process.getuid?.() !== 0)('keeps the file’s owner', async () => {
    const { read, write, file } = await openBlog({ [path]: 'old' })
    const { chown } = await import('node:fs/promises')
    await chown(file, 1234, 1235)
    await write('new', (await read()).version)
    const { uid, gid } = await stat(file)
    expect([uid, gid]).toEqual([1234, 1235])
  })

  test.skipIf(process.platform === 'win32')('through a link inside the blog keeps the link', async () => {
    const { read, write, root, file } = await openBlog({ 'drafts/real.md': 'old', [path]: '' })
    await rm(file)
    await symlink('../drafts/real.md', file)
    await write('new', (await read()).version)
    expect(await readlink(file)).toBe('../drafts/real.md')
    expect(await readFile(join(root, 'drafts/real.md'), 'utf8')).toBe('new')
  })

  test.skipIf(process.platform === 'win32')('through a link that leads out of the blog fails', async () => {
    const outside = join(await createTemporaryFolder(), 'outside.md')
    await writeFile(outside, 'theirs')
    const { failToWrite, failure, blog, file } = await openBlog({ [path]: '' })
    await rm(file)
    await symlink(outside, file)
    expect((await failure('posts.read', { blog, path })).code).toBe('outside-blog')
    expect((await failToWrite('mine', 'x')).code).toBe('outside-blog')
    expect(await readFile(outside, 'utf8')).toBe('theirs')
  })

  test('leaves no temporary file', async () => {
    const { read, write, root } = await openBlog({ [path]: 'old' })
    await write('new', (await read()).version)
    expect(await readdir(join(root, 'posts'))).toEqual(['one.md'])
  })
})

describe('a conflict', () => {
  test('with another version on disk writes nothing and says so', async () => {
    const { read, failToWrite, file, onDisk } = await openBlog({ [path]: 'old' })
    const { version } = await read()
    await writeFile(file, 'theirs')
    const { code, message } = await failToWrite('mine', version)
    expect(code).toBe('conflict')
    expect(message).toContain(path)
    expect(await onDisk()).toBe('theirs')
  })

  test('is noticed in the last moment, while our own file is being written', async () => {
    const { read, failToWrite, root, file, onDisk } = await openBlog({ [path]: 'old' })
    const { version } = await read()
    const { writeFileSync } = await import('node:fs')
    const watcher = watch(join(root, 'posts'), (_event, name) => {
      if (name?.endsWith('.tmp')) writeFileSync(file, 'theirs')
    })
    onTestFinished(() => watcher.close())
    expect((await failToWrite('mine'.repeat(5_000_000), version)).code).toBe('conflict')
    expect(await onDisk()).toBe('theirs')
    expect(await readdir(join(root, 'posts'))).toEqual(['one.md'])
  })

  test('decides two saves of one version at once: one is written, the other told', async () => {
    const { read, call, blog, onDisk } = await openBlog({ [path]: 'old' })
    const { version: baseVersion } = await read()
    const texts = ['first', 'second', 'third', 'fourth']
    const saves = await Promise.allSettled(
      texts.map((text) => call('posts.write', { blog, path, text, baseVersion })),
    )
    expect(saves.map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(1)
    expect(saves.every((save) => save.status === 'fulfilled' || save.reason.code === 'conflict')).toBe(true)
    expect(texts[saves.findIndex(({ status }) => status === 'fulfilled')]).toBe(await onDisk())
  })

  test('does not hide a file that vanished, and the text can be put back', async () => {
    const { read, write, failToWrite, file, onDisk } = await openBlog({ [path]: 'old' })
    const { version } = await read()
    await rm(file)
    expect((await failToWrite('mine', version)).code).toBe('not-found')
    expect(await write('mine', absentVersion)).toMatchObject({ wrote: true })
    expect(await onDisk()).toBe('mine')
    expect((await failToWrite('again', absentVersion)).code).toBe('conflict')
  })
})

describe('text kept for a crash', () => {
  test('is forgotten once it is saved', async () => {
    const { read, write, call, blog } = await openBlog({ [path]: 'old' })
    const { version: baseVersion } = await read()
    await call('recovery.keep', { blog, path, text: 'new', baseVersion })
    expect((await call('recovery.read', { blog, path })).recovered?.text).toBe('new')
    await write('new', baseVersion)
    expect((await call('recovery.read', { blog, path })).recovered).toBeNull()
  })

  test('that cannot be forgotten fails no save', async () => {
    const { read, write, onDisk, ports, logged } = await openBlog({ [path]: 'old' })
    const { version } = await read()
    await writeFiles(ports.userDataFolder, { recovery: 'a file where the folder should be' })
    expect(await write('new', version)).toMatchObject({ wrote: true, note: null })
    expect(await onDisk()).toBe('new')
    expect(logged).toMatchObject([{ level: 'warn', message: expect.stringContaining(path) }])
  })

  test('is never applied by itself, also when the file on disk is newer', async () => {
    const { read, call, blog, file, onDisk } = await openBlog({ [path]: 'old' })
    const { version: baseVersion } = await read()
    await call('recovery.keep', { blog, path, text: 'mine', baseVersion })
    await writeFile(file, 'theirs')
    expect((await call('recovery.read', { blog, path })).recovered).toMatchObject({
      text: 'mine',
      baseVersion,
    })
    expect((await read()).text).toBe('theirs')
    expect(await onDisk()).toBe('theirs')
  })
})

describe('a file that cannot be replaced', () => {
  test('because of its hard links is written in place, and the writer is told', async () => {
    const { read, write, root, file, onDisk } = await openBlog({ [path]: 'a longer old text' })
    await link(file, join(root, 'twin.md'))
    const written = await write('new', (await read()).version)
    expect(written.note).toMatch(/hard links/)
    expect(await onDisk()).toBe('new')
    expect(await readFile(join(root, 'twin.md'), 'utf8')).toBe('new')
  })

  test('because its folder takes no new files is written in place, and the writer is told', async (context) => {
    const { read, write, root, onDisk } = await openBlog({ [path]: 'old' })
    context.skip(protect(join(root, 'posts')) === null, 'no way to protect a folder here')
    const written = await write('a longer new text', (await read()).version)
    expect(written.note).toMatch(/folder takes no new files/)
    expect(await onDisk()).toBe('a longer new text')
  })

  test('because it may not be written is shown read-only and never replaced', async (context) => {
    const { read, failToWrite, file, onDisk } = await openBlog({ [path]: 'old' })
    context.skip(protect(file) === null, 'no way to protect a file here')
    const { access, version } = await read()
    expect(access).toMatchObject({ kind: 'read-only', why: expect.stringMatching(/permission/) })
    expect((await failToWrite('new', version)).code).toBe('permission-denied')
    expect(await onDisk()).toBe('old')
  })
})

describe('a disk', () => {
  test('that is full keeps the old text whole, and no leftover', async (context) => {
    const root = join(await createTemporaryFolder(), 'disk')
    context.skip(mountSmallDisk(root, 256) === null, 'no right to mount a small disk here')
    const { read, failToWrite, onDisk } = await openBlog({ [path]: 'old' }, root)
    const { code, message } = await failToWrite('x'.repeat(1024 * 1024), (await read()).version)
    expect(code).toBe('disk-full')
    expect(message).toMatch(/space/)
    expect(await onDisk()).toBe('old')
    expect(await readdir(join(root, 'posts'))).toEqual(['one.md'])
  })

  test('that is full keeps the old text whole also when it is written in place', async (context) => {
    const root = join(await createTemporaryFolder(), 'disk')
    context.skip(mountSmallDisk(root, 256) === null, 'no right to mount a small disk here')
    const { read, failToWrite, file, onDisk } = await openBlog({ [path]: 'old' }, root)
    await link(file, join(root, 'twin.md'))
    expect((await failToWrite('x'.repeat(1024 * 1024), (await read()).version)).code).toBe('disk-full')
    expect(await onDisk()).toBe('old')
  })

  test('that cannot be written to shows posts read-only', async (context) => {
    const root = join(await createTemporaryFolder(), 'disk')
    const disk = mountSmallDisk(root, 256)
    context.skip(disk === null, 'no right to mount a small disk here')
    const { read, failToWrite, onDisk } = await openBlog({ [path]: 'old' }, root)
    disk?.makeReadOnly()
    const { access, version } = await read()
    expect(access.kind).toBe('read-only')
    expect(['read-only', 'permission-denied']).toContain((await failToWrite('new', version)).code)
    expect(await onDisk()).toBe('old')
  })
})

describe('never written', () => {
  test.each([
    ['no UTF-8', Buffer.from([0x61, 0xff, 0x62])],
    ['UTF-16', Buffer.from('\uFEFFtitle', 'utf16le')],
    ['bytes that are no text', Buffer.from('a\0b')],
  ])('is a post of %s', async (_name, bytes) => {
    const { read, failToWrite, file } = await openBlog({ [path]: bytes })
    const { access, version } = await read()
    expect(access.kind).toBe('read-only')
    expect((await failToWrite('text', version)).code).toBe('read-only')
    expect(await readFile(file)).toEqual(bytes)
  })

  test('is other markup than Markdown', async () => {
    const { blog, call, failure } = await openBlog({ 'posts/two.rst': 'Two\n===\n' })
    const file = await call('posts.read', { blog, path: post('posts/two.rst') })
    expect(file.access).toMatchObject({ kind: 'read-only', why: expect.stringContaining('.rst') })
    const write = { blog, path: post('posts/two.rst'), text: 'x', baseVersion: file.version }
    expect((await failure('posts.write', write)).code).toBe('read-only')
  })

  test('is more than can be opened again', async () => {
    const { read, failToWrite, onDisk } = await openBlog({ [path]: 'old' })
    const { code, message } = await failToWrite('x'.repeat(32 * 1024 * 1024 + 1), (await read()).version)
    expect({ code, message }).toMatchObject({ code: 'too-large', message: expect.stringContaining('32 MB') })
    expect(await onDisk()).toBe('old')
  })

  test('is half a character', async () => {
    const { read, failToWrite, onDisk } = await openBlog({ [path]: 'old' })
    expect((await failToWrite('half \ud83d', (await read()).version)).code).toBe('refused')
    expect(await onDisk()).toBe('old')
  })
})
