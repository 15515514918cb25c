import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { pelicanProfile } from '#shared/site/profiles/pelican'
import { pelicanDate } from '#shared/site/profiles/pelican/python-date'
import { pelicanSlugify } from '#shared/site/profiles/pelican/slugify'
import { dayOf, isoOf } from '#shared/site/profiles/zone-time'
import { type RandomChoices, randomChoices, randomTitle } from '../../../helpers/random-choices'
import { judgeSite } from '../../../helpers/site-truth'
import { createTemporaryFolder } from '../../../helpers/temporary-folder'
import { writeMadeUpSite } from '../../../helpers/write-made-up-site'

const run = promisify(execFile)
// Pelican's own interpreter: another Python need not have it
const python = '/usr/bin/python3'
const isInstalled = spawnSync(python, ['-c', 'import pelican']).status === 0
const seeds = (process.env.GALLEY_SITE_SEEDS ?? '1,2').split(',').map(Number)

// What Pelican knows of every article, by path.
const plugin = `
import json, os
from datetime import timezone
from pelican import signals
rows = {}
def record(generator):
    for kind in ('articles', 'translations', 'hidden_articles', 'hidden_translations', 'drafts', 'drafts_translations'):
        for a in getattr(generator, kind):
            path = os.path.relpath(a.source_path, os.environ['SITE'])
            rows[path] = dict(isDraft=kind.startswith('drafts'), title=a.title, url=a.url, lang=a.lang,
                date=a.date.astimezone(timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ'), day=a.date.strftime('%Y-%m-%d'))
def done(_):
    json.dump(rows, open(os.environ['DUMP'], 'w'))
def register():
    signals.article_generator_finalized.connect(record)
    signals.finalized.connect(done)
`

type Row = {
  readonly isDraft: boolean
  readonly title: string
  readonly url: string
  readonly lang: string
  readonly date: string
  readonly day: string
}

async function build(root: string, out: string): Promise<Readonly<Record<string, Row>>> {
  const dump = join(out, 'dump.json')
  const settings = ['-s', join(root, 'pelicanconf.py'), '-o', join(out, 'site')]
  await writeMadeUpSite(out, [['dump_plugin.py', plugin]])
  const extra = ['-e', `PLUGIN_PATHS=${JSON.stringify([out])}`, 'PLUGINS=["dump_plugin"]']
  await run(python, ['-m', 'pelican', join(root, 'content'), ...settings, ...extra], {
    cwd: root,
    timeout: 60_000,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8', SITE: root, DUMP: dump },
  })
  return JSON.parse(await readFile(dump, 'utf8'))
}

