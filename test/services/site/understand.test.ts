import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

const files = {
  'docs/_config.yml': 'title: x\npermalink: /:year/:title\n',
  'docs/_layouts/post.html': '<p>{{ page.date }}</p>',
  'docs/_posts/2024-02-01-tea.md':
    '---\nlayout: post\ntitle: Tea\ndate: 2024-02-01 23:30:00 +0000\n---\nText\n',
  'README.md': '# A repository\n',
}

async function openSite() {
  const folder = await createTemporaryFolder()
  await writeFiles(folder, files)
  const harness = await createHarness()
  const { id: blog } = await harness.open(folder)
  return { folder, harness, blog }
}

describe('the site of a blog', () => {
  test('is told with the files and lines that say so, as seen from the blog', async () => {
    const { harness, blog } = await openSite()
    const { sites, chosen } = await harness.call('site.understand', { blog })
    expect(chosen).toEqual([])
    expect(sites).toHaveLength(1)
    expect(sites[0]).toMatchObject({ folder: 'docs', profile: 'jekyll', postCount: 1, problems: [] })
    expect(sites[0]?.answers.find(({ about }) => about === 'permalinks')).toMatchObject({
      source: { file: 'docs/_config.yml', line: 2 },
      certainty: 'stated',
    })
  })

  test('heeds what the writer chose, which .galley.yml keeps', async () => {
    const { folder, harness, blog } = await openSite()
    const choose = (value: string | null) => harness.call('site.choose', { blog, choice: 'timeZone', value })
    const dayOf = async () => (await harness.call('posts.list', { blog })).posts.map(({ day }) => day)
    expect(await choose('Asia/Tokyo')).toMatchObject({
      chosen: [{ choice: 'timeZone', value: 'Asia/Tokyo', source: { file: '.galley.yml', line: 2 } }],
    })
    expect(await readFile(join(folder, '.galley.yml'), 'utf8')).toBe('site:\n  timeZone: Asia/Tokyo\n')
    expect(await dayOf()).toEqual(['2024-02-02'])
    await choose('UTC')
    expect(await dayOf()).toEqual(['2024-02-01'])
    expect((await choose(null)).chosen).toEqual([])
  })

  test('takes no answer that is none, and writes nothing then', async () => {
    const { folder, harness, blog } = await openSite()
    await expect(
      harness.call('site.choose', { blog, choice: 'timeZone', value: 'Mars/Base' }),
    ).rejects.toMatchObject({ code: 'refused' })
    await expect(readFile(join(folder, '.galley.yml'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
