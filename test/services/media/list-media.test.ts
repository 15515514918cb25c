import { mkdir, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listMedia } from '#services/media/list-media'
import { createPostIndex } from '#services/posts/post-index'
import { BlogId } from '#shared/contract/blog'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { createHarness, post } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'
import { png } from './image-bytes'

const withCover = (cover: string, date = '2024-01-01') =>
  `---\ntitle: Tea\ndate: ${date}\ncover: ${cover}\n---\n\nBody.\n`
const plain = '---\ntitle: Tea\ndate: 2024-01-01\n---\n\nBody.\n'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  const { services, open, call } = await createHarness()
  const { id } = await open(root)
  const list = (path: string) => call('media.list', { blog: id, path: post(path) })
  return {
    root,
    list,
    references: async (path: string) =>
      Object.fromEntries((await list(path)).images.map((image) => [image.path, image.reference])),
    read: async (path: string, reference: string) =>
      Buffer.from((await services.assets.read(id, path, reference)).bytes).toString(),
  }
}

describe('an image is named', () => {
  test.each<[string, FileTree, string, string, string]>([
    [
      'from the site’s root, as the other posts do it',
      { 'content/posts/a.md': withCover('/images/a.png'), 'static/images/a.png': 'a', 'static/tea.png': 'b' },
      'content/posts/new.md',
      'static/tea.png',
      '/tea.png',
    ],
    [
      'without the slash that themes add, where the other posts have none',
      { '_posts/2024-01-01-a.md': withCover('img/a.png'), 'img/a.png': 'a', 'img/tea.png': 'b' },
      '_posts/2024-01-02-b.md',
      'img/tea.png',
      'img/tea.png',
    ],
    [
      'relative with a dot, where the other posts have one',
      {
        'src/content/blog/a/index.md': withCover('./a.png'),
        'src/content/blog/a/a.png': 'a',
        'src/content/blog/b/index.md': plain,
        'src/content/blog/b/b.png': 'b',
      },
      'src/content/blog/b/index.md',
      'src/content/blog/b/b.png',
      './b.png',
    ],
    [
      'by climbing, where the other posts climb',
      { 'src/blog/a.md': withCover('../assets/a.png'), 'src/assets/a.png': 'a', 'src/assets/b.png': 'b' },
      'src/blog/c.md',
      'src/assets/b.png',
      '../assets/b.png',
    ],
    [
      'from the site’s root all the same, for what lies in another folder than they climb to',
      { 'src/blog/a.md': withCover('../assets/a.png'), 'src/assets/a.png': 'a', 'public/b.png': 'b' },
      'src/blog/c.md',
      'public/b.png',
      '/b.png',
    ],
    [
      'by its bare name in the folder of the post’s own name',
      { 'source/_posts/a.md': plain, 'source/_posts/a/tea.png': 'a' },
      'source/_posts/a.md',
      'source/_posts/a/tea.png',
      'tea.png',
    ],
    [
      'by its bare name beside a post with a folder to itself',
      { 'content/posts/a/index.md': plain, 'content/posts/a/tea.png': 'a' },
      'content/posts/a/index.md',
      'content/posts/a/tea.png',
      'tea.png',
    ],
    [
      'from the site’s root in `source`, without a word of other posts',
      { 'source/_posts/a.md': plain, 'source/images/tea.png': 'a' },
      'source/_posts/a.md',
      'source/images/tea.png',
      '/images/tea.png',
    ],
    [
      'as the text of other posts has it, where none of their fields names an image',
      { 'posts/a.md': `${plain}![](../pictures/a.png)\n`, 'pictures/a.png': 'a', 'pictures/b.png': 'b' },
      'posts/c.md',
      'pictures/b.png',
      '../pictures/b.png',
    ],
    [
      'with the marks of an address escaped',
      { 'posts/a.md': plain, 'images/100%25 tea? #1.png': 'a' },
      'posts/a.md',
      'images/100%25 tea? #1.png',
      '/images/100%2525 tea%3F %231.png',
    ],
    [
      'with a dot before a colon, which would end a scheme',
      { 'posts/a/index.md': plain, 'posts/a/tea:green.png': 'a' },
      'posts/a/index.md',
      'posts/a/tea:green.png',
      './tea:green.png',
    ],
    [
      'another way where the usual one would mean another file',
      {
        'content/posts/a.md': withCover('/images/a.png'),
        'static/images/a.png': 'a',
        'images/b.png': 'in front',
        'static/images/b.png': 'b',
      },
      'content/posts/a.md',
      'static/images/b.png',
      '../../static/images/b.png',
    ],
  ])('%s', async (_how, files, path, image, reference) => {
    const blog = await openBlog(files)
    expect((await blog.references(path))[image]).toBe(reference)
  })

  test('so that the preview’s reader finds just that file', async () => {
    const files = {
      'content/posts/a.md': withCover('/images/a.png'),
      'content/posts/trip/index.md': withCover('hut.png'),
      'static/images/a.png': '',
      'content/posts/trip/hut.png': '',
      'content/posts/trip/sub/100% wool.png': '',
      'static/tea #1.png': '',
      'assets/x?y.png': '',
      'static/assets/x.png': '',
      'assets/x.png': '',
      'content/images/z.png': '',
      'logo.svg': '',
    }
    const blog = await openBlog(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text === '' ? path : text])),
    )
    for (const path of ['content/posts/a.md', 'content/posts/trip/index.md', 'content/posts/new.md']) {
      const { images } = await blog.list(path)
      expect(images).toHaveLength(9)
      for (const image of images) expect(await blog.read(path, image.reference)).toBe(image.path)
    }
  })
})

