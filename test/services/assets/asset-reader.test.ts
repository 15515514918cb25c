import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { createHarness, failureCode } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function openBlog(files: FileTree) {
  const root = await createTemporaryFolder()
  await writeFiles(root, files)
  const { services, open } = await createHarness()
  const { id } = await open(root)
  const read = (post: string, reference: string) => services.assets.read(id, post, reference)
  const text = async (post: string, reference: string) =>
    Buffer.from((await read(post, reference)).bytes).toString()
  return { root, read, text, services, id }
}

describe('a reference', () => {
  test.each([
    ['posts/a.md', 'x.png', 'posts/x.png'],
    ['posts/a.md', './x.png', 'posts/x.png'],
    ['posts/a.md', '../images/x.png', 'images/x.png'],
    ['posts/a.md', 'x.png?v=2#top', 'posts/x.png'],
    ['posts/a.md', 'a%20b%C3%A9.png', 'posts/a bé.png'],
    ['posts/a.md', '100%.png', 'posts/100%.png'],
    ['source/_posts/a.md', 'x.png', 'source/_posts/a/x.png'],
    ['posts/a.md', '/images/x.png', 'images/x.png'],
    ['src/posts/a.md', '/images/x.png', 'src/images/x.png'],
    ['content/posts/a.md', '/images/x.png', 'static/images/x.png'],
    ['src/content/blog/a.md', '/images/x.png', 'public/images/x.png'],
    ['source/_posts/a.md', '/images/x.png', 'source/images/x.png'],
    ['website/blog/a.md', '/img/x.png', 'website/static/img/x.png'],
  ])('in %s to %s is %s', async (post, reference, file) => {
    const { text } = await openBlog({ [file]: file, [post]: '' })
    expect(await text(post, reference)).toBe(file)
  })

  test.each([
    ['content/a.md', '{static}/images/oak.png', 'content/images/oak.png'],
    ['content/sub/a.md', '%7Battach%7Dx.png', 'content/sub/x.png'],
    ['content/a.md', '|filename|images/oak.png', 'content/images/oak.png'],
    ['blog/2024-02-10-bundle/index.md', './beside.png', 'blog/2024-02-10-bundle/beside.png'],
    ['blog/a.md', '@site/static/img/gate.png', 'static/img/gate.png'],
    ['src/content/blog/a.md', '@/assets/x.png', 'src/assets/x.png'],
    ['src/content/blog/a.md', '~/assets/x.png', 'src/assets/x.png'],
    ['src/content/blog/a.md', '../../assets/x.png', 'src/assets/x.png'],
    ['content/posts/a.md', '../../images/x.png', 'static/images/x.png'],
    ['src/posts/a.md', '../images/x.png', 'images/x.png'],
  ])('as generators write them, in %s to %s is %s', async (post, reference, file) => {
    const { text } = await openBlog({ [file]: file, [post]: '' })
    expect(await text(post, reference)).toBe(file)
  })

  test.each([
    ['_config.yml', 'baseurl: /journal\n', '_posts/2024-02-01-a.md', '/journal/assets/x.png', 'assets/x.png'],
    [
      'docs/_config.yml',
      'baseurl: "/tool" # here\n',
      'docs/_posts/2024-01-01-a.md',
      '/tool/x.png',
      'docs/x.png',
    ],
    [
      'hugo.toml',
      'baseURL = "https://hill.example/notes/"\n',
      'content/posts/a.md',
      '/notes/images/hill.png',
      'static/images/hill.png',
    ],
    [
      'config/_default/hugo.yaml',
      'baseURL: https://hill.example/n\n',
      'content/posts/a.md',
      '/n/x.png',
      'static/x.png',
    ],
    [
      '_config.yml',
      'root: /blog/\npost_asset_folder: true\n',
      'source/_posts/a.md',
      '/blog/images/x.png',
      'source/images/x.png',
    ],
    [
      '_config.yml',
      'root: /blog/\npost_asset_folder: true\n',
      'source/_posts/a.md',
      '/lamp.png',
      'source/_posts/a/lamp.png',
    ],
    [
      'astro.config.mjs',
      "export default defineConfig({\n  base: '/roof',\n})\n",
      'src/content/blog/a.md',
      '/roof/images/roof.png',
      'public/images/roof.png',
    ],
    [
      'docusaurus.config.js',
      "module.exports = {\n  baseUrl: '/gate/',\n}\n",
      'blog/a.md',
      '/gate/img/gate.png',
      'static/img/gate.png',
    ],
    [
      'eleventy.config.js',
      'export const config = {\n  pathPrefix: "/reed/",\n}\n',
      'content/blog/a.md',
      '/reed/img/reed.png',
      'public/img/reed.png',
    ],
    [
      'pelicanconf.py',
      'SITEURL = "https://loom.example/blog"\n',
      'content/a.md',
      '/blog/images/oak.png',
      'content/images/oak.png',
    ],
  ])(
    'below the base that %s names (%j), in %s to %s, is %s',
    async (config, settings, post, reference, file) => {
      const { text } = await openBlog({ [config]: settings, [file]: file, [post]: '' })
      expect(await text(post, reference)).toBe(file)
    },
  )

  test('prefers the file at the blog’s root over one of the same name elsewhere', async () => {
    const { text } = await openBlog({
      'images/x.png': 'root',
      'static/images/x.png': 'static',
      'posts/a.md': '',
    })
    expect(await text('posts/a.md', '/images/x.png')).toBe('root')
  })

  test('is served as what its ending says, whatever is in it', async () => {
    const { read } = await openBlog({
      'a.PNG': '<script>alert(1)</script>',
      'b.svg': '<svg/>',
      'post.md': '',
    })
    expect(await read('post.md', 'a.PNG')).toMatchObject({ contentType: 'image/png', sizeBytes: 25 })
    expect(await read('post.md', 'b.svg')).toMatchObject({ contentType: 'image/svg+xml' })
  })
})

