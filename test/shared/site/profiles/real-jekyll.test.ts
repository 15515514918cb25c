import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { jekyllProfile } from '#shared/site/profiles/jekyll'
import { jekyllInstant } from '#shared/site/profiles/jekyll/ruby-time'
import { jekyllSlugify } from '#shared/site/profiles/jekyll/slugify'
import { isoOf } from '#shared/site/profiles/zone-time'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

const run = promisify(execFile)
const isInstalled = spawnSync('jekyll', ['--version']).status === 0
const now = Date.parse('2026-11-22T00:00:00Z')
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2').split(',').map(Number)

// What Jekyll knows of every document and page, by path.
const dump = `
require "json"
Jekyll::Hooks.register :site, :post_write do |site|
  out = {}
  add = lambda do |path, d, kind|
    date = d.is_a?(Jekyll::Document) ? d.date : d.data["date"]
    out[path] = { "kind" => kind, "title" => d.data["title"]&.to_s, "url" => d.url,
      "date" => (date.is_a?(Time) ? date.dup.utc.strftime("%Y-%m-%dT%H:%M:%SZ") : nil),
      "day" => (date.is_a?(Time) ? date.strftime("%Y-%m-%d") : nil) }
  end
  site.collections.each do |label, c|
    c.docs.each { |d| add.(d.path.sub(site.source + "/", ""), d, label) if d.write? }
  end
  site.pages.each { |p| add.(p.relative_path, p, "page") unless p.is_a?(Jekyll::PageWithoutAFile) }
  File.write(ENV["DUMP"], JSON.generate(out))
end
`

type Built = Readonly<
  Record<
    string,
    {
      readonly kind: string
      readonly title: string | null
      readonly url: string
      readonly date: string | null
      readonly day: string | null
    }
  >
>

async function build(root: string, out: string, zone: string, switches: readonly string[]): Promise<Built> {
  const file = `${out}.json`
  const config = ['--config', `${join(root, '_config.yml')},${out}-time.yml`]
  await writeFile(`${out}-time.yml`, 'time: 2026-11-22 00:00:00\n')
  await run(
    'jekyll',
    ['build', '-q', '-s', root, '-d', out, '--disable-disk-cache', ...config, ...switches],
    {
      cwd: root,
      timeout: 60_000,
      env: { ...process.env, TZ: zone, LANG: 'C.UTF-8', DUMP: file },
    },
  )
  return JSON.parse(await readFile(file, 'utf8')) as Built
}