describe.skipIf(!isInstalled)('Pelican itself', () => {
  test.each(seeds)(
    'builds a made-up site (%i) as the profile tells',
    async (seed) => {
      const root = await createTemporaryFolder()
      const files = madeUpSite(randomChoices(seed))
      await writeMadeUpSite(root, Object.entries(files))
      const built = await build(root, await createTemporaryFolder())
      const fates = await judgeSite(pelicanProfile, root, Date.now())
      const base = /SITEURL = '[^']*?(\/b)'/.exec(files['pelicanconf.py'] ?? '')?.[1] ?? ''
      const differences: string[] = []
      for (const [path, { isPost, published, title, dateISO, day, permalink, language }] of fates) {
        const row = built[path]
        const got = isPost ? { isDraft: published === false, title, dateISO, day, permalink, language } : null
        const expected =
          row === undefined
            ? null
            : {
                isDraft: row.isDraft,
                title: row.title,
                // what Pelican puts in for a draft without a date
                dateISO: row.day.startsWith('9999') ? null : row.date,
                day: row.day.startsWith('9999') ? null : row.day,
                permalink: got?.isDraft && !row.url.startsWith('drafts/') ? permalink : `${base}/${row.url}`,
                language: row.lang,
              }
        // dated in the future where that waits: the address is that of the post when it is out
        if (
          expected !== null &&
          got?.permalink !== null &&
          row?.url.startsWith('drafts/') &&
          /2036/.test(row.date)
        )
          expected.permalink = got?.permalink ?? ''
        if (JSON.stringify(expected) !== JSON.stringify(got))
          differences.push(
            `${path}\n${files[path]}\n  built ${JSON.stringify(expected)}\n  told  ${JSON.stringify(got)}`,
          )
      }
      expect(Object.keys(built).length).toBeGreaterThan(10)
      expect(differences, files['pelicanconf.py']).toEqual([])
    },
    120_000,
  )

  test('slugs 600 further titles alike', async () => {
    const choices = randomChoices(7)
    const titles = Array.from({ length: 600 }, () => randomTitle(choices))
    const script =
      'import sys, json; from pelican.utils import slugify; from pelican.settings import DEFAULT_CONFIG as c; s = c["SLUG_REGEX_SUBSTITUTIONS"]\n' +
      'print(json.dumps([[slugify(t, s), slugify(t, s, False, True), slugify(t, s, True)] for t in json.load(sys.stdin)]))'
    const { stdout } = spawnSync(python, ['-W', 'ignore', '-c', script], {
      input: JSON.stringify(titles),
      timeout: 60_000,
      encoding: 'utf8',
    })
    const ours = titles.map((title) => [
      pelicanSlugify(title),
      pelicanSlugify(title, { keepsCase: false, usesUnicode: true }),
      pelicanSlugify(title, { keepsCase: true, usesUnicode: false }),
    ])
    expect(ours).toEqual(JSON.parse(stdout))
  })

  test('reads dates in many forms alike', () => {
    const script =
      'import sys, json, pytz; from datetime import timezone; from pelican.utils import get_date, set_date_tzinfo\n' +
      'def read(s, z):\n' +
      '    try:\n        d = set_date_tzinfo(get_date(s.replace("_", " ")), z)\n' +
      '        return [d.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), d.strftime("%Y-%m-%d")]\n' +
      '    except ValueError:\n        return None\n' +
      'print(json.dumps([read(*x) for x in json.load(sys.stdin)]))'
    const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'UTC']
    const cases = zones.flatMap((zone) => dateForms.map((form) => [form, zone] as const))
    const { stdout } = spawnSync(python, ['-W', 'ignore', '-c', script], {
      input: JSON.stringify(cases),
      env: { ...process.env, TZ: 'UTC' },
      timeout: 60_000,
      encoding: 'utf8',
    })
    const theirs = JSON.parse(stdout) as readonly unknown[]
    const ours = cases.map(([form, zone]) => {
      const date = pelicanDate(form.replaceAll('_', ' '), zone)
      return date === null ? null : [isoOf(date.instant), dayOf(date.clock)]
    })
    expect(ours.map((date, index) => [cases[index], date])).toEqual(
      theirs.map((date, index) => [cases[index], date]),
    )
  })
})

const dateForms = [
  ...[
    '2024-03-04',
    '2024-3-4',
    '2024/03/04',
    '2024.03.04',
    '20240304',
    '04/03/2024',
    '25/12/2024',
    '12/25/2024',
  ],
  ...['04.03.2024', '4-3-2024', '04/03/24', '2024-02-30', '2024-13-01', '2024-03-04_10:20'],
  ...[
    '2024-03-04 7:05',
    '2024-03-04 07:05:09',
    '2024-03-04T07:05',
    '2024-03-04T07:05:09.123',
    '2024-03-04 24:00',
  ],
  ...[
    '2024-03-04 07:05 PM',
    '2024-03-04 7:05pm',
    '2024-03-04 12:30 am',
    '2024-03-04 13:30 pm',
    '2024-03-04 7 PM',
  ],
  ...['2024-03-04 07:05Z', '2024-03-04 07:05 UTC', '2024-03-04 07:05 +0100', '2024-03-04 07:05+01:00'],
  ...['2024-03-04 07:05 -08', '2024-03-04 07:05 CET', '2024-03-04T23:30:00-0800', '2024-03-04 23:30:00 EST'],
  ...['March 4, 2024', 'Mar 4 2024', 'mar 4, 2024', 'March 4th, 2024', '4 March 2024', '4 Mar 2024 10:00'],
  ...['4th of March 2024', 'Monday, March 4, 2024', 'Mon 4 Mar 2024', 'Mon, 04 Mar 2024 23:30:00 -0800'],
  ...['04-Mar-2024', '2024 March 4', '2024-Mar-04', 'March 4, 2024 at 11:30 PM', 'March 4, 2024, 11:30'],
  ...['2024-03-10 02:30', '2024-11-03 01:30', '2024-03-31 02:30', 'soon', '', 'tomorrow', '1709595000'],
]

