import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { protect } from '../../helpers/protected-path'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'
import { base64, png } from './image-bytes'

const withCover = (cover: string) => `---\ntitle: Tea\ndate: 2024-01-01\ncover: ${cover}\n---\n\nBody.\n`
const plain = '---\ntitle: Tea\ndate: 2024-01-01\n---\n\nBody.\n'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  const { services, open, call, failure } = await createHarness()
  const { id } = await open(root)
  const params = (path: string, name: string, bytes: Uint8Array) => ({
    blog: id,
    path: post(path),
    name,
    base64: base64(bytes),
  })
  return {
    root,
    add: (path: string, name: string, bytes = png()) => call('media.add', params(path, name, bytes)),
    refusal: (path: string, name: string, bytes = png()) => failure('media.add', params(path, name, bytes)),
    read: async (path: string, reference: string) => (await services.assets.read(id, path, reference)).bytes,
  }
}

describe('a new image goes', () => {
  test.each<[string, FileTree, string, string, string]>([
    [
      'where the other posts have theirs',
      {
        'content/posts/a.md': withCover('/covers/a.png'),
        'static/covers/a.png': png(),
        'static/b.png': png(),
      },
      'content/posts/new.md',
      'static/covers/tea.png',
      '/covers/tea.png',
    ],
    [
      'where the writer chose, whatever the other posts do',
      {
        '.galley.yml': 'site:\n  imageFolder: static/chosen\n',
        'content/posts/a.md': withCover('/covers/a.png'),
        'static/covers/a.png': png(),
      },
      'content/posts/new.md',
      'static/chosen/tea.png',
      '/chosen/tea.png',
    ],
    [
      'where the post itself has others',
      {
        'content/posts/a.md': withCover('/covers/a.png'),
        'content/posts/b.md': withCover('/odd/b.png'),
        'static/covers/a.png': png(),
        'static/odd/b.png': png(),
      },
      'content/posts/b.md',
      'static/odd/tea.png',
      '/odd/tea.png',
    ],
    [
      'beside a post with a folder to itself',
      { 'content/posts/trip/index.md': plain },
      'content/posts/trip/index.md',
      'content/posts/trip/tea.png',
      'tea.png',
    ],
    [
      'into the folder in the post’s own folder that others have too',
      { 'posts/a/index.md': withCover('./img/a.png'), 'posts/a/img/a.png': png(), 'posts/b/index.md': plain },
      'posts/b/index.md',
      'posts/b/img/tea.png',
      './img/tea.png',
    ],
    [
      'into a folder with the post’s name, where the other posts have such',
      {
        '_posts/2024-01-01-one.md': withCover('/images/one/a.png'),
        '_posts/2024-01-02-two.md': withCover('/images/two/b.png'),
        'images/one/a.png': png(),
        'images/two/b.png': png(),
      },
      '_posts/2024-01-03-three.md',
      'images/three/tea.png',
      '/images/three/tea.png',
    ],
    [
      'into the asset folder of the post’s own name',
      { 'source/_posts/a.md': withCover('a.png'), 'source/_posts/a/a.png': png() },
      'source/_posts/b.md',
      'source/_posts/b/tea.png',
      'tea.png',
    ],
    [
      'where the blog’s images lie, without a word of other posts',
      { 'src/posts/a.md': plain, 'src/images/a.png': png(), 'src/images/b.png': png(), 'logo.png': png() },
      'src/posts/a.md',
      'src/images/tea.png',
      '/images/tea.png',
    ],
    [
      'into the folder above, where each post takes its images from another',
      {
        'src/posts/one.md': withCover('/images/lake/a.png'),
        'src/posts/two.md': withCover('/images/hut/b.png'),
        'src/images/lake/a.png': png(),
        'src/images/lake/c.png': png(),
        'src/images/hut/b.png': png(),
      },
      'src/posts/three.md',
      'src/images/tea.png',
      '/images/tea.png',
    ],
    [
      'never into a folder that belongs to another post',
      {
        'package.json': '{"dependencies":{"hexo":"7"}}',
        '_config.yml': '',
        'source/_posts/a.md': plain,
        'source/_posts/a/a.png': png(),
      },
      'source/_posts/b.md',
      'source/images/tea.png',
      '/images/tea.png',
    ],
    [
      'where the generator has them, when the blog has none',
      { 'hugo.toml': '', 'content/posts/a.md': plain },
      'content/posts/a.md',
      'static/images/tea.png',
      '/images/tea.png',
    ],
    [
      'beside the posts’ folder else',
      { 'src/posts/a.md': plain },
      'src/posts/a.md',
      'src/images/tea.png',
      '/images/tea.png',
    ],
  ])('%s', async (_where, files, path, image, reference) => {
    const { root, add, read } = await openBlog(files)
    const bytes = png('new')
    expect(await add(path, 'Tea.png', bytes)).toEqual({ path: image, reference, sizeBytes: bytes.length })
    expect(await readFile(join(root, image))).toEqual(bytes)
    expect(Buffer.from(await read(path, reference))).toEqual(bytes)
  })
})