describe.skipIf(!isInstalled)('Jekyll itself', () => {
  test.each(seeds)(
    'builds a made-up site (%i) as the profile tells',
    async (seed) => {
      const root = await createTemporaryFolder()
      const choices = randomChoices(seed)
      const zone = choices.pick(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])
      await writeMadeUpSite(root, madeUpSite(choices))
      const out = await createTemporaryFolder()
      const usual = await build(root, join(out, 'usual'), zone, [])
      const all = await build(root, join(out, 'all'), zone, ['--drafts', '--future', '--unpublished'])
      const fates = await judgeSite(jekyllProfile, root, now, zone)
      const config = await readFile(join(root, '_config.yml'), 'utf8')
      const base = /^baseurl: (.*)$/m.exec(config)?.[1] ?? ''
      const differences: string[] = []
      for (const [path, fate] of fates) {
        const built = all[path]
        const expected = {
          isPost: built?.kind === 'posts',
          published: usual[path] !== undefined,
          title: built?.title ?? null,
          dateISO: built?.date ?? null,
          day: fate.day === null ? null : (built?.day ?? null),
          permalink: built === undefined ? null : decodeURIComponent(base.replace(/\/$/, '') + built.url),
        }
        const { isPost, published, title, dateISO, day, permalink } = fate
        const got = { isPost, published, title, dateISO, day, permalink }
        if (built === undefined && !isPost) continue
        if (JSON.stringify(expected) !== JSON.stringify(got))
          differences.push(`${path}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`)
      }
      for (const path of Object.keys(all)) if (!fates.has(path)) differences.push(`${path} was not read`)
      expect(Object.values(all).length).toBeGreaterThan(20)
      expect(differences, config).toEqual([])
    },
    120_000,
  )

  test('slugs 600 further titles alike', async () => {
    const choices = randomChoices(7)
    const titles = Array.from({ length: 600 }, () => randomTitle(choices))
    const script =
      'require "jekyll"; require "json"; STDIN.set_encoding("utf-8"); Jekyll.logger.log_level = :error; puts JSON.generate(JSON.parse(STDIN.read).map { |t| ' +
      '[Jekyll::Utils.slugify(t), Jekyll::Utils.slugify(t, mode: "pretty", cased: true)] })'
    const { stdout } = spawnSync('ruby', ['-e', script], {
      input: JSON.stringify(titles),
      timeout: 60_000,
      encoding: 'utf8',
    })
    const ours = titles.map((title) => [jekyllSlugify(title), jekyllSlugify(title, 'pretty', true)])
    expect(ours).toEqual(JSON.parse(stdout))
  })

  test('reads dates in many forms alike', () => {
    const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Sydney', 'Asia/Kolkata', 'UTC']
    for (const zone of zones) {
      const script =
        'require "psych"; require "time"; require "json"; puts JSON.generate(JSON.parse(STDIN.read).map { |s| v = Psych.safe_load("d: " + s, permitted_classes: [Date, Time])["d"]; ' +
        'begin; Time.parse(v.to_s).utc.strftime("%Y-%m-%dT%H:%M:%SZ"); rescue ArgumentError; nil; end })'
      const input = JSON.stringify(dateForms)
      const env = { ...process.env, TZ: zone }
      const { stdout } = spawnSync('ruby', ['-e', script], { input, env, timeout: 60_000, encoding: 'utf8' })
      const ours = dateForms.map((form) => {
        const isQuoted = form.startsWith('"')
        const instant = jekyllInstant(isQuoted ? form.slice(1, -1) : form, isQuoted, zone)
        return [form, instant === null ? null : isoOf(instant)]
      })
      const theirs = (JSON.parse(stdout) as (string | null)[]).map((date, index) => [dateForms[index], date])
      expect(ours, zone).toEqual(theirs)
    }
  })
})

const dateForms = [
  ...[
    '2024-03-04',
    '2024-3-4',
    '"2024-03-04"',
    '2024/03/04',
    '2024.03.04',
    '04.03.2024',
    '4-3-2024',
    '04/03/2024',
    '20240304',
  ],
  ...[
    '2024-03-10 02:30',
    '"2024-03-10 02:30:00"',
    '2024-11-03 01:30',
    '2024-10-27 02:30',
    '2024-04-07 02:30',
    '2024-10-06 02:30',
  ],
  ...[
    '2024-03-31 02:30',
    '2024-03-04 23:30:00',
    '"2024-03-04 23:30:00"',
    '2024-03-04T23:30:00',
    '2024-03-04T23:30',
    '2024-03-04 24:00',
  ],
  ...[
    '2024-03-04 23:30:00 Z',
    '2024-03-04 23:30:00Z',
    '2024-03-04 23:30:00 +05:30',
    '2024-03-04 23:30:00 +0530',
    '2024-03-04 23:30:00 +5',
  ],
  ...[
    '2024-03-04 23:30 +0530',
    '2024-03-04 23:30 PST',
    '2024-03-04 23:30 CET',
    '2024-03-04 23:30 UTC',
    '2024-03-04 23:30 EDT',
  ],
  ...[
    '2024-03-04 23:30:15.25',
    '2024-03-04 11:30 pm',
    '2024-03-04 12:05 AM',
    '2024-03-04 9am',
    'Mar 4, 2024',
    'March 4 2024',
    '4 March 2024',
  ],
  ...[
    '4th March 2024',
    'March 4th, 2024 9:05 PM',
    'Mon, 04 Mar 2024 23:30:00 -0800',
    'Monday 4 March 2024',
    'March 2024',
    '2024-064',
  ],
  ...[
    '2024-02-30',
    '2024-13-01',
    'soon',
    'Tuesday',
    '2024-03-04T10:11:12.5+09:00',
    '20240304T101112Z',
    '20240304101112',
    '2024/3/4 5:06',
  ],
  ...[
    '2024-03-04 at 10:00',
    '04-Mar-2024',
    'Mar-04-2024',
    'Sept 4 2024',
    "4 Mar '24",
    '2024-03-04 10:00 America/New_York',
  ],
]

