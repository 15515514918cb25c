import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { astroProfile } from '#shared/site/profiles/astro'
import { githubSlug } from '#shared/site/profiles/github-slug'
import { javascriptInstant } from '#shared/site/profiles/javascript-date'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

// A folder in which `npm install astro@5.18.2 @astrojs/mdx@4 github-slugger@2.0.0` was run.
const installed = process.env.GALLEY_ASTRO ?? ''
const isInstalled = installed !== '' && existsSync(join(installed, 'node_modules/astro'))
if (!isInstalled) console.info('Skipped: GALLEY_ASTRO names no folder with Astro installed.')
const run = promisify(execFile)
const now = Date.parse('2026-11-22T00:00:00Z')
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2,3').split(',').map(Number)

type Page = { readonly title: string; readonly iso: string; readonly day: string; readonly url: string }

/** Builds a site with an empty cache; what its pages say of themselves, by the file of their post. */
async function build(root: string, zone: string): Promise<ReadonlyMap<string, Page>> {
  await symlink(join(installed, 'node_modules'), join(root, 'node_modules'))
  // no more of this process's environment: the test runner's own `DEV` and `PROD` would show in `import.meta.env`
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, TZ: zone, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const program = join(installed, 'node_modules/astro/astro.js')
  await run(process.execPath, [program, 'build', '--force'], { cwd: root, timeout: 180_000, env })
  const pages = new Map<string, Page>()
  for (const entry of await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue
    const html = await readFile(join(entry.parentPath, entry.name), 'utf8')
    const found = /<script type="application\/json">(.*?)<\/script>/s.exec(html)
    if (found === null) continue
    const { source, ...page } = JSON.parse(found[1] ?? '') as Page & { readonly source: string }
    pages.set(source, page)
  }
  return pages
}

describe.skipIf(!isInstalled)('Astro itself', () => {
  test.each(seeds)(
    'builds a made-up site (%i) as the profile tells',
    async (seed) => {
      const root = await createTemporaryFolder()
      const choices = randomChoices(seed)
      const zone = choices.pick(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])
      const site = madeUpSite(choices)
      await writeMadeUpSite(root, site.files)
      const fates = await judgeSite(astroProfile, root, now, zone)
      const pages = await build(root, zone)
      const differences: string[] = []
      for (const [path, fate] of fates) {
        const page = pages.get(path)
        const { title, day, permalink, dateISO } = fate
        const expected = page && [
          page.title,
          `${page.iso.slice(0, 19)}Z`,
          page.day,
          decodeURIComponent(page.url),
        ]
        const got = fate.isPost && fate.published === true ? [title, dateISO, day, permalink] : undefined
        if (
          JSON.stringify(expected) !== JSON.stringify(got) ||
          fate.problems.length > 0 ||
          fate.published === null
        )
          differences.push(
            `${path}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)} ${fate.problems.join()}`,
          )
      }
      for (const path of pages.keys()) if (!fates.has(path)) differences.push(`${path} was not read`)
      expect(pages.size).toBeGreaterThan(5)
      expect(differences, `${site.description} ${zone}`).toEqual([])
    },
    200_000,
  )

  test('builds pages that are posts as the profile tells', async () => {
    const settings = [
      `base: '/b', trailingSlash: 'never'`,
      `build: { format: 'file' }`,
      `build: { format: 'preserve' }, trailingSlash: 'always'`,
    ]
    for (const [index, setting] of settings.entries()) {
      const root = await createTemporaryFolder()
      await writeMadeUpSite(root, pagesSite(setting))
      const zone = 'America/Los_Angeles'
      const fates = await judgeSite(astroProfile, root, now, zone)
      const pages = await build(root, zone)
      const told = [...fates].filter(([, { isPost }]) => isPost)
      expect(told.length).toBe(6)
      for (const [path, { title, dateISO, day, permalink }] of told) {
        const page = pages.get(path)
        const expected = page && [
          page.title,
          `${page.iso.slice(0, 19)}Z`,
          page.day,
          decodeURIComponent(page.url),
        ]
        expect([title, dateISO, day, permalink], `${index} ${path}`).toEqual(expected)
      }
    }
  }, 300_000)

  test('slugs 600 further titles alike', async () => {
    const choices = randomChoices(7)
    const titles = Array.from({ length: 600 }, () => randomTitle(choices))
    const program = `import { slug } from 'github-slugger'; console.log(JSON.stringify(JSON.parse(process.argv[1]).map((t) => slug(t))))`
    const args = ['--input-type=module', '-e', program, JSON.stringify(titles)]
    const { stdout } = await run(process.execPath, args, { cwd: installed, maxBuffer: 10_000_000 })
    expect(titles.map(githubSlug)).toEqual(JSON.parse(stdout))
  })
})

