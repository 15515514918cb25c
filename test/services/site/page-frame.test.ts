import { cp, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageFrame } from '#shared/contract/page-frame'
import { PostPath } from '#shared/contract/post-path'
import { type BuiltSite, builtSites } from '../../helpers/built-sites'
import { type FileTree, writeFiles } from '../../helpers/git-repository'
import { repositoryFile } from '../../helpers/repository-root'
import { createHarness, failureCode } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function open(folder: string) {
  const { call, services, open } = await createHarness()
  const { id: blog } = await open(folder)
  const learn = (path: string, samplePage: string | null = null): Promise<PageFrame> =>
    call('site.readPageFrame', { blog, path: PostPath.parse(path), samplePage })
  const file = async (output: string, path: string) =>
    Buffer.from((await services.assets.readOfSite(blog, output, path)).bytes).toString()
  return { folder, learn, file, services, blog }
}

async function openSite(site: BuiltSite, files: FileTree = {}) {
  const folder = await createTemporaryFolder()
  const { sources, pages } = builtSites[site]
  for (const part of new Set([sources, pages]))
    await cp(repositoryFile(`test/fixtures/${part}`), folder, { recursive: true })
  await writeFiles(folder, files)
  return open(folder)
}

async function openFiles(files: FileTree) {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, files)
  return open(folder)
}

function learned(frame: PageFrame) {
  if (frame.kind !== 'learned') throw new Error(frame.message)
  return frame
}

const post = '---\ntitle: Tea\ndate: 2024-05-03\n---\n\nWarm the pot before anything else goes into it.\n'
const page = (body: string) => `<html><head><title>Tea | Cups</title></head><body>${body}</body></html>`
const bodyHtml = '<h1>Tea</h1><main><p>Warm the pot before anything else goes into it.</p></main>'

describe('the page around a post', () => {
  test('is its own where it was built', async () => {
    const { learn } = await openSite('engblog')
    const frame = learned(await learn('src/posts/goliath.md'))
    expect(frame).toMatchObject({
      output: 'output',
      page: 'output/posts/goliath.htm',
      post: 'src/posts/goliath.md',
      isOwn: true,
      why: 'Learnt from output/posts/goliath.htm, the page of this post.',
    })
    expect(frame.frame.dateStyle).toEqual({ kind: 'pattern', pattern: 'MMM D, YYYY' })
    expect(frame.frame.markup).toContain('previous post')
  })

  test('is found where the post says most of it by template tags', async () => {
    const { learn } = await openFiles({
      '_config.yml': 'title: Cups\n',
      '_includes/pot.html': 'Warm the pot before anything else goes into it.',
      '_posts/2024-05-03-tea.md': '---\ntitle: Tea\n---\n{% include pot.html %}\n',
      '_site/2024/05/03/tea.html': page(bodyHtml),
    })
    const frame = learned(await learn('_posts/2024-05-03-tea.md'))
    expect(frame).toMatchObject({ page: '_site/2024/05/03/tea.html', isOwn: true })
  })

  test('is that of the newest post beside it otherwise, without what is that post’s own', async () => {
    const { learn } = await openSite('hugo')
    const frame = learned(await learn('content/posts/night-ferry.md'))
    expect(frame).toMatchObject({ page: 'public/posts/fog-signals/index.html', isOwn: false })
    expect(frame.frame.markup).not.toMatch(/Mending lamps →|min read|class="similar"/)
    expect(frame.frame.styles[0]).toEqual({
      kind: 'sheet',
      address: 'galley-site:/notes/css/main.css',
      media: '',
    })
  })

  test('is found by the name that a permalink gives it', async () => {
    const { learn } = await openSite('jekyll')
    expect(learned(await learn('_posts/2022-03-05-descaling.md'))).toMatchObject({
      page: '_site/water/2022/03/05/descaling.html',
      isOwn: true,
    })
  })

  test('is found by its title where no page is named like a post', async () => {
    const { learn } = await openFiles({ 'posts/tea.md': post, 'dist/p/17.html': page(bodyHtml) })
    expect(learned(await learn('posts/tea.md'))).toMatchObject({ page: 'dist/p/17.html', isOwn: true })
  })

  test('is a page that the writer named', async () => {
    const { learn } = await openFiles({ 'posts/tea.md': post, 'mirror/tea-page.html': page(bodyHtml) })
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none', reason: 'no-output' })
    expect(await learn('posts/tea.md', 'mirror/tea-page.html')).toMatchObject({
      output: 'mirror',
      isOwn: true,
    })
  })

  test('is learnt anew when it was built anew, and only then', async () => {
    const { learn, folder } = await openFiles({ 'posts/tea.md': post, '_site/tea.html': page(bodyHtml) })
    const first = learned(await learn('posts/tea.md'))
    expect(learned(await learn('posts/tea.md')).frame).toEqual(first.frame)
    await writeFiles(folder, { '_site/tea.html': page(`<p>New banner</p>${bodyHtml}`) })
    await utimes(join(folder, '_site/tea.html'), new Date(), new Date(Date.now() + 5000))
    expect(learned(await learn('posts/tea.md')).frame.markup).toContain('New banner')
    await rm(join(folder, '_site'), { recursive: true })
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none', reason: 'no-output' })
  })
})

