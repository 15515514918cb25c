import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const wish = { title: 'Slow tea', asDraft: false, slug: null, folder: null }

async function openBlog(files: Readonly<Record<string, string>>) {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(folder)
  return { folder, harness, blog }
}

const jekyll = {
  '_config.yml': 'title: x\npermalink: /:year/:title/\n',
  '_posts/2024-01-05-tea.md': '---\ntitle: Tea\n---\nText\n',
}

describe('a new post', () => {
  test('is planned as the generator names and fills it, with its address', async () => {
    const { harness, blog } = await openBlog(jekyll)
    const plan = await harness.call('posts.planNew', { blog, ...wish })
    expect(plan.path).toMatch(/^_posts\/\d{4}-\d\d-\d\d-slow-tea\.md$/)
    expect(plan.permalink).toMatch(/^\/\d{4}\/slow-tea\/$/)
    expect(plan.text).toContain('title: Slow tea\n')
    const draft = await harness.call('posts.planNew', { blog, ...wish, asDraft: true, slug: 'tea-2' })
    expect(draft.path).toBe('_drafts/tea-2.md')
  })

  test('is made with its folders, listed at once, and never over another file', async () => {
    const { folder, harness, blog } = await openBlog(jekyll)
    const { path, text } = await harness.call('posts.planNew', { blog, ...wish, asDraft: true })
    await harness.call('posts.create', { blog, path, text })
    expect(await readFile(join(folder, path), 'utf8')).toBe(text)
    const { posts } = await harness.call('posts.list', { blog })
    expect(posts.find((post) => post.path === path)).toMatchObject({ title: 'Slow tea', reason: 'draft' })
    await expect(harness.call('posts.create', { blog, path, text: 'Other' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await readFile(join(folder, path), 'utf8')).toBe(text)
    expect((await harness.call('posts.planNew', { blog, ...wish, asDraft: true })).path).toBe(
      '_drafts/slow-tea-2.md',
    )
  })

  test('in a site in a folder of the blog lies in that folder', async () => {
    const { harness, blog } = await openBlog({
      'site/hugo.toml': 'baseURL = "https://example.org/"\n',
      'site/content/posts/tea.md': '---\ntitle: Tea\ndate: 2024-01-05\n---\nText\n',
      'README.md': '# Repository\n',
    })
    const plan = await harness.call('posts.planNew', { blog, ...wish })
    expect(plan).toMatchObject({ path: 'site/content/posts/slow-tea.md', folders: ['site/content/posts'] })
    await expect(harness.call('posts.planNew', { blog, ...wish, folder: 'elsewhere' })).rejects.toMatchObject(
      { code: 'refused' },
    )
  })

  test('of a blog made by hand is like its siblings', async () => {
    const post = (title: string, day: string) =>
      `---\ntitle: ${title}\nauthor: Wren\ndate: ${day}\n---\nText\n`
    const { harness, blog } = await openBlog({
      'notes/tea/index.md': post('Tea', '2024-01-05'),
      'notes/ink/index.md': post('Ink', '2024-02-05'),
    })
    const plan = await harness.call('posts.planNew', { blog, ...wish })
    expect(plan.path).toBe('notes/slow-tea/index.md')
    expect(plan.text).toMatch(/^---\ntitle: Slow tea\nauthor: Wren\ndate: \d{4}-\d\d-\d\d\n---\n/)
  })
})
