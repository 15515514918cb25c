import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { eleventyProfile } from '#shared/site/profiles/eleventy'
import { eleventySlug, eleventySlugify } from '#shared/site/profiles/eleventy/slugify'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'
import { fateOf } from './one-post'

const run = promisify(execFile)
/** A folder in which `npm install @11ty/eleventy@3.1.2` has run; without it these tests are skipped. */
const eleventyFolder = process.env.GALLEY_ELEVENTY ?? ''
const eleventy = join(eleventyFolder, 'node_modules/@11ty/eleventy/src/Eleventy.js')
const isInstalled = eleventyFolder !== '' && existsSync(eleventy)
if (!isInstalled) console.info('Skipped: GALLEY_ELEVENTY names no folder with Eleventy installed.')
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2,3').split(',').map(Number)

// Builds in memory and writes what Eleventy knows of every template.
const dump = `
const [, , out, mode, tag] = process.argv
process.env.ELEVENTY_RUN_MODE = mode
const { default: Eleventy } = await import(process.env.ELEVENTY)
const rows = {}
const site = new Eleventy(undefined, undefined, { quietMode: true, runMode: mode, source: 'script', config(config) {
  config.addCollection('everything', (api) => {
    for (const item of api.getAll()) rows[item.inputPath.slice(2)] = { isPost: [item.data.tags ?? []].flat().includes(tag), title: item.data.title ?? null, dateISO: item.date.toISOString(), url: item.url }
    return []
  })
} })
await site.init()
for (const page of await site.toJSON()) {
  const row = (rows[page.inputPath.slice(2)] ??= { isPost: false, url: page.url })
  row.day = /truth-day="([^"]*)"/.exec(page.content ?? '')?.[1] ?? null
  row.prefixed = /truth-url="([^"]*)"/.exec(page.content ?? '')?.[1] ?? null
}
const { writeFileSync } = await import('node:fs')
writeFileSync(out, JSON.stringify(rows))
`

type Row = {
  readonly isPost: boolean
  readonly title?: string | null
  readonly dateISO?: string
  readonly url: string | false
  readonly day?: string | null
}
type Rows = Readonly<Record<string, Row>>

async function build(root: string, zone: string, mode: 'build' | 'serve', tag: string): Promise<Rows> {
  const out = await createTemporaryFolder()
  await writeMadeUpSite(out, [['dump.mjs', dump]])
  await run('node', [join(out, 'dump.mjs'), join(out, 'rows.json'), mode, tag], {
    cwd: root,
    timeout: 60_000,
    env: { ...process.env, TZ: zone, ELEVENTY: eleventy, NODE_ENV: '' },
  })
  return JSON.parse(await readFile(join(out, 'rows.json'), 'utf8'))
}

