import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hugoProfile } from '#shared/site/profiles/hugo'
import { hugoTime } from '#shared/site/profiles/hugo/go-time'
import { humanize, titleCase } from '#shared/site/profiles/hugo/title-case'
import { anchorize, urlize } from '#shared/site/profiles/hugo/urlize'
import { clockWithOffset, dayOf, isoOf } from '#shared/site/profiles/zone-time'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

const run = promisify(execFile)
const isInstalled = spawnSync('hugo', ['version']).status === 0
const now = Date.parse('2026-11-22T00:00:00Z')
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2').split(',').map(Number)

// What Hugo knows of every page of the site, in all languages.
const dump = `
{{- $out := slice -}}
{{- range site.AllPages -}}{{- if .File -}}
{{- $out = $out | append (dict "file" .File.Filename "title" .Title "date" (cond .Date.IsZero "" (.Date.UTC.Format "2006-01-02T15:04:05Z")) "day" (cond .Date.IsZero "" (.Date.Format "2006-01-02")) "permalink" .RelPermalink "section" .Section "kind" .Kind "language" .Lang "mainSections" .Site.Params.mainSections) -}}
{{- end -}}{{- end -}}
{{- $out | jsonify -}}
`

type BuiltPage = {
  readonly file: string
  readonly title: string
  readonly date: string
  readonly day: string
  readonly permalink: string
  readonly section: string
  readonly kind: string
  readonly language: string
  readonly mainSections: readonly string[]
}

async function hugo(
  root: string,
  out: string,
  zone: string,
  switches: readonly string[] = [],
): Promise<void> {
  await run('hugo', ['--quiet', '-s', root, '-d', out, '--clock', '2026-11-22T00:00:00Z', ...switches], {
    timeout: 60_000,
    env: { ...process.env, TZ: zone, HUGO_CACHEDIR: join(out, 'cache') },
  })
}

async function build(
  root: string,
  out: string,
  zone: string,
  home: string,
  switches: readonly string[] = [],
): Promise<ReadonlyMap<string, BuiltPage>> {
  await hugo(root, out, zone, switches)
  const pages = JSON.parse(await readFile(join(out, home), 'utf8')) as readonly BuiltPage[]
  return new Map(pages.map((page) => [page.file.slice(root.length + 1), page]))
}

