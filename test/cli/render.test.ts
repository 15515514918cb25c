import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { repositoryFile } from '../helpers/repository-root'
import { blogWith, galley, temporaryFolder } from './galley'

// the reading theme is the preview's
beforeAll(() => build({ names: ['cli', 'renderer'] }))

const blogFiles = {
  'posts/ink.md': '---\ntitle: Ink\ndate: 2025-01-01\n---\n\n# The *smell*\n',
  'posts/notes.md': '---\ntitle: Notes\ndate: 2025-01-02\n---\n\nSome notes.\n',
}

describe('galley render', () => {
  test('prints the HTML of the body and nothing of the front matter', async () => {
    const { code, stdout, stderr } = await galley(['render', await blogWith(blogFiles), 'posts/ink.md'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/<h1[^>]*>The <em>smell<\/em><\/h1>/)
    expect(stdout).not.toContain('title')
  })

  test('renders several posts as one object, in the flavour that is asked for', async () => {
    const blog = await blogWith({ ...blogFiles, 'posts/plain.md': 'All *body* -- "said" he.\n' })
    const posts = ['posts/notes.md', 'posts/plain.md']
    const { code, stdout } = await galley(['render', blog, ...posts, '--flavour', 'hugo', '--json'])
    expect(code).toBe(0)
    const html: Record<string, string> = JSON.parse(stdout)
    expect(Object.keys(html)).toEqual(posts)
    expect(html['posts/plain.md']).toContain('All <em>body</em> – “said” he.')
    const wrong = await galley(['render', blog, ...posts, '--flavour', 'texinfo'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/no flavour texinfo.*python-markdown/s)
  })

  test('renders in the flavour that .galley.yml names, unless another is asked for', async () => {
    const files = { 'posts/a.md': '##No space\n', '.galley.yml': 'preview: { flavour: python-markdown }\n' }
    const blog = await blogWith({ ...blogFiles, ...files })
    expect((await galley(['render', blog, 'posts/a.md'])).stdout).toContain('<h2>No space</h2>')
    const asked = await galley(['render', blog, 'posts/a.md', '--flavour', 'cmark-gfm'])
    expect(asked.stdout).toContain('<p>##No space</p>')
  })

  test('puts in what template tags stand for, and says where the generator would stop', async () => {
    const blog = await blogWith({
      '_config.yml': 'title: Shed\n',
      '_includes/note.html': '<b>{{ include.text }}</b>',
      '_posts/2024-01-05-a.md':
        '---\ntitle: A\n---\nOn {{ site.title }}: {% include note.html text="mind" %} {{ page.title }}\n',
      '_posts/2024-01-06-b.md': '---\ntitle: B\n---\n\nOn {{ site.title }} {% tide %}\n',
    })
    const posts = ['_posts/2024-01-05-a.md', '_posts/2024-01-06-b.md']
    const { stdout, stderr } = await galley(['render', blog, ...posts])
    expect(stdout).toContain('<p>On Shed: <b>mind</b> A</p>')
    expect(stdout).toContain('<p>On {{ site.title }} {% tide %}</p>')
    expect(stderr).toBe(
      'galley: the site’s generator would stop at _posts/2024-01-06-b.md, line 5: unknown tag “tide”\n',
    )
    // as another generator does, the site's own files say nothing
    const asked = await galley(['render', blog, '_posts/2024-01-05-a.md', '--flavour', 'cmark-gfm'])
    expect(asked.stdout).toContain('{{ site.title }}')
  })

  test('finds a post by any path to its file', async () => {
    const blog = await blogWith(blogFiles)
    const byName = await galley(['render', blog, 'posts/ink.md'])
    const byFullPath = await galley(['render', blog, join(blog, 'posts/ink.md')])
    const fromItsFolder = await galley(['render', '..', 'ink.md'], { cwd: join(blog, 'posts') })
    expect(byName.code).toBe(0)
    expect(byFullPath).toEqual(byName)
    expect(fromItsFolder).toEqual(byName)
  })

  test.skipIf(process.platform === 'win32')('knows a blog also by a link to its folder', async () => {
    const blog = await blogWith(blogFiles)
    const link = join(await temporaryFolder(), 'link')
    await symlink(blog, link)
    const { code, stdout } = await galley(['render', link, join(link, 'posts/notes.md')])
    expect(code).toBe(0)
    expect(stdout).toContain('Some notes.')
  })

  test('refuses (1) a post that is not there', async () => {
    const { code, stdout, stderr } = await galley(['render', await blogWith(blogFiles), 'posts/gone.md'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('posts/gone.md')
  })

  test('refuses (1) a file outside the blog, however it is named', async () => {
    const outside = join(await temporaryFolder(), 'secret.md')
    await writeFile(outside, 'A secret.\n')
    const blog = await blogWith(blogFiles)
    for (const name of [outside, '../secret.md', '/etc/hostname']) {
      const { code, stdout, stderr } = await galley(['render', blog, name])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toContain('is not in the blog')
    }
  })

  test.skipIf(process.platform === 'win32')('refuses (1) a post that is a link to outside', async () => {
    const outside = join(await temporaryFolder(), 'secret.md')
    await writeFile(outside, 'A secret.\n')
    const blog = await blogWith(blogFiles)
    await symlink(outside, join(blog, 'posts/link.md'))
    const { code, stdout } = await galley(['render', blog, 'posts/link.md'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })
})

describe('galley render --page', () => {
  const lantern = repositoryFile('test/fixtures/built-sites/hugo-lantern')
  const ferry = 'content/posts/night-ferry.md'

  test('site prints the site’s page around the post, its style sheets in it and its files beside it', async () => {
    const { code, stdout, stderr } = await galley(['render', lantern, ferry, '--page', 'site'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('<title>The night ferry – Lantern Notes</title>')
    expect(stdout).toContain('<h1 class="note-title">The night ferry</h1>')
    expect(stdout).toContain('Written by Cora Wick on <time>Friday, 2 February 2024</time>')
    expect(stdout).toMatch(/<li><a [^>]*>#night<\/a><\/li> <li><a [^>]*>#ferries<\/a><\/li>/)
    expect(stdout).toMatch(/<div class="note-body"><p>The ferry leaves/)
    expect(stdout).toContain('.note-title { color: rgb(32, 57, 77)')
    expect(stdout).toContain('@import url("public/css/base.css")')
    expect(stdout).toContain('url("public/images/wave.svg")')
    expect(stdout).not.toMatch(/galley|<script|fonts\.example|tracker\.example/)
  })

  test('plain prints the reading theme with title, byline and picture', async () => {
    const { code, stdout } = await galley([
      'render',
      lantern,
      ferry,
      'content/posts/fog-signals.md',
      '--page',
      'plain',
      '--json',
    ])
    expect(code).toBe(0)
    const pages: Record<string, string> = JSON.parse(stdout)
    expect(pages[ferry]).toContain(
      '<p class="galley-byline" dir="auto">by Cora Wick on Friday, 2 February 2024</p>',
    )
    expect(pages['content/posts/fog-signals.md']).toContain('<img src="images/harbour.png" alt="Fog">')
    expect(pages[ferry]).toMatch(/<style>.*\.galley-page.*<\/style>/s)
  })

  test('site is refused (1) where nothing was built, and another name (2)', async () => {
    const blog = await blogWith(blogFiles)
    const unbuilt = await galley(['render', blog, 'posts/ink.md', '--page', 'site'])
    expect(unbuilt).toMatchObject({ code: 1, stdout: '' })
    expect(unbuilt.stderr).toContain('Build it once')
    expect((await galley(['render', blog, 'posts/ink.md', '--page', 'fancy'])).code).toBe(2)
  })
})