describe.skipIf(!isInstalled)(
  'Eleventy itself (GALLEY_ELEVENTY names the folder that it is installed in)',
  () => {
    test.each(seeds)(
      'builds a made-up site (%i) as the profile tells',
      async (seed) => {
        const root = await createTemporaryFolder()
        const choices = randomChoices(seed)
        const zone = choices.pick(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])
        const { files, tag, prefix } = madeUpSite(choices)
        await writeMadeUpSite(root, Object.entries(files))
        const built = await build(root, zone, 'build', tag)
        const shown = await build(root, zone, 'serve', tag)
        const fates = await judgeSite(eleventyProfile, root, Date.now(), zone)
        const differences: string[] = []
        for (const [path, fate] of fates) {
          const row = shown[path] ?? built[path]
          const isVolatile = fate.volatile.length > 0
          const address = row === undefined || row.url === false ? null : prefixed(row.url, prefix)
          const known = row?.dateISO !== undefined
          const expected = {
            isPost: row?.isPost ?? false,
            published: typeof built[path]?.url === 'string',
            title: known ? (row.title ?? null) : null,
            dateISO: isVolatile || !known ? null : row.dateISO,
            permalink: isVolatile ? null : address,
            day: isVolatile || row?.day === undefined ? null : row.day,
          }
          const got = {
            isPost: fate.isPost,
            published: fate.published,
            title: known ? fate.title : null,
            dateISO: isVolatile || !known ? null : fate.dateISO?.replace('Z', '.000Z'),
            permalink: isVolatile ? null : fate.permalink,
            day: isVolatile || row?.day === undefined ? null : fate.day,
          }
          if (JSON.stringify(expected) !== JSON.stringify(got))
            differences.push(
              `${path}\n${files[path]}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`,
            )
        }
        for (const path of Object.keys(shown)) {
          if (!fates.has(path) && shown[path]?.isPost) differences.push(`${path} was not read`)
        }
        expect(Object.values(shown).filter(({ isPost }) => isPost).length).toBeGreaterThan(0)
        const setUp = Object.entries(files).filter(
          ([path]) => !/\.(?:md|html|njk|liquid|markdown)$/.test(path),
        )
        expect(differences, setUp.map((entry) => entry.join('\n')).join('\n\n')).toEqual([])
      },
      120_000,
    )

    test('slugs 1200 further titles alike', () => {
      const choices = randomChoices(7)
      const titles = Array.from({ length: 1200 }, () => randomTitle(choices))
      const filters = join(eleventyFolder, 'node_modules/@11ty/eleventy/src/Filters')
      const script = `const slugify = (await import('${filters}/Slugify.js')).default; const slug = (await import('${filters}/Slug.js')).default; const { readFileSync } = await import('node:fs'); console.log(JSON.stringify(JSON.parse(readFileSync(0)).map((title) => [slugify(title), slug(title)])))`
      const { stdout } = spawnSync('node', ['--input-type=module', '-e', script], {
        input: JSON.stringify(titles),
        encoding: 'utf8',
      })
      expect(titles.map((title) => [eleventySlugify(title), eleventySlug(title)])).toEqual(JSON.parse(stdout))
    })

    test('reads dates in many forms alike, and stops on the same', async () => {
      const differences: string[] = []
      const root = await createTemporaryFolder()
      const head = (form: string): string => `---\ntitle: x\ndate: ${form}\n---\n`
      const files = dateForms.map((form, index) => [`posts/p${index}.md`, head(form)] as const)
      await writeMadeUpSite(root, [...files, ['.eleventy.js', ''], ['try.mjs', tryEach]])
      const { stdout } = await run('node', ['try.mjs'], {
        cwd: root,
        env: { ...process.env, ELEVENTY: eleventy },
      })
      const theirs = JSON.parse(stdout) as Readonly<Record<string, string | null>>
      for (const [index, form] of dateForms.entries()) {
        const fate = fateOf(eleventyProfile, { path: `posts/p${index}.md`, text: head(form) })
        const stops = fate.problems.some((problem) => problem.includes('stops the build on the date'))
        const ours = stops
          ? null
          : fate.volatile.length > 0
            ? 'now'
            : (fate.dateISO?.replace('Z', '.000Z') ?? '')
        const expected = theirs[`posts/p${index}.md`] ?? null
        const isNow = expected !== null && Math.abs(Date.parse(expected) - Date.now()) < 3_600_000
        const rounded = expected?.replace(/\.\d+Z/, '.000Z') ?? null
        if ((isNow ? 'now' : rounded) !== ours) differences.push(`${form}: built ${expected}, told ${ours}`)
      }
      expect(differences).toEqual([])
    }, 60_000)
  },
)

// The date of every post, each in a build of its own; null where the build stops.
const tryEach = `
const { default: Eleventy } = await import(process.env.ELEVENTY)
const { readdirSync } = await import('node:fs')
const rows = {}
console.error = console.log = console.warn = () => {}
for (const name of readdirSync('posts')) {
  const path = 'posts/' + name
  rows[path] = null
  try {
    const site = new Eleventy(path, undefined, { quietMode: true, source: 'script', config(config) {
      config.addCollection('everything', (api) => { for (const item of api.getAll()) rows[path] = item.date.toISOString(); return [] })
    } })
    await site.init()
    await site.toJSON()
  } catch {}
}
process.stdout.write(JSON.stringify(rows), () => process.exit(0))
`