describe.skipIf(!isInstalled)('Hugo itself', () => {
  test.each(seeds)(
    'builds a made-up site (%i) as the profile tells',
    async (seed) => {
      const root = await createTemporaryFolder()
      const choices = randomChoices(seed)
      const zone = choices.pick(['UTC', 'America/Los_Angeles', 'Asia/Kolkata'])
      const { files, home } = madeUpSite(choices)
      await writeMadeUpSite(root, files)
      const out = await createTemporaryFolder()
      const usual = await build(root, join(out, 'usual'), zone, home)
      const all = await build(root, join(out, 'all'), zone, home, ['-D', '-F', '-E'])
      const fates = await judgeSite(hugoProfile, root, now, zone)
      // as the usual build has them; a language without a page in it makes no difference
      const sections = new Set(
        [...all.values(), ...usual.values()].flatMap((page) =>
          page.mainSections.map((section) => page.language + section.toLowerCase()),
        ),
      )
      for (const page of usual.values())
        for (const section of sections)
          if (
            section.startsWith(page.language) &&
            !page.mainSections.some((main) => main.toLowerCase() === section.slice(page.language.length))
          )
            sections.delete(section)
      const differences: string[] = []
      for (const [path, fate] of fates) {
        const built = all.get(path)
        const expected = {
          isPost: built?.kind === 'page' && sections.has(built.language + built.section.toLowerCase()),
          published: usual.has(path),
          title: built?.title ?? null,
          dateISO: built?.date || null,
          day: built?.day || null,
          permalink: built === undefined ? null : decodeURIComponent(built.permalink),
          language: built?.language ?? null,
        }
        if (built?.kind !== 'page' && fate.dateISO !== expected.dateISO) {
          // a list page's date depends on the pages below that this build shows
          const shown = usual.get(path)
          expected.dateISO = shown?.date || fate.dateISO
          expected.day = shown?.day || fate.day
        }
        const { isPost, published, title, dateISO, day, permalink, language } = fate
        const got = { isPost, published, title, dateISO, day, permalink, language }
        if (built === undefined && !isPost) continue
        if (JSON.stringify(expected) !== JSON.stringify(got))
          differences.push(`${path}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`)
      }
      for (const path of all.keys()) if (!fates.has(path)) differences.push(`${path} was not read`)
      expect(all.size).toBeGreaterThan(20)
      expect(
        differences,
        `${files.get('hugo.yaml')}main: ${[...sections].join()}; ${[...files].filter(([p]) => p.includes('_index')).join(' | ')}`,
      ).toEqual([])
    },
    120_000,
  )

  test('slugs, titles and dates are alike for 600 further titles', async () => {
    const root = await createTemporaryFolder()
    const choices = randomChoices(11)
    const titles = Array.from({ length: 600 }, () => randomTitle(choices).replaceAll('\u2028', ''))
    await mkdir(join(root, 'layouts'))
    await mkdir(join(root, 'data'))
    await writeFile(
      join(root, 'hugo.toml'),
      'baseURL = "https://x.example/"\ntimeZone = "America/Los_Angeles"\ndisableKinds = ["taxonomy", "term"]\n',
    )
    await writeFile(join(root, 'data/titles.json'), JSON.stringify(titles))
    await writeFile(
      join(root, 'layouts/index.html'),
      '{{ $out := slice }}{{ range site.Data.titles }}{{ $out = $out | append (dict "urlize" (urlize .) "anchorize" (anchorize .) "title" (title .) "humanize" (humanize .)) }}{{ end }}{{ $out | jsonify }}',
    )
    await hugo(root, join(root, 'out'), 'UTC')
    type Made = {
      readonly urlize: string
      readonly anchorize: string
      readonly title: string
      readonly humanize: string
    }
    const made = JSON.parse(await readFile(join(root, 'out/index.html'), 'utf8')) as readonly Made[]
    const style = { keepsCase: false, removesAccents: false }
    const differences = titles.flatMap((title, index) => {
      const { [index]: theirs } = made
      const ours = {
        urlize: urlize(title, style),
        anchorize: anchorize(title),
        title: titleCase(title),
        humanize: /^[a-z\d _-]+$/i.test(title) ? humanize(title) : theirs?.humanize,
      }
      const wanted = { ...theirs, urlize: decodeURIComponent(theirs?.urlize ?? '') }
      return Object.entries(ours)
        .filter(([name, value]) => value !== Reflect.get(wanted, name))
        .map(([name, value]) => `${name} of ${title}: ${String(Reflect.get(wanted, name))}, ours ${value}`)
    })
    expect(differences).toEqual([])
  })

  test('reads dates in many forms alike', async () => {
    for (const zone of ['America/Los_Angeles', 'Europe/Berlin', 'Australia/Sydney']) {
      const root = await createTemporaryFolder()
      await mkdir(join(root, 'layouts'))
      await mkdir(join(root, 'content/posts'), { recursive: true })
      await writeFile(
        join(root, 'hugo.toml'),
        `baseURL = "https://x.example/"\ntimeZone = "${zone}"\ndisableKinds = ["taxonomy", "term"]\n`,
      )
      await writeFile(join(root, 'layouts/index.html'), dump)
      for (const [index, form] of dateForms.entries())
        await writeFile(join(root, `content/posts/${index}.md`), `---\ntitle: x\ndate: "${form}"\n---\n`)
      const pages = await build(root, join(root, 'out'), 'UTC', 'index.html', ['-F'])
      for (const [index, form] of dateForms.entries()) {
        const page = pages.get(`content/posts/${index}.md`)
        const time = hugoTime(form, zone)
        const ours =
          time === null ? '' : `${isoOf(time.instant)} ${dayOf(clockWithOffset(time.instant, time.offset))}`
        expect(`${form}: ${ours}`, zone).toBe(`${form}: ${`${page?.date} ${page?.day}`.trim()}`)
      }
    }
  })
})