describe('a name', () => {
  test.each([
    ['Grüner Tee (1).PNG', 'gruner-tee-1.png'],
    ['../../../etc/passwd.png', 'passwd.png'],
    ['C:\\pictures\\tea.png', 'tea.png'],
    ['.hidden.png', 'hidden.png'],
    ['con.png', 'image-con.png'],
    ['💥.png', 'image.png'],
    ['お茶.png', 'お茶.png'],
    ['tea.jpg', 'tea.png'],
    ['tea', 'tea.png'],
    ['<img src=x onerror=1>.png', 'img-src-x-onerror-1.png'],
    [`${'long '.repeat(40)}.png`, `${'long-'.repeat(12)}`.replace(/-$/, '.png')],
  ])('%j becomes %j', async (given, name) => {
    const { root, add } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    expect((await add('posts/a.md', given)).path).toBe(`images/${name}`)
    expect(await readdir(join(root, 'images'))).toContain(name)
  })

  test('that is taken by another image gets a number, and no image is ever written over', async () => {
    const { root, add } = await openBlog({ 'posts/a.md': plain, 'images/tea.png': png('old') })
    expect((await add('posts/a.md', 'tea.png', png('new'))).reference).toBe('/images/tea-2.png')
    expect((await add('posts/a.md', 'tea.png', png('third'))).reference).toBe('/images/tea-3.png')
    expect(await readFile(join(root, 'images/tea.png'))).toEqual(png('old'))
  })

  test('that has the same bytes already is not written again', async () => {
    const { root, add } = await openBlog({ 'posts/a.md': plain, 'images/tea.png': png() })
    expect((await add('posts/a.md', 'tea.png')).reference).toBe('/images/tea.png')
    await Promise.all([add('posts/a.md', 'new.png', png('n')), add('posts/a.md', 'new.png', png('m'))])
    expect((await readdir(join(root, 'images'))).toSorted()).toEqual(['new-2.png', 'new.png', 'tea.png'])
  })
})

describe('bytes', () => {
  const ftyp = (brand: string) => Buffer.from(`\0\0\0\x20ftyp${brand}\0\0\0\0`, 'latin1')
  test.each([
    ['a.png', png()],
    ['a.jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a.gif', Buffer.from('GIF89a......')],
    ['a.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
    ['a.avif', ftyp('avif')],
    ['a.svg', Buffer.from('\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg xmlns="…"/>')],
  ])('of %s are taken', async (name, bytes) => {
    const { add } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    expect((await add('posts/a.md', name, bytes)).path).toBe(`images/${name}`)
  })

  test.each([
    ['a page', Buffer.from('<html><svg></svg></html>')],
    ['a script', Buffer.from('#!/bin/sh\n')],
    ['a film', ftyp('isom')],
    ['a comment without an end', Buffer.from('<!-- <svg>')],
    ['a text that names an image', Buffer.from('see <svg>')],
    ['nothing', Buffer.alloc(0)],
  ])('of %s are refused, whatever the name', async (_what, bytes) => {
    const { root, refusal } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    expect(await refusal('posts/a.md', 'tea.png', bytes)).toMatchObject({ code: 'refused' })
    expect(await readdir(join(root, 'images'))).toEqual(['x.png'])
  })

  test('of more than 20 MB are refused', async () => {
    const { root, refusal } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    const bytes = Buffer.concat([png(), Buffer.alloc(20 * 1024 * 1024)])
    expect(await refusal('posts/a.md', 'tea.png', bytes)).toMatchObject({ code: 'too-large' })
    expect(await readdir(join(root, 'images'))).toEqual(['x.png'])
  })
})

describe('nothing is written', () => {
  test('behind a link that leads out of the blog', async () => {
    const outside = await createTemporaryFolder()
    const { root, refusal } = await openBlog({ 'hugo.toml': '', 'content/posts/a.md': plain })
    await symlink(outside, join(root, 'static'))
    expect(await refusal('content/posts/a.md', 'tea.png')).toMatchObject({ code: 'outside-blog' })
    expect(await readdir(outside)).toEqual([])
  })

  test('over or through a link that has the name', async () => {
    const outside = await createTemporaryFolder()
    const { root, add } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    await symlink(join(outside, 'new.png'), join(root, 'images/tea.png'))
    await mkdir(join(root, 'images/tea-2.png'))
    expect((await add('posts/a.md', 'tea.png')).path).toBe('images/tea-3.png')
    expect(await readdir(outside)).toEqual([])
  })

  test('where the folder takes no new files, and the message names it', async ({ skip }) => {
    const { root, refusal } = await openBlog({ 'posts/a.md': plain, 'images/x.png': png() })
    const release = protect(join(root, 'images'))
    if (release === null) return skip('this machine cannot protect a folder from us')
    expect(await refusal('posts/a.md', 'tea.png')).toMatchObject({
      code: 'permission-denied',
      message: expect.stringContaining('images/tea.png'),
    })
    release()
    expect(await readdir(join(root, 'images'))).toEqual(['x.png'])
  })
})