const dateForms = [
  ...[
    '2024-03-04',
    '"2024-03-04"',
    '2024-3-4',
    '2024/03/04',
    '20240304',
    '"20240304"',
    '04/03/2024',
    '2024-02-30',
  ],
  ...[
    '2024-13-01',
    '"2024-13-01"',
    '2024-03',
    '2024',
    '"2024"',
    '2024-W10',
    '2024-W10-1',
    '2024-064',
    '"2024064"',
  ],
  ...['2024-03-04 7:05', '2024-03-04 07:05', '2024-03-04 07:05:09', '2024-03-04 7:05:09', '2024-3-4 7:05:09'],
  ...[
    '2024-03-04T07:05',
    '2024-03-04T07:05:09',
    '"2024-03-04T07:05:09"',
    '2024-03-04T07:05:09.123',
    '2024-03-04t07:05:09z',
  ],
  ...[
    '2024-03-04 07:05:09.5',
    '2024-03-04T07:05:09Z',
    '2024-03-04 07:05Z',
    '2024-03-04T07:05Z',
    '2024-03-04T07Z',
  ],
  ...[
    '2024-03-04 07:05 +0100',
    '2024-03-04 07:05:09 +01:00',
    '2024-03-04 07:05:09 +1',
    '2024-03-04T23:30:00-0800',
  ],
  ...[
    '2024-03-04T23:30:00-08:00',
    '"2024-03-04T23:30:00-08:00"',
    '2024-03-04T24:00:00',
    '2024-03-04T25:00:00',
    'soon',
  ],
  ...[
    '1709595000',
    '0',
    '-5',
    '3.5',
    'true',
    'false',
    'null',
    '~',
    '""',
    '[2024-03-04]',
    '{a: 1}',
    'Last Modified',
  ],
  ...[
    'git created',
    'Created',
    'March 4, 2024',
    'Mon, 04 Mar 2024 23:30:00 -0800',
    '2024-03-04T07:05:09[Europe/Paris]',
  ],
  ...['+002024-03-04', '-000001-03-04', '99999-01-01', '0001-01-01', '" 2024-03-04"', '12:30', '"12:30"'],
]

function prefixed(url: string, prefix: string): string {
  return prefix === '' ? url : `/${prefix}${url}`
}

const esm = (text: string): string => `export default ${text}\n`
const permalinks = [
  '/{{ page.fileSlug }}/',
  '/w/{{ title | slugify }}-N/',
  '{{ page.filePathStem }}.html',
  '/{{ page.date | year }}/{{ page.fileSlug }}/index.html',
  'plain/N/',
  '/own//N/../n-N.html',
  '/{{ section }}/{{ page.fileSlug | upcase }}/',
  '/{{ page.date | date: "%Y/%m/%-d" }}/{{ page.fileSlug }}/',
  '/t/{{ title }}-N/',
  '/s/{{ title | slug }}N/',
]
const njkPermalinks = permalinks.map((text) =>
  text
    .replace('| upcase', '| upper')
    .replace('date: "%Y/%m/%-d"', 'iso')
    .replace('/t/{{ title }}', '/t/{{ title | lower }}'),
)