test('reads dates in many forms as this runtime does in other zones', async () => {
  const program = 'console.log(JSON.stringify(JSON.parse(process.argv[1]).map((t) => Date.parse(t))))'
  for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Sydney', 'Asia/Kolkata', 'UTC']) {
    const { stdout } = await run(process.execPath, ['-e', program, JSON.stringify(dateForms)], {
      env: { ...process.env, TZ: zone },
    })
    const ours = dateForms.map((form) => [form, javascriptInstant(form, zone)])
    const theirs = (JSON.parse(stdout) as (number | null)[]).map((instant, index) => [
      dateForms[index],
      instant,
    ])
    expect(ours, zone).toEqual(theirs)
  }
})

const dateForms: readonly string[] = [
  ...[
    '2024-03-04',
    '2024-03',
    '2024',
    '2024-3-4',
    '2024/03/04',
    '2024.03.04',
    '04/03/2024',
    '20240304',
    '4.3.2024',
  ],
  ...[
    '2024-03-10 02:30',
    '2024-03-10T02:30',
    '2024-11-03 01:30',
    '2024-10-27 02:30',
    '2024-03-31T02:30:00',
    '2024-04-07 02:30',
  ],
  ...[
    '2024-10-06 02:30',
    '2024-03-04 23:30:00',
    '2024-03-04T23:30:00.250',
    '2024-03-04T24:00',
    '2024-03-04T23:30:00Z',
  ],
  ...[
    '2024-03-04T23:30+09:00',
    '2024-03-04 23:30:00 -0800',
    '2024-03-04 23:30 PST',
    '2024-03-04 23:30 CET',
    '2024-03-04 23:30 UTC+2',
  ],
  ...[
    'Mar 4, 2024',
    'March 4 2024',
    '4 March 2024',
    'Mar 05 2024',
    'March 4, 2024 9:05 PM',
    'Mon, 04 Mar 2024 23:30:00 -0800',
  ],
  ...[
    '4th March 2024',
    'Mon Mar 04 2024',
    'Mar 2024',
    '2024-02-30',
    '2024-13-01',
    'soon',
    'Mar 4 2024 (draft)',
    "Mar 4 '24",
  ],
  ...[
    '2024-03-04 EST',
    'Mon Mar 04 2024 23:30:00 GMT+0100 (CET)',
    '2024-03-04T9:05',
    '1',
    '12',
    '-1',
    '1709595000',
    'May 5',
  ],
]

