import { describe, expect, test } from 'vitest'
import { jekyllProfile } from '#shared/site/profiles/jekyll'
import { documentAddress } from '#shared/site/profiles/jekyll/address'
import { jekyllSlugify } from '#shared/site/profiles/jekyll/slugify'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf, understand } from './one-post'

describe('Jekyll builds every fixture as the profile tells', () => {
  test.each(['jekyll-default', 'jekyll-pretty', 'jekyll-collections', 'jekyll-subfolder'])(
    '%s',
    async (name) => {
      expect(await differencesFromTruth(jekyllProfile, name)).toEqual([])
    },
  )
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Jekyll reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, results] of Object.entries(values)) {
    for (const zone of ['', 'America/Los_Angeles']) {
      const expected = results[zone === '' ? 'jekyll' : `jekyll ${zone}`]
      const config = zone === '' ? '' : `timezone: ${zone}`
      const fate = fateOf(jekyllProfile, {
        texts: { '_config.yml': config },
        paths: ['_layouts/post.html'],
        path: '_posts/2020-02-02-x.md',
        text: `---\nlayout: post\ntitle: x\ndate: ${written}\n---\n`,
      })
      if (typeof expected === 'string') expect(fate.problems[0], written).toMatch(/Jekyll stops/)
      else expect({ dateISO: fate.dateISO, day: fate.day }, `${written} ${zone}`).toEqual(expected)
    }
  }
})

type Slugs = { readonly titles: Record<string, { readonly jekyll: Record<string, string> }> }

test('every title is slugged as Jekyll slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  for (const [title, { jekyll }] of Object.entries(titles)) {
    expect(jekyllSlugify(title), title).toBe(jekyll.default)
    expect(jekyllSlugify(title, 'pretty', true), title).toBe(jekyll.titleToken)
    // what follows tidies dots away
    if (title.includes('..')) continue
    const address = documentAddress(':categories', {
      path: 'x.md',
      collection: 'posts',
      slug: 'x',
      categories: [title],
      instant: 0,
      zone: 'UTC',
      outputEnding: '.html',
    })
    expect(address).toMatchObject({
      path: `/${decodeURIComponent(jekyll.categoriesToken ?? '')}`.replace(/\/{2,}/g, '/'),
    })
  }
})

test('a new post is named and filled as jekyll-compose does', () => {
  const site = understand(jekyllProfile, { texts: { '_config.yml': 'timezone: Asia/Tokyo' } })
  const request = {
    title: 'It’s: new',
    folder: null,
    asDraft: false,
    now: Date.parse('2024-05-01T20:00:00Z'),
    language: null,
    slug: null,
    isTaken: () => false,
  }
  expect(site.newPost(request)).toEqual({
    path: '_posts/2024-05-02-it-s-new.md',
    text: '---\nlayout: post\ntitle: "It’s: new"\ndate: 2024-05-02T05:00:00+09:00\n---\n',
  })
  expect(site.newPost({ ...request, asDraft: true })).toEqual({
    path: '_drafts/it-s-new.md',
    text: '---\nlayout: post\ntitle: "It’s: new"\n---\n',
  })
  expect(site.newPost({ ...request, isTaken: (path) => path.endsWith('new.md') }).path).toBe(
    '_posts/2024-05-02-it-s-new-2.md',
  )
})

test('each answer names its line, and a mistake in the configuration is told', () => {
  const site = understand(jekyllProfile, {
    texts: { '_config.yml': 'title: a\ntimezone: Asia/Tokyo\nfuture: yes\n' },
  })
  expect(site.answers.find(({ about }) => about === 'time-zone')).toMatchObject({
    answer: 'Asia/Tokyo',
    source: { file: '_config.yml', line: 2 },
    certainty: 'stated',
  })
  const broken = understand(jekyllProfile, { texts: { '_config.yml': 'title: a\nb: [1\nc: d: e\n' } })
  expect(broken.problems[0]).toMatchObject({ source: { file: '_config.yml' } })
  expect(broken.answers.find(({ about }) => about === 'permalinks')?.certainty).toBe('default')
})