describe('the list', () => {
  test('begins with the post’s own images, then those where the others have theirs, the newest first', async () => {
    const files: FileTree = {
      'content/posts/a.md': withCover('/covers/a.png'),
      'content/posts/trip/index.md': plain,
      'content/posts/other/index.md': plain,
      'content/posts/trip/hut.png': 'x',
      'content/posts/other/lake.png': 'x',
      'static/covers/a.png': 'x',
      'static/covers/b.png': 'x',
      'static/misc.png': 'x',
    }
    const { root, list } = await openBlog(files)
    await utimes(join(root, 'static/covers/a.png'), 1000, 1000)
    await utimes(join(root, 'static/misc.png'), 9_000_000_000, 9_000_000_000)
    const { images, isCut } = await list('content/posts/trip/index.md')
    expect(images.map(({ path }) => path)).toEqual([
      'content/posts/trip/hut.png',
      'static/covers/b.png',
      'static/covers/a.png',
      'static/misc.png',
      'content/posts/other/lake.png',
    ])
    expect(isCut).toBe(false)
  })

  test('leaves out what is no image, hidden or written by the generator', async () => {
    const { references } = await openBlog({
      'hugo.toml': '',
      'content/posts/a.md': plain,
      'public/images/a.png': 'x',
      'node_modules/x/a.png': 'x',
      'static/.hidden.png': 'x',
      'static/favicon.ico': 'x',
      'static/film.mp4': 'x',
      'static/tea.PNG': 'x',
    })
    expect(await references('content/posts/a.md')).toEqual({ 'static/tea.PNG': '/tea.PNG' })
  })

  test('follows no link out of the blog', async () => {
    const outside = await createTemporaryFolder()
    await writeFiles(outside, { 'secret.png': 'x' })
    const { root, references } = await openBlog({ 'posts/a.md': plain, 'images/a.png': 'x', 'text.txt': 'x' })
    await symlink(join(outside, 'secret.png'), join(root, 'images/link.png'))
    await symlink(outside, join(root, 'images/folder'))
    await symlink(join(root, 'text.txt'), join(root, 'images/text.png'))
    await symlink(join(root, 'images/a.png'), join(root, 'images/inside.png'))
    expect(Object.keys(await references('posts/a.md')).toSorted()).toEqual([
      'images/a.png',
      'images/inside.png',
    ])
  })

  test('is cut where it would be too long, and says so', async () => {
    const root = await createTemporaryFolder()
    await writeFiles(root, { 'posts/a.md': plain, 'images/a.png': 'x', 'images/b.png': 'x' })
    const blog = { id: BlogId.parse('abcdefgh'), root, name: 'blog', index: createPostIndex(root) }
    expect(await listMedia(blog, post('posts/a.md'), 1)).toMatchObject({ isCut: true, images: { length: 1 } })
    expect(await listMedia(blog, post('posts/a.md'), 2)).toMatchObject({
      isCut: false,
      images: { length: 2 },
    })
  })

  test('is there for a post that is not, and for a blog without images', async () => {
    const { root, references } = await openBlog({ 'posts/a.md': plain, 'images/a.png': 'x' })
    expect(await references('posts/new.md')).toEqual({ 'images/a.png': '/images/a.png' })
    await rm(join(root, 'images'), { recursive: true })
    await mkdir(join(root, 'images'))
    expect(await references('posts/a.md')).toEqual({})
  })

  test('of 2,000 images is there at once', async () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`images/${n}.png`, png()]))
    const { list } = await openBlog({ 'posts/a.md': plain, ...files })
    const startedMs = performance.now()
    expect((await list('posts/a.md')).images).toHaveLength(2000)
    expect(performance.now() - startedMs).toBeLessThan(3000)
  })
})
