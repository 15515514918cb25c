import { describe, expect, test } from 'vitest'
import type { PostFate } from '#shared/site/profile'
import { astroProfile } from '#shared/site/profiles/astro'
import { githubSlug } from '#shared/site/profiles/github-slug'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf, sourceOf, understand } from './one-post'

describe('Astro builds every fixture as the profile tells', () => {
  test.each(['astro-blog', 'astro-pages', 'astro-dated'])('%s', async (name) => {
    expect(await differencesFromTruth(astroProfile, name)).toEqual([])
  })
})

type Slugs = { readonly titles: Record<string, { readonly astro: { readonly githubSlugger: string } }> }

test('every title is slugged as github-slugger slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  for (const [title, { astro }] of Object.entries(titles))
    expect(githubSlug(title), title).toBe(astro.githubSlugger)
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

const config = (settings = ''): string =>
  `export default defineConfig({ ${settings} })\nimport { defineConfig } from 'astro/config'\n`
const collection = (options: string, schema: string): string =>
  `import { defineCollection, z } from 'astro:content'
import { glob } from 'astro/loaders'
const posts = defineCollection({ loader: glob({ ${options} }), schema: ${schema} })
export const collections = { posts }\n`
const usual = `pattern: '**/*.md', base: './posts'`
const route = (body: string, printed = '{post.data.date.toISOString()}'): string =>
  `---\nimport { getCollection } from 'astro:content'\n${body}\nconst { post } = Astro.props\n---\n<p>${printed}</p>\n`
const idRoute = route(`export async function getStaticPaths() {
  const posts = await getCollection('posts')
  return posts.map((post) => ({ params: { slug: post.id }, props: { post } }))
}`)

test.each(['z.date()', 'z.coerce.date()'])(
  'every way to write a date is read as Astro reads it: %s',
  async (type) => {
    const { values } = await readSiteFixture<Dates>('dates.json')
    const texts = {
      'astro.config.mjs': config(),
      'src/content.config.ts': collection(usual, `z.object({ title: z.string(), date: ${type} })`),
    }
    for (const [written, results] of Object.entries(values)) {
      const expected = results[`astro ${type}`]
      const text = `---\ntitle: x\ndate: ${written}\n---\n`
      const fate = fateOf(astroProfile, { texts, path: 'posts/x.md', text })
      if (typeof expected === 'string') expect(fate.problems[0], written).toMatch(/Astro stops here: `date`/)
      else {
        const instant = Math.floor(Date.parse(expected?.dateISO ?? '') / 1000) * 1000
        expect({ instant: Date.parse(fate.dateISO ?? ''), day: fate.day }, written).toEqual({
          instant,
          day: expected?.day,
        })
      }
    }
  },
)

type Files = Readonly<Record<string, string>>

function fate(files: Files, path = 'posts/Some Post.md', fields = 'draft: false'): PostFate {
  const texts = {
    'astro.config.mjs': config(),
    'src/content.config.ts': collection(
      usual,
      'z.object({ title: z.string(), date: z.coerce.date(), draft: z.boolean().optional() })',
    ),
    ...files,
  }
  return fateOf(astroProfile, { texts, path, text: `---\ntitle: x\ndate: 2024-05-06\n${fields}\n---\n` })
}

describe('addresses come from the routes of the site', () => {
  test('a name by its id, whatever stands before and after it', () => {
    expect(fate({ 'src/pages/log/p-[slug]/index.astro': idRoute }).permalink).toBe('/log/p-some-post/')
    expect(
      fate({
        'astro.config.mjs': config(`base: 'b', trailingSlash: 'never'`),
        'src/pages/[...slug].astro': idRoute,
      }).permalink,
    ).toBe('/b/some-post')
    expect(
      fate({ 'astro.config.mjs': config(`build: { format: 'file' }`), 'src/pages/[slug].astro': idRoute })
        .permalink,
    ).toBe('/some-post.html')
  })

  test('parts of the date, helpers in other files, constants and loops over languages', () => {
    const helpers = `import { getCollection } from 'astro:content'
import { SITE } from '@/site'
const isShown = ({ data }: { data: any }) => { const late = data.date.valueOf() > Date.now() - SITE.margin; return !data.draft && (import.meta.env.DEV || !late) }
export const getPosts = async () => (await getCollection('posts', isShown)).sort((a, b) => +b.data.date - +a.data.date)
export default function pathOf(post) { const [year, month] = post.data.date.toISOString().split('T')[0].split('-'); return \`\${year}/\${month}/\${post.id.replace(/^some-/, '')}\` }\n`
    const files = {
      'src/site.ts': `export const SITE = { margin: 15 * 60 * 1000 } as const\n`,
      'src/lib/posts.ts': helpers,
      'src/pages/[...path].astro': route(`import pathOf, { getPosts } from '../lib/posts'
export const getStaticPaths = (async () => (await getPosts()).map((post) => ({ params: { path: pathOf(post) }, props: { post } }))) satisfies GetStaticPaths`),
    }
    expect(fate(files)).toMatchObject({ permalink: '/2024/05/post/', published: true })
    expect(fate(files, 'posts/Some Post.md', 'draft: true')).toMatchObject({
      published: false,
      reasons: ['draft'],
      rule: '`draft: true`, by the site’s own filter',
      permalink: '/2024/05/post/',
    })
  })

  test('an address that code decides in a way that is not understood is unknown', () => {
    const files = {
      'src/pages/[slug].astro': route(`import { name } from 'elsewhere'
export async function getStaticPaths() { return (await getCollection('posts')).map((post) => ({ params: { slug: name(post) }, props: { post } })) }`),
    }
    expect(fate(files)).toMatchObject({ isPost: true, published: true, permalink: null })
    expect(
      fate({ 'astro.config.mjs': config('base: process.env.BASE'), 'src/pages/[slug].astro': idRoute })
        .permalink,
    ).toBeNull()
    expect(fate({})).toMatchObject({ isPost: true, published: null, permalink: null })
  })

  test('a filter that is not understood leaves it open whether a post is published', () => {
    const files = {
      'src/pages/[slug].astro': idRoute.replace(`'posts')`, `'posts', (post) => isReady(post))`),
    }
    expect(fate(files)).toMatchObject({ published: null, reasons: [] })
  })
})

describe('collections', () => {
  test('patterns with `!` and sets, a base by a constant, and ids of the site’s own', () => {
    const files = {
      'src/content.config.ts': collection(
        `pattern: ['**/[^_]*.{md,mdx}', '!old/**'], base: \`./\${DIR}\`, generateId: ({ entry }) => entry.replace(/\\.md$/, '').toLowerCase()`,
        'z.object({ title: z.string(), date: z.date() }).strict()',
      ).replace('const posts', "import { DIR } from './site'\nconst posts"),
      'src/site.ts': "export const DIR = 'posts'\n",
      'src/pages/[...slug].astro': idRoute,
    }
    expect(fate(files, 'posts/A b/C d.md').permalink).toBe('/a b/c d/')
    expect(fate(files, 'posts/_x.md')).toMatchObject({ isPost: false, reasons: ['excluded'] })
    expect(fate(files, 'posts/old/x.md')).toMatchObject({ isPost: false, reasons: ['excluded'] })
    expect(fate(files, 'posts/x.mdx')).toMatchObject({
      isPost: false,
      rule: 'the site does not use `@astrojs/mdx`',
    })
  })

  test.each([
    ['draft: "true"', /`draft` must be `true` or `false`/],
    ['title: 2024', /`title` must be a text/],
    ['a: b: c', /front matter/],
  ])('tells what stops the build: %s', (fields, problem) => {
    expect(fate({}, 'posts/x.md', fields).problems.join(' ')).toMatch(problem)
    expect(fate({}, 'posts/x.md', fields).published).toBeNull()
  })
})

test('a program that never ends is given up', () => {
  const files = {
    'src/pages/[slug].astro': route(`const f = (n) => f(n + 1) + f(n + 2)
export async function getStaticPaths() { return (await getCollection('posts', () => f(1))).map((post) => ({ params: { slug: post.id }, props: { post } })) }`),
  }
  const start = performance.now()
  expect(fate(files).published).toBeNull()
  expect(performance.now() - start).toBeLessThan(2000)
})

test('the day is printed as the template prints it', () => {
  const shown = (printed: string): string | null => {
    const texts = {
      'astro.config.mjs': config(),
      'src/content.config.ts': collection(usual, 'z.object({ title: z.string(), date: z.coerce.date() })'),
      'src/pages/[slug].astro': idRoute.replace('{post.data.date.toISOString()}', printed),
    }
    return fateOf(astroProfile, {
      texts,
      machineZone: 'America/Los_Angeles',
      path: 'posts/x.md',
      text: '---\ntitle: x\ndate: 2024-05-06\n---\n',
    }).day
  }
  expect(shown(`{post.data.date.toLocaleDateString('en', { month: 'long' })}`)).toBe('2024-05-05')
  expect(shown(`{post.data.date.toLocaleDateString('en', { timeZone: 'UTC' })}`)).toBe('2024-05-06')
  expect(shown(`{post.data.date.toLocaleDateString('en', { timeZone: 'Asia/Tokyo' })}`)).toBe('2024-05-06')
  expect(shown('{post.data.title}')).toBeNull()
})

test('a new post has what the schema requires, and a date that never stops the build', () => {
  const schema =
    'z.object({ title: z.string(), description: z.string(), pubDate: z.date(), tags: z.array(z.string()), hero: z.string().optional(), draft: z.boolean().default(false) })'
  const texts = { 'astro.config.mjs': config(), 'src/content.config.ts': collection(usual, schema) }
  const site = understand(astroProfile, { texts, machineZone: 'Asia/Tokyo' })
  const made = site.newPost({
    title: 'It’s: new',
    folder: null,
    asDraft: true,
    now: Date.parse('2024-05-01T20:00:00Z'),
    language: null,
    slug: null,
    isTaken: () => false,
  })
  expect(made).toEqual({
    path: 'posts/its-new.md',
    text: '---\ntitle: "It’s: new"\npubDate: 2024-05-02T05:00:00+09:00\ndescription: ""\ntags: []\ndraft: true\n---\n',
  })
  expect(fateOf(astroProfile, { texts, ...made })).toMatchObject({
    problems: [],
    dateISO: '2024-05-01T20:00:00Z',
  })
})

test('a new post is like the posts that were judged, and passes the schema', () => {
  const schema =
    'z.object({ title: z.string(), date: z.coerce.date(), draft: z.boolean().default(false), layout: z.string() })'
  const texts = { 'astro.config.mjs': config(), 'src/content.config.ts': collection(usual, schema) }
  const siblings = ['a', 'b'].map((name) =>
    sourceOf(`posts/${name}/index.md`, `---\ntitle: ${name}\ndate: 2024-05-06\nlayout: post\n---\n`, 'astro'),
  )
  const site = understand(astroProfile, { texts, paths: siblings.map(({ path }) => path) })
  site.judge(siblings, Date.parse('2026-11-22'))
  const made = site.newPost({
    ...{ title: 'New: one', folder: null, asDraft: true, language: null, slug: null },
    ...{ now: Date.parse('2024-05-01T20:00:00Z'), isTaken: () => false },
  })
  expect(made.path).toBe('posts/new-one/index.md')
  expect(made.text).toContain('layout: post\n')
  expect(made.text).toContain('draft: true\n')
  expect(fateOf(astroProfile, { texts, ...made })).toMatchObject({ title: 'New: one', problems: [] })
})