describe('nothing is learnt', () => {
  test('where nothing was built, and the writer is told what to do', async () => {
    const { learn } = await openFiles({ 'posts/tea.md': post, 'public/image.svg': '<svg/>' })
    expect(await learn('posts/tea.md')).toEqual({
      kind: 'none',
      reason: 'no-output',
      message: 'This site has not been built here yet. Build it once, or name a page that was built.',
    })
  })

  test('where no page holds a post', async () => {
    const { learn } = await openFiles({
      'posts/tea.md': post,
      'public/tea.html': page('<h1>Tea</h1><p>Gone.</p>'),
    })
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none', reason: 'no-match' })
  })

  test('where pages are drawn by scripts', async () => {
    const { learn } = await openFiles({
      'posts/tea.md': post,
      'dist/tea/index.html': page('<div id="app"></div><script src="/app.js"></script>'),
    })
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none', reason: 'scripts' })
  })

  test('from a page outside of the blog, behind a link', async () => {
    const outside = await createTemporaryFolder()
    await writeFiles(outside, { 'tea.html': page(bodyHtml) })
    const { learn, folder } = await openFiles({ 'posts/tea.md': post, 'public/x.txt': '' })
    await symlink(outside, join(folder, '_site'))
    await symlink(join(outside, 'tea.html'), join(folder, 'public/tea.html'))
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none' })
    expect(await learn('posts/tea.md', 'public/tea.html')).toMatchObject({ kind: 'none' })
    expect(await learn('posts/tea.md', '../tea.html')).toMatchObject({ kind: 'none' })
  })

  test('from a page that is too large or nests without end', async () => {
    const { learn } = await openFiles({
      'posts/tea.md': post,
      '_site/tea.html': page(`${'<div>'.repeat(100_000)}${bodyHtml}`),
      'public/tea.html': page(bodyHtml + ' '.repeat(2_100_000)),
    })
    expect(await learn('posts/tea.md')).toMatchObject({ kind: 'none', reason: 'no-match' })
  })
})

describe('a file of the built site', () => {
  test('is served from the output folder, also without the site’s base path, else from where it is copied from', async () => {
    const { file } = await openSite('hugo', {
      'static/fonts/later.woff2': 'later',
      'public/css/x.css': 'a{}',
    })
    expect(await file('public', 'css/base.css')).toContain('Georgia')
    expect(await file('public', 'notes/css/base.css')).toContain('Georgia')
    expect(await file('public', 'notes/fonts/later.woff2')).toBe('later')
  })

  test('that is a style sheet leads nowhere but to the site', async () => {
    const { file } = await openSite('hugo')
    const css = await file('public', 'notes/css/main.css')
    expect(css).not.toMatch(/example/)
    expect(css).toContain('@import url("../../notes/css/base.css")')
    expect(css).toContain('src: url("../../notes/fonts/lantern.woff2") format("woff2")')
    expect(css).toContain('background: url("../../notes/images/wave.svg") no-repeat bottom')
  })

  test.each([
    'index.html',
    'js/app.js',
    'posts/fog-signals/index.html',
    'nowhere.css',
    '../hugo.toml',
    '.git/x.css',
  ])('is never %s', async (path) => {
    const { services, blog } = await openSite('hugo', { 'public/js/app.js': 'alert(1)' })
    expect(await failureCode(services.assets.readOfSite(blog, 'public', path))).toBe('not-found')
  })

  test('is not one outside of the blog, behind a link', async () => {
    const outside = await createTemporaryFolder()
    await writeFiles(outside, { 'secret.css': 'secret{}' })
    const { services, blog, folder } = await openFiles({ 'posts/tea.md': post, 'public/x.html': '' })
    await symlink(join(outside, 'secret.css'), join(folder, 'public/a.css'))
    await symlink(join(folder, 'posts/tea.md'), join(folder, 'public/b.css'))
    expect(await failureCode(services.assets.readOfSite(blog, 'public', 'a.css'))).toBe('outside-blog')
    expect(await failureCode(services.assets.readOfSite(blog, 'public', 'b.css'))).toBe('not-found')
    expect(await failureCode(services.assets.readOfSite(blog, '../..', 'a.css'))).toBe('invalid-request')
  })
})
