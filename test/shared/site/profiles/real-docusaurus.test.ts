import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { docusaurusProfile } from '#shared/site/profiles/docusaurus'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

// A folder in which `npm install @docusaurus/core@3.8.1 @docusaurus/preset-classic@3.8.1 react react-dom` was run.
const installed = process.env.GALLEY_DOCUSAURUS ?? ''
const isInstalled = installed !== '' && existsSync(join(installed, 'node_modules/@docusaurus/core'))
if (!isInstalled) console.info('Skipped: GALLEY_DOCUSAURUS names no folder with Docusaurus installed.')
const run = promisify(execFile)
const now = Date.parse('2026-11-22T00:00:00Z')
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2,3').split(',').map(Number)

// What the blog plugins make of a site in each language, without building its pages.
const siteDump = `
const { loadSite } = require('@docusaurus/core/lib/server/site.js')
const { applyTrailingSlash } = require('@docusaurus/utils-common')
;(async () => {
  const out = {}
  for (const locale of JSON.parse(process.env.LOCALES)) {
    const site = await loadSite({ siteDir: __dirname, locale })
    for (const plugin of site.props.plugins) {
      if (plugin.name !== 'docusaurus-plugin-content-blog') continue
      for (const { metadata } of plugin.content.blogPosts) {
        const source = metadata.source.replace('@site/', '')
        const { baseUrl, siteConfig } = site.props
        const permalink = applyTrailingSlash(metadata.permalink, { trailingSlash: siteConfig.trailingSlash, baseUrl })
        if (out[source] === undefined) out[source] = { title: metadata.title, dateISO: Number.isNaN(Number(metadata.date)) ? null : new Date(metadata.date).toISOString(), permalink, locale }
      }
    }
  }
  require('fs').writeFileSync('dump.json', JSON.stringify(out))
  process.exit(0)
})().catch((error) => { console.error(error); process.exit(1) })
`

// What becomes of each post when it is alone in its blog: its date, or that the build stops.
const postDump = `
const { generateBlogPosts } = require('@docusaurus/plugin-content-blog/lib/blogUtils.js')
const { DEFAULT_OPTIONS } = require('@docusaurus/plugin-content-blog/lib/options.js')
const context = { siteDir: __dirname, siteConfig: { baseUrl: '/', markdown: { parseFrontMatter: (p) => p.defaultParseFrontMatter(p) } }, i18n: { currentLocale: 'en' } }
const paths = { contentPath: __dirname + '/blog', contentPathLocalized: __dirname + '/none' }
;(async () => {
  const out = {}
  for (const name of require('fs').readdirSync('blog')) {
    try {
      const [post] = await generateBlogPosts(paths, context, { ...DEFAULT_OPTIONS, include: [name] }, { keeper: { name: 'K' } })
      out[name] = post === undefined ? 'draft' : [new Date(post.metadata.date).toISOString(), post.metadata.title, post.metadata.permalink]
    } catch { out[name] = 'stops' }
  }
  require('fs').writeFileSync('dump.json', JSON.stringify(out))
})()
`

async function dumped<Value>(root: string, program: string, locales: readonly string[] = []): Promise<Value> {
  await symlink(join(installed, 'node_modules'), join(root, 'node_modules'))
  await writeFile(join(root, 'dump.cjs'), program)
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOCALES: JSON.stringify(locales),
    NO_UPDATE_NOTIFIER: '1',
  }
  await run(process.execPath, ['dump.cjs'], { cwd: root, timeout: 120_000, env })
  return JSON.parse(await readFile(join(root, 'dump.json'), 'utf8')) as Value
}

type Built = {
  readonly title: string
  readonly dateISO: string | null
  readonly permalink: string
  readonly locale: string
}

