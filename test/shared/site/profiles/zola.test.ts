import { expect, test } from 'vitest'
import type { PostFate } from '#shared/site/profile'
import { zolaProfile } from '#shared/site/profiles/zola'
import { zolaSlugify } from '#shared/site/profiles/zola/slugify'
import { fateOf, understand } from './one-post'

// By Zola's documentation and its own tests, since no build was to be had.
const config = 'base_url = "https://x.example/base"\n'

function fate(
  path: string,
  fields: string,
  settings = '',
  others: Readonly<Record<string, string>> = {},
): PostFate {
  const texts = { 'config.toml': config + settings, ...others }
  return fateOf(zolaProfile, { texts, path, text: `+++\n${fields}\n+++\nText\n` })
}

test.each([
  ['content/blog/Hello World_v1.2.md', '', '/base/blog/hello-world-v1-2/'],
  ['content/blog/2024-05-06-name.md', '', '/base/blog/name/'],
  ['content/blog/2024-05-06_name/index.md', '', '/base/blog/name/'],
  ['content/blog/2024-05-06.md', '', '/base/blog/2024-05-06/'],
  ['content/blog/deep er/Ünï.md', '', '/base/blog/deep er/uni/'],
  ['content/blog/x.md', 'slug = "Own & Slug"', '/base/blog/own-slug/'],
  ['content/blog/x.md', 'path = "kept/Path"', '/base/kept/Path/'],
  ['content/blog/日本.md', '', null],
])('%s is at its documented address', (path, fields, permalink) => {
  expect(fate(path, fields)).toMatchObject({ isPost: true, published: true, permalink })
})

test('`slugify` and languages change addresses', () => {
  expect(fate('content/blog/2024-05-06-日 本.md', '', '[slugify]\npaths = "safe"').permalink).toBe(
    '/base/blog/日 本/',
  )
  expect(fate('content/blog/2024-05-06-a.md', '', '[slugify]\npaths_keep_dates = true').permalink).toBe(
    '/base/blog/2024-05-06-a/',
  )
  const french = '[languages.fr]\n'
  expect(fate('content/blog/a.fr.md', '', french)).toMatchObject({
    permalink: '/base/fr/blog/a/',
    language: 'fr',
  })
  expect(fate('content/blog/a.de.md', '', french).problems[0]).toMatch(/“de” in the name/)
})

test.each([
  ['date = 2024-05-06', '2024-05-06T00:00:00Z', '2024-05-06'],
  ['date = 2024-05-06T23:30:00-08:00', '2024-05-07T07:30:00Z', '2024-05-06'],
  ['date = "2024-05-06"', '2024-05-06T00:00:00Z', '2024-05-06'],
  ['date = 2024-05-06T23:30:00', '2024-05-06T23:30:00Z', '2024-05-06'],
  ['', '2024-01-02T00:00:00Z', '2024-01-02'],
])('the date of `%s`', (fields, dateISO, day) => {
  expect(fate('content/blog/2024-01-02-x.md', fields)).toMatchObject({ dateISO, day, problems: [] })
})

test('drafts, their sections and what stops the build', () => {
  expect(fate('content/blog/x.md', 'draft = true')).toMatchObject({ published: false, reasons: ['draft'] })
  expect(fate('content/blog/x.md', 'render = false')).toMatchObject({
    published: false,
    reasons: ['excluded'],
  })
  const section = { 'content/notes/_index.md': '+++\ndraft = true\n+++\n' }
  expect(fate('content/notes/deep/x.md', '', '', section)).toMatchObject({
    published: false,
    reasons: ['draft'],
  })
  expect(fate('content/blog/x.md', 'date = "2024/05/06"').problems[0]).toMatch(
    /Zola stops here: it cannot read/,
  )
  expect(fate('content/blog/x.md', 'slug = ""').problems[0]).toMatch(/`slug` must not be empty/)
  expect(fate('content/about.md', '')).toMatchObject({ isPost: false, permalink: '/base/about/' })
})

test('names as the Rust library slug makes them', () => {
  expect(zolaSlugify('  It’s C++ & Naïve Straße v1.2 ', 'on')).toBe('it-s-c-naive-strasse-v1-2')
  expect(zolaSlugify('tes t. ', 'safe')).toBe('tes t')
})

test('a new post is TOML, and like those that are there', () => {
  const site = understand(zolaProfile, {
    texts: { 'config.toml': config },
    paths: ['content/log/2024-01-02-a.md'],
  })
  const made = site.newPost({
    title: 'It is new',
    folder: null,
    asDraft: true,
    now: Date.parse('2024-05-01T20:00:00Z'),
    language: null,
    slug: null,
    isTaken: () => false,
  })
  expect(made.path).toBe('content/log/2024-05-01-it-is-new.md')
  expect(made.text).toMatch(/^\+\+\+\ntitle = "It is new"\n[\s\S]*draft = true\n\+\+\+\n$/)
})