const dateForms = [
  ...[
    '2024-03-04',
    '2024-3-4',
    '2024-03-04T23:30:00',
    '2024-03-04 23:30:00',
    '2024-03-04 9:05:06',
    '2024-03-04T23:30:00Z',
    '2024-02-30',
  ],
  ...[
    '2024-03-10T02:30:00',
    '2024-11-03 01:30:00',
    '2024-10-27 02:30:00',
    '2024-03-31 02:30:00',
    '2024-04-07 02:30:00',
    '2024-10-06 02:30:00',
  ],
  ...[
    '2024-03-04T23:30:00+09:00',
    '2024-03-04T23:30:00+0900',
    '2024-03-04 23:30:00+0900',
    '2024-03-04 23:30:00+09:00',
    '2024-03-04 23:30:00 +09:00',
  ],
  ...[
    '2024-03-04 23:30:00 +0900',
    '2024-03-04 23:30:00Z',
    '2024-03-04 23:30:00 Z',
    '2024-03-04 23:30:00 UTC',
    '2024-03-04 23:30:00 +0900 JST',
  ],
  ...[
    'Mon, 04 Mar 2024 23:30:00 -0800',
    'Mon, 04 Mar 2024 23:30:00 PST',
    'mon, 04 mar 2024 23:30:00 GMT',
    '04 Mar 24 23:30 -0800',
    '04 Mar 24 23:30 MST',
  ],
  ...[
    'Monday, 04-Mar-24 23:30:00 PST',
    'Mon Mar  4 23:30:00 2024',
    'Mon Mar 4 23:30:00 2024',
    'Mon Mar  4 23:30:00 PST 2024',
    'Mon Mar 04 23:30:00 -0800 2024',
  ],
  ...[
    '04 Mar 2024',
    '4 Mar 2024',
    '04 March 2024',
    'Mar 4, 2024',
    '2024-03-04T23:30:00.123Z',
    '2024-03-04 23:30:00.5',
    '2024-03-04T24:00:00',
    '2024-03-04T23:60:00',
  ],
  ...[
    '2024-03-04T23:30',
    '20240304',
    'soon',
    '2024-03-04T23:30:00-08:00',
    '2024-03-04 23:30:00,25',
    '2024-13-01',
    'Tue, 04 Mar 2024 23:30:00 CEST',
  ],
]

type Made = { readonly files: ReadonlyMap<string, string>; readonly home: string }