describe.skipIf(!isInstalled)('Docusaurus itself', () => {
  test.each(seeds)(
    'loads a made-up site (%i) as the profile tells',
    async (seed) => {
      const root = await createTemporaryFolder()
      const site = madeUpSite(randomChoices(seed))
      await writeMadeUpSite(root, site.files)
      const fates = await judgeSite(docusaurusProfile, root, now, 'America/Los_Angeles')
      const built = await dumped<Record<string, Built>>(root, siteDump, site.locales)
      const differences: string[] = []
      for (const [path, fate] of fates) {
        const post = built[path]
        const { title, permalink, published, day } = fate
        const got =
          published === true ? { title, permalink, day: fate.volatile.length > 0 ? null : day } : null
        // a date that is none stops the build later
        const expected = typeof post?.dateISO === 'string' && {
          title: post.title,
          permalink: post.permalink,
          day: fate.volatile.length > 0 ? null : post.dateISO.slice(0, 10),
        }
        if (JSON.stringify(expected || null) !== JSON.stringify(got))
          differences.push(`${path}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`)
      }
      for (const path of Object.keys(built)) if (!fates.has(path)) differences.push(`${path} was not read`)
      expect(Object.keys(built).length).toBeGreaterThan(20)
      expect(differences, site.config).toEqual([])
    },
    150_000,
  )

  test('takes dates and fields in many forms alike', async () => {
    const root = await createTemporaryFolder()
    const fields = fieldForms.map(
      (field, index) => [`blog/p${index}.md`, `---\n${field}\n---\nText\n`] as const,
    )
    const config = `module.exports = { title: 'x', url: 'https://x.example', baseUrl: '/', presets: ['classic'] }\n`
    await writeMadeUpSite(root, [
      ['docusaurus.config.js', config],
      ['blog/authors.yml', 'keeper:\n  name: K\n'],
      ...fields,
    ])
    const fates = await judgeSite(docusaurusProfile, root, now, 'America/Los_Angeles')
    const built = await dumped<Record<string, string | [string, string, string]>>(root, postDump)
    const told = [...fates].map(([path, fate]) => {
      const field = fieldForms[Number(/\d+/.exec(path)?.[0])]
      const stops = fate.problems.some((problem) => /Docusaurus stops here/.test(problem))
      const date = fate.volatile.length > 0 ? null : fate.dateISO
      return [
        field,
        stops ? 'stops' : fate.published === false ? 'draft' : [date, fate.title, fate.permalink],
      ]
    })
    const expected = [...fates].map(([path, fate]) => {
      const post = built[path.slice(5)]
      const field = fieldForms[Number(/\d+/.exec(path)?.[0])]
      if (!Array.isArray(post)) return [field, post]
      const date = fate.volatile.length > 0 ? null : `${post[0].slice(0, 19)}Z`
      return [field, [date, fate.title === null ? null : post[1], post[2]]]
    })
    expect(told).toEqual(expected)
  }, 60_000)
})

const fieldForms: readonly string[] = [
  ...[
    '2024-03-04',
    '"2024-03-04"',
    '2024-3-4',
    '2024/03/04',
    '2024.03.04',
    '20240304',
    '"20240304"',
    '04/03/2024',
  ].map(asDate),
  ...[
    '2024-03-04 23:30',
    '2024-03-04 23:30:00',
    '"2024-03-04 23:30:00"',
    '2024-03-04T23:30',
    '2024-03-04 9:05:07',
  ].map(asDate),
  ...[
    '2024-03-04T23:30:00Z',
    '"2024-03-04T23:30:00Z"',
    "'2024-03-04T23:30:00'",
    '2024-03-04T23:30:00+09:00',
  ].map(asDate),
  ...[
    '"2024-03-04T23:30:00+09:00"',
    '2024-03-04 23:30:00 -0800',
    '2024-03-04 23:30:00 +9',
    '2024-03-04 23:30 PST',
  ].map(asDate),
  ...[
    'Mar 4, 2024',
    'March 4, 2024 11:30 PM',
    '4 March 2024',
    'soon',
    '',
    '~',
    'true',
    '[2024-03-04]',
    '0',
    '1709595000',
  ].map(asDate),
  ...[
    '2024-02-30',
    '2024-13-01',
    '"2024-13-01"',
    '2024-03-04 24:00:00',
    '2024',
    '2024-03',
    '"2024"',
    '12:30',
    '1_000',
  ].map(asDate),
  ...['true', 'false', '"true"', '"False"', 'yes', '1', '~', '', 'TRUE', '""', '[]'].map(
    (value) => `draft: ${value}`,
  ),
  ...['true', '"maybe"', '0'].map((value) => `unlisted: ${value}`),
  'draft: true\nunlisted: true',
  ...[
    'Plain',
    '2024',
    '012',
    '1:30',
    '1e3',
    '0x1F',
    '""',
    '~',
    'true',
    '[a]',
    '1_000',
    '-.inf',
    '.5',
    '2024-05-06',
    'null',
  ].map((value) => `title: ${value}`),
  ...['own', '/own/', 'a b/é', '12', '""', '~', '"/x//y"', '"?q"', '"a#b"', '"/#c"', '/', './x', '"50%"'].map(
    (value) => `slug: ${value}`,
  ),
  ...[
    'keeper',
    'other',
    '[keeper, { name: X }]',
    '{ key: other }',
    '[keeper, other]',
    '{ name: Y }',
    '12',
  ].map((value) => `authors: ${value}`),
  ...['a: b: c', 'title: "unclosed'],
]

function asDate(value: string): string {
  return `title: x\ndate: ${value}`
}

