import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { gatherSiteTexts } from '#services/site/gather-site-texts'
import { folderForFile } from '../../helpers/test-folder'

const folder = await folderForFile()

async function siteOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name)
  await mkdir(root, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

test('takes configuration and templates, its theme’s too, and nothing else', async () => {
  const root = await siteOf('hugo', {
    'hugo.toml': 'theme = "calm"',
    'config/_default/params.toml': 'math = true',
    'layouts/partials/head.html': '<head>',
    'themes/calm/layouts/_default/baseof.html': '<html>',
    'themes/calm/static/main.js': 'x',
    'content/posts/one.md': 'text',
    'public/index.html': '<html>',
    'node_modules/a/layouts/x.html': '<html>',
  })
  const texts = await gatherSiteTexts(root)
  expect([...texts.keys()].toSorted()).toEqual([
    'config/_default/params.toml',
    'hugo.toml',
    'layouts/partials/head.html',
    'themes/calm/layouts/_default/baseof.html',
  ])
})

test('finds a site in the folder where it usually lies', async () => {
  const root = await siteOf('inside', { 'docs/_config.yml': 'a: b', 'docs/_includes/head.html': '<head>' })
  expect([...(await gatherSiteTexts(root)).keys()]).toEqual(['_config.yml', '_includes/head.html'])
})

test('follows no link out of the blog, and reads no file that is too large', async () => {
  const outside = await siteOf('outside', { 'secret.html': 'secret', 'layouts/secret.html': 'secret' })
  const root = await siteOf('links', {
    'hugo.toml': 'a = 1',
    'layouts/large.html': 'x'.repeat(300 * 1024),
  })
  await symlink(join(outside, 'secret.html'), join(root, 'layouts', 'linked.html'))
  await symlink(join(outside, 'layouts'), join(root, '_includes'))
  expect([...(await gatherSiteTexts(root)).keys()]).toEqual(['hugo.toml'])
})
