import { execFile, spawnSync } from 'node:child_process'
import { readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hexoProfile } from '#shared/site/profiles/hexo'
import { hexoInstant } from '#shared/site/profiles/hexo/dates'
import { hexoSlugize } from '#shared/site/profiles/hexo/slugize'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

const run = promisify(execFile)
/** A folder in which `npm install hexo hexo-renderer-marked hexo-renderer-ejs` has run; without it these tests are skipped. */
const hexoFolder = process.env.GALLEY_HEXO ?? ''
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2').split(',').map(Number)

// What Hexo knows of every post, by path; with and without what is held back.
const dump = `
const [, , base, out, all] = process.argv
const Hexo = require('hexo')
const util = require('hexo-util')
;(async () => {
  const hexo = new Hexo(base, { silent: true, draft: all === 'all', drafts: all === 'all' })
  await hexo.init()
  if (all === 'all') { hexo.config.render_drafts = true; hexo.config.future = true }
  await hexo.load()
  const rows = {}
  for (const post of hexo.locals.get('posts').toArray()) {
    let url = null
    try { url = util.url_for.call(hexo, post.path) } catch {}
    rows[require('path').basename(hexo.source_dir) + '/' + post.source] = { title: post.title, url, date: post.date.toISOString() }
  }
  require('fs').writeFileSync(out, JSON.stringify(rows))
  await hexo.exit()
})().catch((error) => { console.error(error); process.exit(1) })
`

type Rows = Readonly<
  Record<string, { readonly title: string; readonly url: string | null; readonly date: string }>
>

async function build(root: string, zone: string, all: boolean): Promise<Rows> {
  const out = await createTemporaryFolder()
  await writeMadeUpSite(out, [['dump.js', dump]])
  await symlink(join(hexoFolder, 'node_modules'), join(out, 'node_modules'))
  // what it remembers of a build without drafts
  await rm(join(root, 'db.json'), { force: true })
  await run('node', [join(out, 'dump.js'), root, join(out, 'rows.json'), all ? 'all' : 'usual'], {
    timeout: 60_000,
    env: { ...process.env, TZ: zone },
  })
  return JSON.parse(await readFile(join(out, 'rows.json'), 'utf8'))
}

