import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { TemplateContext } from '#shared/markdown/templates/template-context'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

async function contextOf(
  files: Readonly<Record<string, string>>,
  prepare?: (root: string) => Promise<void>,
): Promise<TemplateContext> {
  const root = join(await createTemporaryFolder(), 'blog')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  await prepare?.(root)
  const harness = await createHarness()
  const { id } = await harness.open(root)
  return harness.call('site.readTemplateContext', { blog: id })
}

test('Jekyll: configuration, includes, and the other posts with their addresses', async () => {
  const context = await contextOf({
    '_config.yml': 'title: Shed\nbaseurl: /shed\nplugins: [jekyll-feed]\n',
    '_includes/figure.html': '<img src="{{ include.src }}">',
    '_includes/icons/a.svg': '<svg></svg>',
    '_posts/2024-01-05-hello.md': '---\ntitle: Hello\n---\nHi\n',
    'about.md': '---\ntitle: About\npermalink: /about/\n---\n',
  })
  expect(context).toMatchObject({ isSite: true, hasOwnTags: false, hasForeignFiles: false })
  expect(context.site).toEqual({ title: 'Shed', baseurl: '/shed', plugins: ['jekyll-feed'] })
  expect(Object.keys(context.files)).toEqual(['figure.html', 'icons/a.svg'])
  expect(context.pages).toContainEqual({
    path: '_posts/2024-01-05-hello.md',
    title: 'Hello',
    address: '/2024/01/05/hello.html',
  })
  expect(context.pages).toContainEqual({ path: 'about.md', title: 'About', address: '/about/' })
})

test('Jekyll: plug-ins may bring tags, a theme may bring includes', async () => {
  const files = { '_posts/2024-01-05-a.md': '---\ntitle: A\n---\n', '_config.yml': 'theme: minima\n' }
  expect(await contextOf(files)).toMatchObject({ hasOwnTags: false, hasForeignFiles: true })
  expect(await contextOf({ ...files, '_plugins/note.rb': 'x' })).toMatchObject({ hasOwnTags: true })
  expect(await contextOf({ ...files, Gemfile: 'gem "jekyll-youtube"\n' })).toMatchObject({ hasOwnTags: true })
})

test('Hugo: the site’s shortcodes before its theme’s', async () => {
  const context = await contextOf({
    'hugo.toml': 'baseURL = "https://example.org/"\ntheme = "plain"\n[params]\ncolor = "red"\n',
    'content/posts/one.md': '---\ntitle: One\n---\n',
    'layouts/shortcodes/note.html': 'own',
    'layouts/shortcodes/deep/box.html': 'deep',
    'themes/plain/layouts/shortcodes/note.html': 'theirs',
    'themes/plain/layouts/shortcodes/tip.html': 'tip',
  })
  expect(context.files).toEqual({ note: 'own', 'deep/box': 'deep', tip: 'tip' })
  expect(context.site).toMatchObject({ baseURL: 'https://example.org/', params: { color: 'red' } })
  expect(context.pages).toEqual([{ path: 'content/posts/one.md', title: 'One', address: '/posts/one/' }])
  expect(context.hasForeignFiles).toBe(false)
})

test('Eleventy: includes, and what its configuration says in plain sight', async () => {
  const files = {
    'posts/a.md': '---\ntitle: A\n---\n',
    'src/_includes/note.liquid': 'x',
    'package.json': '{"dependencies":{"@11ty/eleventy":"3"}}',
  }
  const config = 'export default () => ({ markdownTemplateEngine: false })\n'
  expect(await contextOf({ ...files, 'eleventy.config.js': config })).toMatchObject({
    hasOwnTags: true,
    files: { 'note.liquid': 'x' },
    site: { markdownTemplateEngine: false },
  })
  const nunjucks = 'export default () => ({ markdownTemplateEngine: "njk" })\n'
  expect(await contextOf({ ...files, 'eleventy.config.js': nunjucks })).toMatchObject({
    site: { markdownTemplateEngine: 'njk' },
  })
})

test('what lies behind a link out of the blog is not told', async () => {
  const secret = await createTemporaryFolder()
  await writeFile(join(secret, 'note.html'), 'secret')
  const context = await contextOf(
    {
      '_config.yml': 'title: Shed\n',
      '_posts/2024-01-05-a.md': '---\ntitle: A\n---\n',
      '_includes/own.html': 'own',
    },
    async (root) => {
      await symlink(join(secret, 'note.html'), join(root, '_includes/note.html'))
      await symlink(secret, join(root, '_includes/folder'))
    },
  )
  expect(context.files).toEqual({ 'own.html': 'own' })
})

test('a folder that is no site of a known generator tells nothing', async () => {
  expect(await contextOf({ 'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n' })).toMatchObject({
    isSite: false,
    site: {},
    pages: [],
  })
})
