import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const post = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n\nText.\n`
const list = '<ul><li><a>Tea</a><p>3 May 2024</p></li><li><a>Cake</a><p>21 November 2023</p></li></ul>'

async function createBlog(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, files)
  return folder
}

const posts = {
  '_posts/2024-05-03-tea.md': post('Tea', '2024-05-03'),
  '_posts/2023-11-21-cake.md': post('Cake', '2023-11-21'),
}

test('tells a site’s name, its address, and how its built list prints dates', async () => {
  const folder = await createBlog({
    ...posts,
    '_config.yml': 'title: Cups\nurl: https://cups.example\n',
    '_site/index.html': '<p>Welcome</p>',
    '_site/blog/index.html': list,
  })
  const { call } = await createHarness()
  const { id } = await call('blogs.open', { folder })
  expect(await call('site.describeToReaders', { blog: id })).toEqual({
    title: 'Cups',
    url: 'https://cups.example',
    list: {
      datePattern: 'D MMMM YYYY',
      yearlessPattern: null,
      yearlessFor: 'current-year',
      line: '{date}',
      linePlace: 'behind',
    },
    listPage: '_site/blog/index.html',
  })
})

test('follows no link out of the blog, and knows nothing where nothing was built', async () => {
  const outside = await createBlog({ 'index.html': list, 'config.yml': 'title: Elsewhere\n' })
  const folder = await createBlog(posts)
  await symlink(outside, join(folder, '_site'))
  await symlink(join(outside, 'config.yml'), join(folder, '_config.yml'))
  const { call } = await createHarness()
  const { id } = await call('blogs.open', { folder })
  expect(await call('site.describeToReaders', { blog: id })).toEqual({
    title: null,
    url: null,
    list: null,
    listPage: null,
  })
})