function pagesSite(setting: string): readonly (readonly [path: string, text: string])[] {
  const script = `<script type="application/json" set:html={JSON.stringify({ source: file.slice(file.indexOf('src/pages')), title: frontmatter.title, iso: date.toISOString(), url: Astro.url.pathname, day: date.toLocaleDateString('en-CA') })} />`
  const page = (date: string, layout: string): string =>
    `---\ntitle: A page\ndate: ${date}\nlayout: ${layout}\n---\nText\n`
  return [
    [
      'astro.config.mjs',
      `import { defineConfig } from 'astro/config'\nexport default defineConfig({ ${setting} })\n`,
    ],
    ['package.json', '{ "name": "made-up", "type": "module" }'],
    [
      'src/layouts/Post.astro',
      `---\nconst { frontmatter, file } = Astro.props\nconst date = new Date(frontmatter.date ?? 0)\n---\n${script}\n`,
    ],
    ['src/pages/about.md', '---\ntitle: About\n---\n'],
    ['src/pages/log/one.md', page('2024-05-06', '../../layouts/Post.astro')],
    ['src/pages/log/Two & More v1.2.md', page('2024-05-06T23:30:00-08:00', '../../layouts/Post.astro')],
    ['src/pages/log/2024/index.md', page('"2024-05-06 10:00"', '../../../layouts/Post.astro')],
    ['src/pages/log/index.md', page('Mar 4, 2024', '../../layouts/Post.astro')],
    ['src/pages/log/日本.markdown', page("'2024-05-06'", '../../layouts/Post.astro')],
    ['src/pages/log/deep/x.y/z.md', page('2024-05-06 23:30:00', '../../../../layouts/Post.astro')],
    ['src/pages/log/_hidden.md', page('2024-05-06', '../../layouts/Post.astro')],
  ]
}

const meta = (date: string, day: string): string =>
  `<script type="application/json" set:html={JSON.stringify({ source: post.filePath, title: post.data.title, iso: ${date}.toISOString(), url: Astro.url.pathname, day: ${day} })} />`

