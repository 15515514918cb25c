import { describe, expect, test } from 'vitest'
import { docusaurusProfile } from '#shared/site/profiles/docusaurus'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf, understand } from './one-post'

const config = (settings: string): Readonly<Record<string, string>> => ({
  'docusaurus.config.js': `module.exports = { title: 'x', url: 'https://x.example', ${settings} }\n`,
})
const classic = config(`baseUrl: '/', presets: ['classic']`)

describe('Docusaurus builds every fixture as the profile tells', () => {
  test.each(['docusaurus-classic', 'docusaurus-blogonly'])('%s', async (name) => {
    expect(await differencesFromTruth(docusaurusProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Docusaurus reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, { docusaurus }] of Object.entries(values)) {
    const text = `---\ntitle: x\ndate: ${written}\n---\n`
    const fate = fateOf(docusaurusProfile, { texts: classic, path: 'blog/x.md', text })
    const instant = fate.dateISO === null ? null : Date.parse(fate.dateISO)
    if (typeof docusaurus === 'string') expect(fate.problems[0], written).toMatch(/Docusaurus stops/)
    else {
      const expected = Math.floor(Date.parse(docusaurus?.dateISO ?? '') / 1000) * 1000
      expect({ instant, day: fate.day }, written).toEqual({ instant: expected, day: docusaurus?.day })
    }
  }
})

test('a new post has its day in its name, in a folder where the others have one', () => {
  const request = {
    title: 'It’s: new & v1.2',
    folder: null,
    asDraft: true,
    now: Date.parse('2024-05-01T20:00:00Z'),
    language: null,
    slug: null,
    isTaken: (path: string) => path === 'blog/2024-05-01-its-new-v12.md',
  }
  const site = understand(docusaurusProfile, { texts: classic })
  expect(site.newPost(request)).toEqual({
    path: 'blog/2024-05-01-its-new-v12-2.md',
    text: '---\ntitle: "It’s: new & v1.2"\ndraft: true\n---\n',
  })
  const folders = understand(docusaurusProfile, { texts: classic, paths: ['blog/2024-01-01-a/index.md'] })
  expect(folders.newPost(request).path).toBe('blog/2024-05-01-its-new-v12/index.md')
})

describe('several blogs', () => {
  const texts = config(
    `baseUrl: '/base/', trailingSlash: false,
     i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
     presets: [[require.resolve('@docusaurus/preset-classic'), /** @type {Options} */ ({ blog: { routeBasePath: '/' } })]],
     plugins: [['@docusaurus/plugin-content-blog', { id: 'notes', path: './notes', routeBasePath: 'n' }], require('./own')]`,
  )
  const at = (path: string): ReturnType<typeof fateOf> =>
    fateOf(docusaurusProfile, {
      texts,
      paths: ['blog/a.md', 'notes/deep/2024-01-02-b.md'],
      path,
      text: '---\ntitle: x\n---\n',
    })

  test('each has its folder, its addresses and its translations', () => {
    expect(at('blog/a.md')).toMatchObject({ permalink: '/base/a', language: 'en' })
    expect(at('notes/deep/2024-01-02-b.md')).toMatchObject({ permalink: '/base/n/2024/01/02/deep/b' })
    const translated = at('i18n/fr/docusaurus-plugin-content-blog-notes/deep/2024-01-02-b.md')
    expect(translated).toMatchObject({
      permalink: '/base/fr/n/2024/01/02/deep/b',
      language: 'fr',
      isPost: true,
    })
    expect(at('i18n/fr/docusaurus-plugin-content-blog/alone.md')).toMatchObject({
      isPost: false,
      reasons: ['excluded'],
    })
    expect(at('i18n/de/docusaurus-plugin-content-blog/a.md')).toMatchObject({
      isPost: false,
      reasons: ['excluded'],
    })
  })
})

describe('what code sets stays unknown', () => {
  test('an address is none where its base is code', () => {
    const texts = config(`baseUrl: process.env.BASE ?? '/', presets: ['classic']`)
    const fate = fateOf(docusaurusProfile, { texts, path: 'blog/a.md', text: '---\ntitle: x\n---\n' })
    expect(fate).toMatchObject({ isPost: true, published: true, permalink: null })
    const answer = understand(docusaurusProfile, { texts }).answers.find(
      ({ about }) => about === 'permalinks',
    )
    expect(answer).toMatchObject({ certainty: 'unknown', choice: 'permalink', source: { line: 1 } })
  })

  test('a configuration that is made by code asks where the posts are', () => {
    const texts = { 'docusaurus.config.js': `module.exports = make({ env: process.env })\n` }
    const answer = understand(docusaurusProfile, { texts }).answers.find(({ about }) => about === 'posts')
    expect(answer).toMatchObject({ certainty: 'unknown', choice: 'postFolders' })
  })

  test('a function that only returns its settings is read', () => {
    const settings = `{ title: 'x', url: 'https://x.example', baseUrl: '/f/', presets: ['classic'] }`
    const texts = {
      'docusaurus.config.js': `export default async function create() {\n  return ${settings};\n}\n`,
    }
    const fate = fateOf(docusaurusProfile, { texts, path: 'blog/a.md', text: '---\ntitle: x\n---\n' })
    expect(fate.permalink).toBe('/f/blog/a')
  })

  test('a site without a blog has no posts', () => {
    const texts = config(`baseUrl: '/', presets: [['classic', { blog: false }]]`)
    expect(understand(docusaurusProfile, { texts }).reads('blog/a.md')).toBe(false)
  })
})

test.each([
  ['draft: maybe', /`draft` must be/],
  ['draft: true\nunlisted: true', /at once/],
  ['slug: ""', /`slug` must be/],
  ['title:', /`title` must be/],
  ['title: a: b', /front matter/],
])('tells what stops the build: %s', (fields, problem) => {
  const fate = fateOf(docusaurusProfile, { texts: classic, path: 'blog/a.md', text: `---\n${fields}\n---\n` })
  expect(fate.problems.join(' ')).toMatch(problem)
})

test('tells of an author whom the blog does not know', () => {
  const problems = (authors: string, file: string): readonly string[] => {
    const texts = { ...classic, ...(file === '' ? {} : { 'blog/authors.yml': file }) }
    const text = `---\ntitle: x\nauthors: ${authors}\n---\n`
    return fateOf(docusaurusProfile, { texts, path: 'blog/a.md', text }).problems
  }
  expect(problems('keeper', 'keeper:\n  name: K\n')).toEqual([])
  expect(problems('[keeper, { name: Inline }]', 'keeper:\n  name: K\n')).toEqual([])
  expect(problems('[keeper, other]', 'keeper:\n  name: K\n')[0]).toMatch(/has no “other”/)
  expect(problems('keeper', '')[0]).toMatch(/Docusaurus stops here/)
})

test('a date is written so that it is the same with quotes and without', () => {
  const site = understand(docusaurusProfile, { texts: classic, machineZone: 'Asia/Tokyo' })
  const now = Date.parse('2024-05-01T20:00:05Z')
  for (const quote of ['', '"', "'"]) {
    const text = `---\ntitle: x\ndate: ${quote}${site.writeDate(now)}${quote}\n---\n`
    expect(fateOf(docusaurusProfile, { texts: classic, path: 'blog/x.md', text })).toMatchObject({
      dateISO: '2024-05-01T20:00:05Z',
      problems: [],
    })
  }
})