function madeUpSite(choices: RandomChoices): readonly (readonly [path: string, text: string])[] {
  const { pick, isOneIn, below } = choices
  const collectionsDir = isOneIn(3) ? pick(['content', 'src/blog']) : null
  const start = collectionsDir === null ? '' : `${collectionsDir}/`
  const config = [
    'title: Made up',
    ...(isOneIn(2)
      ? [`timezone: ${pick(['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Etc/UTC'])}`]
      : []),
    ...(isOneIn(2) ? [`permalink: ${pick(permalinks)}`] : []),
    ...(isOneIn(2) ? [`baseurl: ${pick(['/base', '/a/b', '/slash/'])}`] : []),
    ...(isOneIn(3) ? [`future: ${pick(['true', 'yes', 'false'])}`] : []),
    ...(isOneIn(4) ? ['show_drafts: true'] : []),
    ...(isOneIn(5) ? ['unpublished: true'] : []),
    ...(isOneIn(5) ? ['markdown_ext: markdown,md,text'] : []),
    ...(collectionsDir === null ? [] : [`collections_dir: ${collectionsDir}`]),
    ...(isOneIn(2) ? ['exclude: [scratch, "*.bak.md", "fruit/old/"]'] : []),
    ...(isOneIn(2) ? ['include: [_pages, "_posts/_kept"]'] : []),
    ...(isOneIn(2) ? [pick(collectionForms)] : []),
    ...(isOneIn(2)
      ? ['defaults:', ...Array.from({ length: 1 + below(4) }, () => randomDefault(choices, start))]
      : []),
    '',
  ].join('\n')
  const files = new Map<string, string>([
    ['_config.yml', config],
    ['_layouts/post.html', '{{ content }}'],
    ['_plugins/dump.rb', dump],
    ['index.md', '---\ntitle: Home\n---\n'],
    ['about.md', '---\ntitle: About\n---\n'],
    ['Notes & More/some page.html', '---\n---\n'],
    ['scratchpad.md', '---\ntitle: Pad\n---\n'],
    ['_pages/kept.md', '---\npermalink: /kept/\n---\n'],
    [`${start}_walks/one.md`, '---\ntitle: One\ndate: 2024-01-01\n---\n'],
    [`${start}_walks/deep/2024-05-06-two.v2.md`, '---\n---\n'],
    [`${start}_walks/_hidden.md`, '---\ndate: 2024-01-01\n---\n'],
  ])
  const folders = ['', 'fruit/', 'a b/Cé/', 'fruit/old/', 'scratch/', '_private/', 'my_posts/']
  const inside = ['', '', '', 'log/', '_kept/', '.dot/', 'deep/er/']
  for (let count = 0; count < 70; count++) {
    const isOutside = isOneIn(15)
    const special = isOneIn(6) ? '_drafts/' : '_posts/'
    const date = special === '_posts/' || isOneIn(3) ? `${randomDay(choices)}-` : ''
    const name =
      randomTitle(choices)
        .replace(/[/\u2028]/g, '')
        .slice(0, 60) || 'x'
    const ending = pick(['.md', '.md', '.md', '.markdown', '.html', '.text', '.mkd', '.txt'])
    const path = `${isOutside ? '' : start}${pick(folders)}${special}${pick(inside)}${isOneIn(20) ? '' : date}${name}${count}${ending}`
    files.set(path, randomPost(choices))
  }
  return [...files]
}

const permalinks = [
  ...[
    'pretty',
    'ordinal',
    'weekdate',
    'none',
    'date',
    '/:title',
    '/blog/:year/:i_month/:i_day/:slug/',
    '/:categories/:name.html',
  ],
  ...[
    '/:slugified_categories/:short_year-:short_month-:short_day/:title:output_ext',
    '/:year_:month_:day/:title/',
  ],
  ...[
    '/:long_month/:long_day/:w_year/:week/:w_day/:hour:minute:second/:title',
    '/:collection/:path/',
    ':year/:title',
  ],
]