function madeUpSite(choices: RandomChoices): {
  readonly files: readonly (readonly [path: string, text: string])[]
  readonly locales: readonly string[]
  readonly config: string
} {
  const { pick, isOneIn, below } = choices
  const locales = isOneIn(2) ? ['en', 'fr', 'pt-BR'] : ['en']
  const folder = pick(['blog', 'posts', 'content/my blog', 'blog'])
  const options = [
    ...(folder === 'blog' ? [] : [`path: './${folder}'`]),
    ...(isOneIn(2) ? [`routeBasePath: ${pick(["'/'", "'/log'", "'a/b/'", "''"])}`] : []),
    ...(isOneIn(3) ? [`exclude: ['**/_*', 'attic/**', '{old,odd}/*.md']`] : []),
    ...(isOneIn(4) ? [`include: ['**/*.md', 'fruit/**/*.mdx']`] : []),
    `onUntruncatedBlogPosts: 'ignore'`,
  ]
  const second = isOneIn(2)
  const plugins = second
    ? `plugins: [['@docusaurus/plugin-content-blog', { id: 'notes', path: 'notes', routeBasePath: 'notes', onUntruncatedBlogPosts: 'ignore' }]],`
    : ''
  const config = `// the site
const config = {
  title: 'Made up', url: 'https://made.example', baseUrl: ${pick(["'/'", "'/base/'", "'/a/b/'"])}, onBrokenLinks: 'ignore',
  ${pick(['', 'trailingSlash: true,', 'trailingSlash: false,'])}
  i18n: { defaultLocale: 'en', locales: ${JSON.stringify(locales)} },
  presets: [['${pick(['classic', '@docusaurus/preset-classic'])}', { docs: false, pages: false, blog: { ${options.join(', ')} } }]],
  ${plugins}
}
module.exports = config
`
  const files = new Map<string, string>([['docusaurus.config.js', config]])
  const folders = [
    '',
    '',
    '',
    'fruit/',
    'a b/Cé/',
    'attic/',
    'old/',
    '_private/',
    '2024/03/',
    '2023/',
    'series.v1/',
    '.dot/',
    '__tests__/',
  ]
  for (let count = 0; count < 70; count++) {
    const title =
      randomTitle(choices)
        .replace(/[/\u2028\\*?{}[\]()!+@<>|:"%#]/g, '')
        .trim()
        .slice(0, 50) || 'x'
    const day = `${pick([2024, 2023, 2036])}-${pick(['1', '01', '12'])}-${pick(['5', '05', '28'])}`
    const date = isOneIn(3) ? '' : `${day}${pick(['-', '-', '-', '/', ''])}`
    const blog = second && isOneIn(4) ? 'notes' : folder
    const below2 = `${pick(folders)}${isOneIn(15) ? '_' : ''}${date}${title}${count}${pick(['.md', '.md', '.mdx', '/index.md', '.test.md', '.markdown'])}`
    files.set(`${blog}/${below2}`, randomPost(choices))
    if (locales.length > 1 && isOneIn(3)) {
      const suffix = blog === 'notes' ? '-notes' : ''
      const path = isOneIn(4) ? `alone${count}.md` : below2
      files.set(
        `i18n/${pick(['fr', 'en', 'de', 'pt-BR'])}/docusaurus-plugin-content-blog${suffix}/${path}`,
        randomPost(choices),
      )
    }
  }
  for (let count = 0; count < below(3) + 25; count++)
    files.set(`${folder}/plain${count}.md`, randomPost(choices))
  return { files: [...files], locales, config }
}

function randomPost(choices: RandomChoices): string {
  const { pick, isOneIn, below } = choices
  const day = `2024-${String(1 + below(12)).padStart(2, '0')}-${String(10 + below(18))}`
  const fields = [
    ...(isOneIn(4)
      ? []
      : [
          `title: ${pick(['Plain', JSON.stringify(randomTitle(choices)).replaceAll('\u2028', ''), '1.10', '2024', '""', '012'])}`,
        ]),
    ...(isOneIn(2)
      ? [
          `date: ${pick([day, `${day} 23:30:00`, `"${day} 23:30:00"`, `${day} 23:30`, `${day}T23:30:00-08:00`, 'Mar 4, 2024', '2036-01-01'])}`,
        ]
      : []),
    ...(isOneIn(6) ? [`slug: ${pick(['own-slug', '/Own Slug/', 'ünï', '/', 'a//b', '"50"'])}`] : []),
    ...(isOneIn(8) ? [`draft: ${pick(['true', 'false', '"true"'])}`] : []),
    ...(isOneIn(8) ? ['unlisted: false'] : []),
  ]
  const body = pick(['Text\n', '# A `code` heading {#own}\n\nText\n', '\n\n# Plain ##\n', '## Two\n'])
  return `---\n${fields.join('\n')}${fields.length === 0 ? '' : '\n'}---\n${body}`
}