describe('nothing is read', () => {
  test.each([
    'https://example.org/x.png',
    '//example.org/x.png',
    'data:image/png;base64,AA',
    'file:///etc/x.png',
    '../../outside.png',
    '/../outside.png',
    '%2e%2e/%2e%2e/outside.png',
    '..\\outside.png',
    'x.png%00.md',
    '.git/x.png',
    '/.GIT/x.png',
    'page.html',
    'paper.pdf',
    'notes.md',
    'secret.env',
    '',
    '#top',
  ])('for %j', async (reference) => {
    const { read } = await openBlog({
      'posts/a.md': '',
      'posts/page.html': 'x',
      'posts/paper.pdf': 'x',
      'posts/notes.md': 'x',
      'posts/secret.env': 'x',
      '.git/x.png': 'x',
      'posts/.git/x.png': 'x',
    })
    expect(await failureCode(read('posts/a.md', reference))).toBe('not-found')
  })

  test.skipIf(process.platform === 'win32')(
    'through a link that leads out of the blog or hides another kind of file',
    async () => {
      const outside = await createTemporaryFolder()
      await writeFiles(outside, { 'x.png': 'theirs' })
      const { root, read } = await openBlog({ 'posts/a.md': '', '.env': 'secret' })
      await symlink(join(outside, 'x.png'), join(root, 'posts/out.png'))
      await symlink('../.env', join(root, 'posts/env.png'))
      expect(await failureCode(read('posts/a.md', 'out.png'))).toBe('outside-blog')
      expect(await failureCode(read('posts/a.md', 'env.png'))).toBe('not-found')
    },
  )

  test('for a blog that is not open and for what is no blog or post', async () => {
    const { services, id } = await openBlog({ 'posts/a.md': '' })
    expect(await failureCode(services.assets.read('abcdefgh', 'posts/a.md', 'x.png'))).toBe('not-found')
    expect(await failureCode(services.assets.read('../..', 'posts/a.md', 'x.png'))).toBe('invalid-request')
    expect(await failureCode(services.assets.read(id, '../a.md', 'x.png'))).toBe('invalid-request')
  })
})