function madeUpSite(choices: RandomChoices): Readonly<Record<string, string>> {
  const { pick, isOneIn, below } = choices
  const setting = (name: string, values: readonly string[]): string => {
    const value = pick(values)
    return value === '' ? '' : `${name} = ${value}\n`
  }
  const address = pick([
    '',
    "'{date:%Y}/{date:%b}/{slug}/'",
    "'{category}/{slug}.html'",
    "'{lang}/{author}/{slug}'",
  ])
  const conf = [
    "SITENAME = 'x'\nAUTHOR = 'Åsa Öst'\nPATH = 'content'\nFEED_ALL_ATOM = None\nCATEGORY_FEED_ATOM = None\nTRANSLATION_FEED_ATOM = None\nAUTHOR_FEED_ATOM = None\nAUTHOR_FEED_RSS = None\n",
    setting('SITEURL', ["''", "'https://example.org/b'"]),
    setting('TIMEZONE', ["'Europe/Berlin'", "'Asia/Tokyo'", "'UTC'", '']),
    setting('DEFAULT_LANG', ["'en'", "'de'"]),
    address === '' ? '' : `ARTICLE_URL = ${address}\nARTICLE_SAVE_AS = ${address.replace(/'$/, "x.html'")}\n`,
    setting('FILENAME_METADATA', ['', "r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<slug>.*)'", "'(?P<slug>.*)'"]),
    setting('PATH_METADATA', ['', "r'(?P<category>[^/]*)/.*'"]),
    setting('USE_FOLDER_AS_CATEGORY', ['', 'False', 'True']),
    setting('SLUGIFY_SOURCE', ['', "'basename'"]),
    setting('SLUGIFY_USE_UNICODE', ['', 'True']),
    setting('SLUGIFY_PRESERVE_CASE', ['', 'True']),
    setting('WITH_FUTURE_DATES', ['', 'False']),
    setting('ARTICLE_EXCLUDES', ['', "['attic']", "['notes/deep']"]),
    setting('DEFAULT_CATEGORY', ['', "'Old News'"]),
  ].join('')
  const files: Record<string, string> = { 'pelicanconf.py': conf }
  for (let index = 0; index < 40; index += 1) {
    const title = randomTitle(choices)
    const folder = pick(['', '', 'notes/', 'notes/deep/', 'attic/', 'pages/'])
    const dated = isOneIn(3) ? `2024-0${1 + below(9)}-${10 + below(18)}-` : ''
    const name = `${dated}post ${index}${isOneIn(4) ? '.x' : ''}`
    const lines = [
      isOneIn(12) ? '' : `Title: ${title} ${index}`,
      isOneIn(6)
        ? ''
        : `Date: ${pick(['2024-05-06', '2036-01-02 10:00', '2023-12-31 23:30', '2024-02-03T04:05:06-08:00', 'Mar 4, 2024'])}`,
      isOneIn(4) ? `Status: ${pick(['draft', 'hidden', 'published', 'wip'])}` : '',
      isOneIn(4) ? `Category: ${pick(['Tea & Cake', 'news'])}` : '',
      isOneIn(5) ? `Slug: ${pick(['Chosen One', 'plain', 'ünï'])}-${index}` : '',
      isOneIn(5) ? `Lang: ${pick(['en', 'de', 'fr'])}` : '',
      isOneIn(6) ? `Author: ${pick(['Ed', 'Ana María'])}` : '',
    ].filter((line) => line !== '')
    files[`content/${folder}${name}.md`] = `${lines.join('\n')}\n\nText ${index}.\n`
  }
  return files
}