function madeUpSite(choices: RandomChoices): Made {
  const { pick, isOneIn, below } = choices
  const isMultilingual = isOneIn(2)
  const isInSubdir = isMultilingual && isOneIn(2)
  const config = [
    `baseURL: ${pick(['https://x.example/', 'https://x.example/base/', 'https://x.example/a/b', '/'])}`,
    'title: Made up',
    'disableKinds: [taxonomy, term]',
    ...(isOneIn(2) ? [`timeZone: ${pick(['Asia/Tokyo', 'America/New_York', 'Europe/Berlin'])}`] : []),
    ...(isOneIn(3) ? [`uglyURLs: ${pick(['true', 'false'])}`] : []),
    ...(isOneIn(3) ? ['disablePathToLower: true'] : []),
    ...(isOneIn(3) ? ['removePathAccents: true'] : []),
    ...(isOneIn(5) ? ['buildDrafts: true'] : []),
    ...(isOneIn(5) ? ['buildFuture: true'] : []),
    ...(isOneIn(5) ? ['buildExpired: true'] : []),
    ...(isOneIn(3) ? ['ignoreFiles: ["\\\\.skip\\\\.md$", "/Old/", "^content/notes"]'] : []),
    ...(isOneIn(2) ? [`frontmatter:\n  ${pick(dateSettings)}`] : []),
    ...(isOneIn(2)
      ? [`permalinks:\n  posts: ${pick(patterns)}\n  Docs: ${pick(patterns)}\n  notes: ${pick(patterns)}`]
      : []),
    ...(isOneIn(3) ? ['params:\n  mainSections: [notes, Docs]'] : []),
    ...(isOneIn(4)
      ? [
          `cascade:\n  ${pick(['- draft: true\n    _target: { path: "/notes/**" }', '- title: Cascaded\n    _target: { kind: page }', 'slug: from-config'])}`,
        ]
      : []),
    ...(isMultilingual
      ? [
          `defaultContentLanguage: ${pick(['en', 'de'])}`,
          `defaultContentLanguageInSubdir: ${isInSubdir}`,
          `languages:\n  en: { weight: 1 }\n  de: { weight: 2${pick(['', ', contentDir: content-de', ', timeZone: Asia/Tokyo'])} }\n  fr: { weight: 3${pick(['', ', disabled: true'])} }`,
        ]
      : []),
    '',
  ].join('\n')
  const files = new Map([
    ['hugo.yaml', config],
    ['layouts/index.html', dump],
    ['layouts/_default/single.html', '{{ .Title }}'],
    ['layouts/_default/list.html', '{{ .Title }}'],
    ['content/_index.md', '---\ntitle: Home\n---\n'],
  ])
  const folders = [
    'posts',
    'posts',
    'posts',
    'posts',
    'posts',
    'posts',
    'posts/deep',
    'posts/deep/er',
    'Docs',
    'notes',
    'posts/Old',
    'A b',
  ]
  for (const folder of ['posts', 'posts/deep', 'notes'])
    if (isOneIn(2)) files.set(`content/${folder}/_index.md`, randomNode(choices))
  files.set('content/root.md', randomPost(choices))
  files.set('content/posts/Leaf Bundle/index.md', randomPost(choices))
  files.set('content/posts/Leaf Bundle/part.md', randomPost(choices))
  files.set('content/posts/Leaf Bundle/sub/index.md', randomPost(choices))
  files.set(`content/notes/2024-05-06-bundle/index${isMultilingual ? '.de' : ''}.md`, randomPost(choices))
  files.set('content/posts/page.html', '---\ntitle: HTML\n---\n<p>x</p>')
  files.set('content/posts/raw.html', '<p>x</p>')
  files.set('content/posts/.hidden.md', '---\ntitle: x\n---\n')
  files.set('content/posts/backup.md~', '---\ntitle: x\n---\n')
  for (let count = 0; count < 70; count++) {
    const name =
      randomTitle(choices)
        .replace(/[/\u2028\u200d]/g, '')
        .slice(0, 50)
        .replace(/^[.#_]+/, '') || 'x'
    const date = isOneIn(4) ? `2024-0${1 + below(9)}-1${below(9)}${pick(['-', '_', ' '])}` : ''
    const language = isOneIn(4) ? pick(['.de', '.en', '.fr', '.skip']) : ''
    const root = isOneIn(8) ? 'content-de' : 'content'
    files.set(
      `${root}/${pick(folders)}/${date}${name}${count}${language}${pick(['.md', '.md', '.md', '.markdown'])}`,
      randomPost(choices),
    )
  }
  const first = /defaultContentLanguage: (\w+)/.exec(config)?.[1] ?? 'en'
  return { files, home: isInSubdir ? `${first}/index.html` : 'index.html' }
}

const dateSettings = [
  ...[
    'date: [":filename", ":default"]',
    'date: [":fileModTime"]',
    'date: [publishDate, ":filename", date]',
    'publishDate: [":filename", ":default"]',
  ],
  ...[
    'date: ["created", ":default"]',
    'expiryDate: [gone, ":default"]',
    'lastmod: [":fileModTime", ":default"]',
  ],
]

const patterns = [
  ...[
    '/:year/:month/:day/:slug/',
    '/:sections/:title/',
    '/:section/:filename',
    '/x/:yearday/:monthname/:weekday-:weekdayname/:slugorfilename.html',
    '/:slug',
  ],
  ...['/:sections[1:]/:slug/', '/a b/:sections[0]/:title/', '/:title/../:slug/'],
]

function randomNode({ pick }: RandomChoices): string {
  return pick([
    '---\ntitle: Node\n---\n',
    '---\n---\n',
    '---\ntitle: Node\ncascade:\n  draft: true\n---\n',
    '---\ntitle: Node\ncascade:\n  - _target: { path: "/posts/deep/**" }\n    slug: cascaded\n  - title: From above\n---\n',
    '---\ntitle: Node\ndraft: true\n---\n',
    '---\ntitle: Node\nurl: /node/at/\n---\n',
    '+++\ntitle = "Toml node"\n[cascade]\npublishDate = 2036-01-01\n+++\n',
    '---\ntitle: Node\nslug: nodeslug\ndate: 2024-02-03\n---\n',
  ])
}

function randomPost(choices: RandomChoices): string {
  const { pick, isOneIn, below } = choices
  if (isOneIn(15))
    return pick([
      'No front matter\n',
      '',
      '{ "title": "Json", "date": "2024-04-05T06:07:08+09:00", "draft": false }\n',
      '+++\ntitle = "Toml"\ndate = 2024-04-05\n+++\n',
      '+++\ntitle = "Toml"\ndate = 2024-04-05T06:07:08\nslug = "t-s"\n+++\n',
    ])
  const day = `2024-${String(1 + below(12)).padStart(2, '0')}-${String(10 + below(18))}`
  const fields = [
    ...(isOneIn(5)
      ? []
      : [
          `${pick(['title', 'title', 'Title'])}: ${pick(['Plain', JSON.stringify(randomTitle(choices).replaceAll('\u2028', '')), 'yes', '1.10', '2024', '""', '~', '2024-05-06'])}`,
        ]),
    ...(isOneIn(4)
      ? []
      : [
          `date: ${pick([day, `${day} 23:30:00`, `"${day} 23:30:00"`, `${day} 23:30`, `${day} 01:30:00 +0900`, `${day}T23:30:00-08:00`, 'Mar 4, 2024', '2036-01-01', '1709595000', '~'])}`,
        ]),
    ...(isOneIn(6)
      ? [
          `${pick(['publishDate', 'pubdate', 'published', 'lastmod', 'modified', 'created'])}: ${pick([day, '2036-02-03', '2023-01-01T00:00:00Z'])}`,
        ]
      : []),
    ...(isOneIn(8)
      ? [`${pick(['expiryDate', 'unpublishdate', 'gone'])}: ${pick(['2024-02-03', '2036-02-03'])}`]
      : []),
    ...(isOneIn(6)
      ? [`slug: ${pick(['own-slug', '"Own Slug!"', '"-dots...-"', 'ünï', 'a/b', '""', 'index', '2024'])}`]
      : []),
    ...(isOneIn(8)
      ? [
          `url: ${pick(['/fixed/', '/Fixed Up.html', 'relative/at', '/a/index.html', 'ünï/', '/no-slash', '/x.y/z'])}`,
        ]
      : []),
    ...(isOneIn(6) ? [`draft: ${pick(['true', 'false', '"true"', 'yes', 'no'])}`] : []),
    ...(isOneIn(10) ? [`published: ${pick(['false', 'true', 'no'])}`] : []),
  ]
  return `---\n${fields.join('\n')}${fields.length === 0 ? '' : '\n'}---\nText\n`
}
