import slugify from '@sindresorhus/slugify'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eleventyProfile } from '#shared/site/profiles/eleventy'
import { eleventySlug, eleventySlugify } from '#shared/site/profiles/eleventy/slugify'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf, understand } from './one-post'

describe('Eleventy builds every fixture as the profile tells', () => {
  test.each(['eleventy-base', 'eleventy-root'])('%s', async (name) => {
    expect(await differencesFromTruth(eleventyProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Eleventy reads it, and what stops a build is told', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, { eleventy: expected }] of Object.entries(values)) {
    const fate = fateOf(eleventyProfile, {
      texts: { 'posts/posts.json': '{"tags":"posts"}' },
      path: 'posts/x.md',
      text: `---\ntitle: x\ndate: ${written}\n---\n`,
    })
    if (typeof expected === 'object') {
      expect(Date.parse(fate.dateISO ?? ''), written).toBe(Date.parse(expected.dateISO))
      expect(fate.problems, written).toEqual([])
    } else if (expected?.startsWith('error'))
      expect(fate.problems.join(), written).toContain('stops the build')
    else expect(fate, written).toMatchObject({ volatile: ['dateISO', 'day', 'permalink'], problems: [] })
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

test('a title in ASCII is slugged as the library slugs it', () => {
  const marks = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  const letters = fc.constantFrom(...marks, ..."aTs1 ''''&^`--\\\t\n")
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 20 }), (title) => {
      expect(eleventySlugify(title)).toBe(slugify(title, { decamelize: false }))
    }),
  )
})

test('the date that is written never stops a build', () => {
  const profile = understand(eleventyProfile, { machineZone: 'America/Los_Angeles' })
  for (const instant of [0, Date.parse('2024-03-10T10:30:00Z'), Date.parse('2024-11-03T09:30:00.500Z')]) {
    for (const quote of ['', '"']) {
      const text = `---\ntitle: x\ndate: ${quote}${profile.writeDate(instant)}${quote}\n---\n`
      const fate = fateOf(eleventyProfile, { path: 'posts/x.md', text })
      expect(fate.problems).toEqual([])
      expect(Date.parse(fate.dateISO ?? '')).toBe(Math.floor(instant / 1000) * 1000)
    }
  }
})

const post = (head: string, texts: Readonly<Record<string, string>> = {}) =>
  fateOf(eleventyProfile, {
    texts: { '.eleventy.js': '', 'posts/posts.json': '{"tags":"posts","layout":"x.njk"}', ...texts },
    path: 'posts/x.md',
    text: `---\ntitle: It’s C++\n${head}\n---\n`,
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
    const giving = (code: string) => ({
      'posts/posts.11tydata.js': `module.exports = { tags: "posts", permalink: (data) => ${code} }`,
      'posts/posts.json': '{}',
    })
    for (const code of ['made(data)', 'data.title.made()', 'require("x")(data.title)'])
      expect(post('', giving(code)).permalink, code).toBe(null)
    // what it gives for a value that is not there is known: nothing, so that the usual address is taken
    expect(post('', giving('data.x')).permalink).toBe('/posts/x/')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the site's program has the placeholder
    expect(post('slug: own', giving('`/p/${data.slug}/`')).permalink).toBe('/p/own/')
  })
})

test('a filter is followed only as far as it calls known methods, and never run', () => {
  const config = (body: string) => ({
    '.eleventy.js': `const { DateTime } = require("luxon"); module.exports = (c) => { c.addFilter("f", (d) => ${body}); }`,
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