function madeUpSite(choices: RandomChoices): {
  readonly files: readonly (readonly [path: string, text: string])[]
  readonly description: string
} {
  const { pick, isOneIn } = choices
  const isLegacy = isOneIn(3)
  const folder = isLegacy ? 'src/content/blog' : pick(['src/content/blog', 'src/data/my blog', 'writing'])
  const key = pick(['pubDate', 'date', 'publishedOn'])
  const type = pick(['z.date()', 'z.coerce.date()'])
  const pattern = pick([`'**/*.{md,mdx}'`, `'**/[^_]*.md'`, `['**/*.md', '!attic/**']`])
  const generate = isLegacy
    ? ''
    : pick([
        '',
        '',
        `, generateId: ({ entry, data }) => (data.slug ? \`s/\${data.slug}\` : entry.replace(/\\.mdx?$/, ''))`,
      ])
  const schema = `z.object({ title: z.string(), ${key}: ${type}, draft: z.boolean().default(false), tags: z.array(z.string()).optional() })`
  const content = `import { defineCollection, z } from 'astro:content'
import { glob } from 'astro/loaders'
const BASE = './${folder}'
const entries = ${isLegacy ? `defineCollection({ type: 'content', schema: ${schema} })` : `defineCollection({ loader: glob({ base: BASE, pattern: ${pattern}${generate} }), schema: ({ image }) => ${schema} })`}
export const collections = { blog: entries }\n`
  const id = isLegacy ? 'post.slug' : 'post.id'
  const filter = pick([
    '',
    `, ({ data }) => !data.draft`,
    `, ({ data }) => (import.meta.env.PROD ? data.draft !== true && data.${key} <= new Date() : true)`,
    `, isShown`,
  ])
  const date = `post.data.${key}`
  const day = pick([
    `${date}.toLocaleDateString('en-CA')`,
    `${date}.toISOString().slice(0, 10)`,
    `${date}.toLocaleDateString('en-CA', { timeZone: 'Asia/Tokyo' })`,
  ])
  const [routeFile, params] = pick([
    ['src/pages/blog/[...slug].astro', `{ slug: ${id} }`],
    ['src/pages/[...path].astro', `{ path: \`p/\${${id}}\` }`],
    [
      'src/pages/[year]/[month]/[...slug].astro',
      `{ year: String(${date}.getUTCFullYear()), month: String(${date}.getUTCMonth() + 1).padStart(2, '0'), slug: ${id} }`,
    ],
    ['src/pages/[year]-[...slug]/index.astro', `{ year: ${date}.toISOString().slice(0, 4), slug: ${id} }`],
    ['src/pages/log/[...slug].astro', `pathOf(post)`],
  ] as const)
  const props = pick(['post', '{ post }'])
  const route = `---
import { getCollection, type CollectionEntry } from 'astro:content'
import { isShown, pathOf } from '../${'../'.repeat(routeFile.split('/').length - 3)}lib/posts'
export async function getStaticPaths() {
  const all = await getCollection('blog'${filter})
  const posts = all.sort((a, b) => b.data.${key}.valueOf() - a.data.${key}.valueOf())
  return posts.map((post: CollectionEntry<'blog'>) => ({ params: ${params}, props: ${props} }))
}
const ${props} = Astro.props
---
${meta(date, day)}\n`
  const lib = `export const isShown = ({ data }) => { if (data.draft) return false; return data.${key}.getTime() < Date.now() }
export function pathOf(post) { const { id = post.slug } = post; return { slug: [${isLegacy ? 'post.slug' : 'id'}, 'x'].join('-').toLowerCase() } }\n`
  const settings = [
    ...(isOneIn(2) ? [`base: ${pick([`'/b'`, `'/a/b/'`, `'c'`])}`] : []),
    ...(isOneIn(2) ? [`trailingSlash: ${pick([`'always'`, `'never'`, `'ignore'`])}`] : []),
    ...(isOneIn(2) ? [`build: { format: ${pick([`'file'`, `'directory'`, `'preserve'`])} }`] : []),
  ]
  const config = `import { defineConfig } from 'astro/config'\nimport mdx from '@astrojs/mdx'\nexport default defineConfig({ ${['integrations: [mdx()]', ...settings].join(', ')} })\n`
  const files = new Map<string, string>([
    ['astro.config.mjs', config],
    ['package.json', '{ "name": "made-up", "type": "module" }'],
    ['src/content.config.ts', content],
    [routeFile, route],
    ['src/lib/posts.ts', lib],
    ['src/pages/about.md', '---\ntitle: About\n---\n'],
  ])
  const folders = [
    '',
    '',
    '',
    'Fruit & Co/',
    'a b/Cé/',
    'attic/',
    '_private/',
    '2024/03/',
    'series.v1/',
    '.dot/',
  ]
  for (let count = 0; count < 40; count++) {
    const title =
      randomTitle(choices)
        .replace(/[/\u2028\\*?{}[\]()!+@<>|:"%#]/g, '')
        .trim()
        .slice(0, 50) || 'x'
    const path = `${pick(folders)}${isOneIn(12) ? '_' : ''}${title}${count}${pick(['.md', '.md', '.mdx', '/index.md', '.markdown'])}`
    files.set(`${folder}/${path}`, randomPost(choices, key, type, count))
  }
  return { files: [...files], description: `${config}${content}${route}${lib}` }
}

function randomPost(
  { pick, isOneIn, below }: RandomChoices,
  key: string,
  type: string,
  count: number,
): string {
  const day = `2024-${String(1 + below(12)).padStart(2, '0')}-${String(10 + below(18))}`
  const forms = [day, `${day} 23:30:00`, `${day}T23:30:00-08:00`, `2036-01-01`, `${day}T01:02:03.5Z`]
  const further = [`"${day} 23:30"`, 'Mar 4, 2024', `'${day}'`, `${day} 9:05`, '04/03/2024']
  const fields = [
    `title: ${pick(['Plain', '"2024"', '"quoted: it"', 'yes'])}`,
    `${key}: ${pick(type === 'z.date()' ? forms : [...forms, ...further])}`,
    ...(isOneIn(6) ? [`slug: ${pick(['own-slug', 'Own Slug/deep'])}${count}`] : []),
    ...(isOneIn(4) ? [`draft: ${pick(['true', 'false'])}`] : []),
    ...(isOneIn(4) ? ['tags: [a, b]'] : []),
    ...(isOneIn(4) ? ['other: 1'] : []),
  ]
  return `---\n${fields.join('\n')}\n---\nText\n`
}