const collectionForms = [
  'collections: [walks]',
  'collections:\n  walks:\n    output: true',
  'collections:\n  walks:\n    output: true\n    permalink: /w/:year/:path/:name/\n  posts:\n    permalink: /p/:title/',
  'collections:\n  posts:\n    permalink: pretty',
]

function randomDefault({ pick }: RandomChoices, start: string): string {
  const scope = pick([
    ...[
      'path: ""',
      'path: "", type: posts',
      'type: posts',
      'path: fruit',
      'path: _posts/log',
      'path: "_posts/*/er"',
      'path: "*/_posts", type: posts',
    ],
    ...[
      'path: "", type: drafts',
      'path: "", type: pages',
      `path: "${start}fruit/_posts"`,
      'path: _drafts',
      'path: "", type: walks',
    ],
  ])
  const values = pick([
    ...[
      'layout: post',
      'permalink: "/d/:title/"',
      'published: false',
      'categories: [Dé Fault, two]',
      'category: single',
      'layout: none',
    ],
    ...[
      'categories: from text',
      'date: "2023-05-06 07:08"',
      'title: From defaults',
      'permalink: /fixed/:year/:slug.html',
      'slug: given',
    ],
  ])
  return `  - scope: { ${scope} }\n    values: { ${values} }`
}

function randomDay({ pick, below }: RandomChoices): string {
  const [month, day] = [1 + below(12), 1 + below(28)]
  const year = pick([2024, 2024, 2023, 2012, 2036])
  return pick([
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    `${year}-${month}-${day}`,
    `${year % 100}-${month}-${day}`,
  ])
}

function randomPost(choices: RandomChoices): string {
  const { pick, isOneIn, below } = choices
  if (isOneIn(15))
    return pick(['No front matter\n', '---\ntitle: a: b\n---\n', '---\ntitle: Never closed\n', ''])
  const day = `2024-${String(1 + below(12)).padStart(2, '0')}-${String(10 + below(18))}`
  const fields = [
    ...(isOneIn(4)
      ? []
      : [
          `title: ${pick(['Plain', quoted(randomTitle(choices)), 'yes', '1.10', '2024', '""', '~', '2024-05-06'])}`,
        ]),
    ...(isOneIn(2)
      ? [
          `date: ${pick([day, `${day} 23:30:00`, `"${day} 23:30:00"`, `${day} 23:30`, `${day} 01:30:00 +0900`, `${day}T23:30:00-08:00`, 'Mar 4, 2024', '2036-01-01'])}`,
        ]
      : []),
    ...(isOneIn(3)
      ? [
          `categories: ${pick(['one two', '[One, "Two Words", 3]', '[]', '~', 'Ünï', '["C#", "50%"]', '\n  - x\n  - y'])}`,
        ]
      : []),
    ...(isOneIn(6) ? [`category: ${pick(['Single One', 'x', '[p, q]'])}`] : []),
    ...(isOneIn(8) ? [`slug: ${pick(['own-slug', 'Own Slug!', '"dots..."', 'ünï'])}`] : []),
    ...(isOneIn(8)
      ? [
          `permalink: ${pick(['/fixed/', '/fixed/:title.html', 'no-slash/:year', '/a b/ü/:slug', '/x.:title', '/%20enc/'])}`,
        ]
      : []),
    ...(isOneIn(6) ? [`published: ${pick(['false', 'true', '"false"', 'no', 'off', 'False', '~'])}`] : []),
    ...(isOneIn(8) ? [`draft: ${pick(['true', 'false'])}`] : []),
    ...(isOneIn(3) ? [`layout: ${pick(['post', 'none', 'missing', '~', 'false'])}`] : []),
  ]
  return `---\n${fields.join('\n')}${fields.length === 0 ? '' : '\n'}---\nText\n`
}

// Ruby's YAML breaks lines at a sign that others take as it is
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028')
}