describe.skipIf(hexoFolder === '')(
  'Hexo itself (GALLEY_HEXO names the folder that it is installed in)',
  () => {
    test.each(seeds)(
      'builds a made-up site (%i) as the profile tells',
      async (seed) => {
        const root = await createTemporaryFolder()
        const choices = randomChoices(seed)
        const zone = choices.pick(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])
        const files = madeUpSite(choices)
        await writeMadeUpSite(root, Object.entries(files))
        await symlink(join(hexoFolder, 'node_modules'), join(root, 'node_modules'))
        const [usual, all] = [await build(root, zone, false), await build(root, zone, true)]
        const fates = await judgeSite(hexoProfile, root, Date.now(), zone)
        const differences: string[] = []
        for (const [path, fate] of fates) {
          const row = all[path]
          if (row === undefined && !fate.isPost) continue
          const isVolatile = fate.volatile.length > 0
          const expected = {
            isPost: row !== undefined,
            published: usual[path] !== undefined,
            title: row?.title ?? null,
            dateISO: isVolatile ? null : (row?.date.replace(/\.\d+Z$/, 'Z') ?? null),
            permalink: fate.volatile.includes('permalink') ? null : decoded(row?.url ?? null),
          }
          const got = {
            isPost: fate.isPost,
            published: fate.published,
            title: fate.title,
            dateISO: isVolatile ? null : fate.dateISO,
            permalink: fate.volatile.includes('permalink') ? null : fate.permalink,
          }
          if (JSON.stringify(expected) !== JSON.stringify(got))
            differences.push(
              `${path}\n${files[path]}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`,
            )
        }
        for (const path of Object.keys(all)) if (!fates.has(path)) differences.push(`${path} was not read`)
        expect(Object.keys(all).length).toBeGreaterThan(0)
        expect(differences, files['_config.yml']).toEqual([])
      },
      120_000,
    )

    test('slugs 600 further titles alike', async () => {
      const choices = randomChoices(7)
      const titles = Array.from({ length: 600 }, () => randomTitle(choices))
      const script =
        "const { slugize } = require('hexo-util'); const titles = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify(titles.map((t) => [slugize(t), slugize(t, { transform: 1 }), slugize(t, { transform: 2 })])))"
      const { stdout } = spawnSync('node', ['-e', script], {
        input: JSON.stringify(titles),
        cwd: hexoFolder,
        encoding: 'utf8',
      })
      const ours = titles.map((title) => [hexoSlugize(title), hexoSlugize(title, 1), hexoSlugize(title, 2)])
      expect(ours).toEqual(JSON.parse(stdout))
    })

    test('reads dates in many forms alike', () => {
      const script =
        "const { parse } = require('hexo-front-matter'); const { toDate, adjustDateForTimezone } = require(process.cwd() + '/node_modules/hexo/dist/plugins/processor/common.js');" +
        "const cases = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify(cases.map(([form, zone]) => { let d = parse('---\\ndate: ' + form + '\\n---\\n').date; if (d) d = toDate(d); if (d && zone) d = adjustDateForTimezone(d, zone); return d ? d.toISOString() : null })))"
      const zones = [null, 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata']
      for (const machineZone of ['UTC', 'America/New_York', 'Australia/Sydney']) {
        const cases = zones.flatMap((zone) => dateForms.map((form) => [form, zone] as const))
        const { stdout } = spawnSync('node', ['-e', script], {
          input: JSON.stringify(cases),
          cwd: hexoFolder,
          env: { ...process.env, TZ: machineZone },
          encoding: 'utf8',
        })
        const ours = cases.map(([form, zone]) => {
          const isQuoted = /^["']/.test(form)
          const text = isQuoted ? form.slice(1, -1) : form
          const instant = hexoInstant(text, isQuoted, { machineZone, statedZone: zone })
          return [form, zone, instant === null ? null : new Date(instant).toISOString()]
        })
        const theirs = (JSON.parse(stdout) as readonly (string | null)[]).map((date, index) => [
          ...(cases[index] ?? []),
          date,
        ])
        expect(ours, machineZone).toEqual(theirs)
      }
    })
  },
)

function decoded(url: string | null): string | null {
  return url === null ? null : decodeURIComponent(url)
}

const dateForms = [
  ...[
    '2024-03-04',
    '"2024-03-04"',
    '2024-3-4',
    '2024/03/04',
    '2024.03.04',
    '20240304',
    '04/03/2024',
    '25/12/2024',
  ],
  ...[
    '2024-02-30',
    '2024-13-01',
    '2024-03-04 7:05',
    '2024-03-04 07:05',
    '2024-03-04 07:05:09',
    '2024-03-04T07:05',
  ],
  ...['2024-03-04T07:05:09.123', '2024-03-04 07:05:09.5', '2024-03-04T07:05:09Z', '2024-03-04 07:05Z'],
  ...[
    '2024-03-04 07:05 +0100',
    '2024-03-04 07:05:09 +01:00',
    '2024-03-04 07:05:09 +1',
    '2024-03-04T23:30:00-0800',
  ],
  ...['2024-03-04 23:30:00 EST', '2024-03-04 07:05 PM', 'March 4, 2024', 'Mar 4 2024', '4 March 2024 10:00'],
  ...['Monday, March 4, 2024', 'Mon, 04 Mar 2024 23:30:00 -0800', 'Mon, 04 Mar 2024 23:30:00 GMT', '2024'],
  ...[
    '2024-03',
    '"2024-03-04 23:30:00"',
    "'2024-03-04T23:30:00'",
    '2024-03-10 02:30:00',
    '2024-11-03 01:30:00',
  ],
  ...[
    'soon',
    '1709595000',
    '1709595000000',
    '-5',
    '0',
    '2024-03-04 at 10:00',
    '4.3.2024',
    '2024-3-4 7:05:09',
  ],
]

function madeUpSite(choices: RandomChoices): Readonly<Record<string, string>> {
  const { pick, isOneIn, below } = choices
  const setting = (name: string, values: readonly string[]): string => {
    const value = pick(values)
    return value === '' ? '' : `${name}: ${value}\n`
  }
  const rule = pick([
    ':title.md',
    ':year-:month-:day-:title.md',
    ':i_month-:title.md',
    ':lang/:title.md',
    ':year/:title.markdown',
  ])
  const config = [
    'title: x\ntheme: none\n',
    setting('url', ['https://example.org', 'https://example.org/sub']),
    setting('root', ['', '/', '/b/', '/b']),
    setting('permalink', [
      '',
      ':title/',
      ':category/:name.html',
      ':year/:i_month/:i_day/:post_title/',
      ':lang/:year/:title.html',
      ':hash/',
      'p/:timestamp/:title/index.html',
      ':year:month:day/:hour:minute:second',
    ]),
    `new_post_name: "${rule}"\n`,
    setting('timezone', ['', 'Asia/Tokyo', 'America/New_York', "''"]),
    setting('post_asset_folder', ['', 'true', 'false']),
    setting('future', ['', 'false']),
    setting('filename_case', ['', '1', '2']),
    setting('render_drafts', ['', 'false']),
    setting('use_slug_as_post_title', ['', 'true']),
    setting('default_category', ['', 'loose']),
    isOneIn(3) ? 'category_map:\n  Tea & Cake: sweet\n' : '',
    isOneIn(3) ? 'pretty_urls:\n  trailing_index: false\n  trailing_html: false\n' : '',
    isOneIn(3) ? 'skip_render: "_posts/raw/**"\n' : '',
    isOneIn(2) ? 'permalink_defaults:\n  lang: en\n' : '',
  ].join('')
  const files: Record<string, string> = {
    '_config.yml': config,
    'package.json':
      '{"name":"x","hexo":{"version":"8"},"dependencies":{"hexo":"8","hexo-renderer-marked":"7"}}',
  }
  for (let index = 0; index < 40; index += 1) {
    const title = randomTitle(choices).replace(/["\\]/g, '')
    const folder = pick([
      '_posts/',
      '_posts/',
      '_posts/',
      '_drafts/',
      '_posts/en/',
      '_posts/raw/',
      '_posts/2024/',
    ])
    const dated = isOneIn(3) ? `2024-0${1 + below(9)}-${10 + below(18)}-` : ''
    const name = pick(['', '', '', '', '', '_', '.'])
    const ending = pick(['.md', '.md', '.md', '.markdown', '.html', '.txt'])
    const lines = [
      isOneIn(8) ? '' : `title: "${title}"`,
      isOneIn(6)
        ? ''
        : `date: ${pick(['2024-05-06', '2036-01-02 10:00:00', '2023-12-31 23:30:00', '2024-02-03T04:05:06-08:00', 'Mar 4, 2024', '2024-02-29 23:30', 'soon'])}`,
      isOneIn(6) ? `published: ${pick(['false', 'true', '"false"'])}` : '',
      isOneIn(3) ? `categories: ${pick(['Tea & Cake', '[News, Old News]', '[Ünï]', '[]', ''])}` : '',
      isOneIn(7)
        ? `permalink: ${pick(['own/place', 'own/place/', '/own.html', 'own place/ü'])}-${index}`
        : '',
      isOneIn(5) ? `lang: ${pick(['en', 'de'])}` : '',
      isOneIn(6) ? `slug: chosen-${index}` : '',
      isOneIn(6) ? 'draft: true' : '',
    ].filter((line) => line !== '')
    const head = lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`
    files[`source/${folder}${name}${dated}Post ${index}${isOneIn(5) ? ' ü.x' : ''}${ending}`] =
      `${head}Text ${index}.\n`
  }
  return files
}