function madeUpSite(choices: RandomChoices): {
  readonly files: Readonly<Record<string, string>>
  readonly tag: string
  readonly prefix: string
} {
  const { pick, isOneIn, below } = choices
  const input = pick(['', 'src', 'content'])
  const base = input === '' ? '' : `${input}/`
  const engine = pick(['liquid', 'njk'])
  const prefix = pick(['', '', 'sub', 'a/b'])
  const folder = pick(['posts', 'blog', 'articles'])
  const tag = pick(['posts', 'post', 'articles', 'pieces'])
  const hold = pick(['none', 'preprocessor', 'starter', 'computed', 'future', 'environment'])
  const usual = pick([
    null,
    null,
    ...(engine === 'liquid' ? permalinks : njkPermalinks).filter((text) => !text.includes('N')),
  ])
  const isDeep = !isOneIn(4)
  const style = pick(['function', 'object', 'setters'])
  const directories = {
    input: input === '' ? '.' : input,
    includes: pick(['_includes', input === '' ? '_includes' : '../_includes', 'parts']),
    data: '_data',
    output: '_site',
  }
  const includes = directories.includes.startsWith('..') ? '_includes' : `${base}${directories.includes}`
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the site's program has the placeholder
  const markedTitle = '`${data.title} (draft)`'
  const registered = [
    "eleventyConfig.addFilter('year', (date) => String(date.getUTCFullYear()))",
    "eleventyConfig.addFilter('iso', function (date) { return date.toISOString().slice(0, 10) })",
    isDeep ? '' : 'eleventyConfig.setDataDeepMerge(false)',
    hold === 'preprocessor'
      ? "eleventyConfig.addPreprocessor('drafts', '*', (data) => { if (data.draft && process.env.ELEVENTY_RUN_MODE === 'build') return false })"
      : '',
    hold === 'starter'
      ? "eleventyConfig.addPreprocessor('drafts', '*', (data, content) => {\n if (data.draft) { data.title = TITLE }\n if (data.draft && process.env.ELEVENTY_RUN_MODE === 'build') { return false }\n })"
          .replace('TITLE', markedTitle)
          .replace('TITLE', markedTitle)
      : '',
    hold === 'future'
      ? "const isLive = (data) => !(data.page.date > new Date())\n eleventyConfig.addPreprocessor('later', 'md', (data) => { if (!isLive(data) && process.env.ELEVENTY_RUN_MODE !== 'serve') return false })"
      : '',
    isOneIn(3) ? "eleventyConfig.ignores.add('src/posts/raw/**')" : '',
    isOneIn(3) ? "eleventyConfig.addGlobalData('section', 'global')" : '',
    isOneIn(4)
      ? "eleventyConfig.addExtension('markdown', { key: 'md' })\n  eleventyConfig.addTemplateFormats('markdown')"
      : '',
    isOneIn(4) ? "eleventyConfig.setDataFileBaseName('index')" : '',
    "eleventyConfig.addPassthroughCopy('img')",
  ].filter((line) => line !== '')
  const settings = {
    markdownTemplateEngine: engine,
    htmlTemplateEngine: engine,
    ...(prefix === '' ? {} : { pathPrefix: `/${prefix}/` }),
    ...(style === 'setters' ? {} : { dir: directories }),
  }
  const setters =
    style === 'setters'
      ? [
          `eleventyConfig.setInputDirectory('${directories.input}')`,
          `eleventyConfig.setIncludesDirectory('${directories.includes}')`,
        ]
      : []
  const body = [...setters, ...registered].map((line) => `  ${line}\n`).join('')
  const config =
    style === 'object'
      ? `module.exports = function (eleventyConfig) {\n${body}  return ${JSON.stringify(settings)}\n}\n`
      : `export default function (eleventyConfig) {\n${body}}\nexport const config = ${JSON.stringify(settings)}\n`
  const isBaseName = body.includes('setDataFileBaseName')
  const files: Record<string, string> = {
    [style === 'object' ? 'eleventy.config.cjs' : 'eleventy.config.mjs']: config,
    'package.json': '{"name":"x","scripts":{"build":"eleventy"},"devDependencies":{"@11ty/eleventy":"3"}}',
    [`${includes}/post.${engine}`]: `---\nsection: laid\n---\n<i truth-day="{{ page.date | iso }}"></i>{{ content }}\n`,
    [`${includes}/page.liquid`]: '<i truth-day="{{ page.date | date: "%Y-%m-%d" }}"></i>{{ content }}\n',
    '.gitignore': '_site\nnode_modules/\nprivate\n',
    '.eleventyignore': isOneIn(2) ? `${base}${folder}/scratch/\n` : '# nothing\n',
  }
  const shared: Record<string, unknown> = {
    layout: pick([`post.${engine}`, 'page.liquid']),
    ...(usual === null ? {} : { permalink: usual }),
  }
  const data = { tags: pick([tag, [tag], [tag, 'more']]), ...shared }
  const code = JSON.stringify(data)
  const [name, text] = isBaseName
    ? (['index.11tydata.json', code] as const)
    : pick([
        [`${folder}.json`, code] as const,
        [`${folder}.11tydata.json`, code] as const,
        [`${folder}.11tydata.mjs`, esm(code)] as const,
        [`${folder}.11tydata.mjs`, `const all = ${code}\nexport default all\n`] as const,
        [`${folder}.11tydata.cjs`, `module.exports = ${code}`] as const,
        [`${folder}.11tydata.cjs`, `module.exports = function () { return ${code} }`] as const,
      ])
  files[`${base}${folder}/${name}`] = text
  if (!isBaseName && isOneIn(3))
    files[`${base}${folder}/deep/deep.json`] = '{"tags":["deep"],"section":"deep"}'
  if (hold === 'computed')
    files[`${base}_data/eleventyComputed.mjs`] = esm(
      '{ permalink: (data) => { if (data.draft && process.env.ELEVENTY_RUN_MODE === "build") { return false } return data.permalink } }',
    )
  if (hold === 'environment')
    files[`${base}${folder}/${isBaseName ? 'x' : `${folder}.11tydata`}.mjs`] = esm(
      `{ tags: ["${tag}"], eleventyComputed: { permalink: (data) => (data.draft && !process.env.SHOW_DRAFTS ? false : data.permalink) } }`,
    )
  if (isOneIn(3)) files[`${base}_data/section.json`] = '"from data"'
  for (let index = 0; index < 40; index += 1) {
    const title = randomTitle(choices).replace(/["\\\u2028{}<>|?*:]/g, '')
    const place = pick(['', '', '', '', 'deep/', 'scratch/', 'raw/', '2024-05-05/', 'private/'])
    const dated = isOneIn(3) ? `2024-0${1 + below(9)}-${10 + below(18)}-` : ''
    const ending = pick(['.md', '.md', '.md', '.md', '.html', `.${engine}`, '.markdown'])
    const own = pick(engine === 'liquid' && ending !== '.njk' ? permalinks : njkPermalinks).replaceAll(
      'N',
      String(index),
    )
    const lines = [
      isOneIn(8) ? '' : `title: "${title}"`,
      isOneIn(5)
        ? ''
        : `date: ${pick(['2024-05-06', '2036-01-02 10:00:00', '2023-12-31T23:30:00', '2024-02-03T20:05:06-08:00', '"2024-02-29"', '2024-02-29 23:30:00'])}`,
      isOneIn(6) ? 'draft: true' : '',
      isOneIn(5) ? `tags: ${pick(['extra', '[a, b]', `[${tag}, x]`, ''])}` : '',
      isOneIn(9) ? 'eleventyExcludeFromCollections: true' : '',
      isOneIn(4) && !/section|page\.date/.test(own)
        ? `permalink: '${own}'`
        : isOneIn(12)
          ? 'permalink: false'
          : '',
      isOneIn(5) ? 'section: mine' : '',
      isOneIn(9) ? 'layout: page.liquid' : '',
    ].filter((line) => line !== '')
    const slug = pick([`post-${index}`, `Post ${index} ü.x`, `d${index}/index`, `e${index}/e${index}`])
    const at = slug.lastIndexOf('/') + 1
    const path = `${base}${folder}/${place}${slug.slice(0, at)}${slug.includes('/') ? '' : dated}${slug.slice(at)}${ending}`
    files[path] = `${lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`}Text ${index}.\n`
  }
  files[`${base}index.md`] = '---\ntitle: Home\ndate: 2020-02-02\n---\nHome\n'
  return { files, tag, prefix }
}
