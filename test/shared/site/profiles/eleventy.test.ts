import { describe, expect, test } from 'vitest'
import { eleventyProfile } from '#shared/site/profiles/eleventy'
import { eleventySlug, eleventySlugify } from '#shared/site/profiles/eleventy/slugs'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf } from './one-post'

describe('Eleventy builds every fixture as the profile tells', () => {
  test.each(['eleventy-base', 'eleventy-root'])('%s', async (name) => {
    expect(await differencesFromTruth(eleventyProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

const post = (head: string, texts: Readonly<Record<string, string>> = {}) =>
  fateOf(eleventyProfile, {
    texts: { '.eleventy.js': '', 'posts/posts.json': '{"tags":"posts","layout":"x.njk"}', ...texts },
    path: 'posts/x.md',
    text: `---\ntitle: It’s C++\n${head}\n---\n`,
  })

test('every way to write a date is read as Eleventy reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, results] of Object.entries(values)) {
    const expected = results.eleventy
    const fate = post(`date: ${written}`)
    if (typeof expected === 'object')
      expect({ dateISO: fate.dateISO, day: fate.day }, written).toEqual(expected)
    else if (expected?.startsWith('error')) expect(fate.problems[0], written).toMatch(/Eleventy stops/)
    else expect(fate.volatile, written).toContain('dateISO')
  }
})

type Slugs = { readonly titles: Record<string, { readonly eleventy: Record<string, string> }> }

test('every title is slugged as Eleventy slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  for (const [title, { eleventy }] of Object.entries(titles)) {
    expect(eleventySlugify(title), title).toBe(eleventy.slugify)
    expect(eleventySlug(title), title).toBe(eleventy.slug)
  }
})

describe('an address', () => {
  test.each([
    ['permalink: "/{{ title | slugify }}/"', '/it-s-c/'],
    [
      'permalink: \'/{{ page.date | date: "%Y/%-m" }}/{{ page.fileSlug }}.html\'\ndate: 2024-05-06',
      '/2024/5/x.html',
    ],
    ['permalink: "{{ page.filePathStem }}.html"', '/posts/x.html'],
    ['permalink: "/{{ title | unknown }}/"', null],
    ['permalink: "/{% if a %}b{% endif %}/"', null],
  ])('of a post with %j is %j', (head, address) => {
    expect(post(head).permalink).toBe(address)
  })

  test('that code decides is not guessed', () => {
    const data = 'module.exports = { tags: "posts", permalink: (data) => data.x }'
    expect(post('', { 'posts/posts.11tydata.js': data, 'posts/posts.json': '{}' }).permalink).toBe(null)
  })
})

test('a filter is followed only as far as it calls known methods, and never run', () => {
  const config = (body: string) => ({
    '.eleventy.js': `module.exports = (c) => { c.addFilter("f", (d) => ${body}); }`,
  })
  const head = 'date: 2024-05-06\npermalink: "/{{ page.date | f }}/"'
  expect(post(head, config('d.toISOString().slice(0, 4)')).permalink).toBe('/2024/')
  expect(post(head, config("DateTime.fromJSDate(d, {zone: 'utc'}).toFormat('yyyy/LL')")).permalink).toBe(
    '/2024/05/',
  )
  for (const body of [
    'process.exit(1)',
    'd.constructor.constructor("x")()',
    'evil(d).slice(0, 4)',
    'd.toISOString().slice(0, n)',
  ])
    expect(post(head, config(body)).permalink, body).toBe(null)
})

test('a draft is held back only where the site has a rule for it', () => {
  expect(post('draft: true')).toMatchObject({
    published: true,
    problems: [expect.stringContaining('no rule')],
  })
  const rule =
    'export default (c) => { c.addPreprocessor("d", "*", (data) => { if (data.draft) return false }) }'
  expect(post('draft: true', { '.eleventy.js': rule })).toMatchObject({
    published: false,
    reasons: ['draft'],
  })
})
