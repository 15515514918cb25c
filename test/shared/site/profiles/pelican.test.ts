import { describe, expect, test } from 'vitest'
import { pelicanProfile } from '#shared/site/profiles/pelican'
import { pelicanSlugify } from '#shared/site/profiles/pelican/slugify'
import { differencesFromTruth, readSiteFixture } from '../../../helpers/site-truth'
import { fateOf, understand } from './one-post'

describe('Pelican builds every fixture as the profile tells', () => {
  test.each(['pelican-default', 'pelican-permalinks'])('%s', async (name) => {
    expect(await differencesFromTruth(pelicanProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Pelican reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, results] of Object.entries(values)) {
    for (const zone of ['', 'America/Los_Angeles']) {
      const expected = results[zone === '' ? 'pelican' : `pelican ${zone}`]
      const fate = fateOf(pelicanProfile, {
        texts: { 'pelicanconf.py': zone === '' ? 'PATH = "."\n' : `PATH = "."\nTIMEZONE = '${zone}'\n` },
        path: 'x.md',
        text: `Title: x\nDate: ${written}\n\nText\n`,
      })
      if (typeof expected === 'string') expect(fate, written).toMatchObject({ isPost: false })
      else expect({ dateISO: fate.dateISO, day: fate.day }, `${written} ${zone}`).toEqual(expected)
    }
  }
})

type Slugs = { readonly titles: Record<string, { readonly pelican: Record<string, string> }> }

test('every title is slugged as Pelican slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  for (const [title, { pelican }] of Object.entries(titles)) {
    expect(pelicanSlugify(title), title).toBe(pelican.default)
    expect(pelicanSlugify(title, { keepsCase: false, usesUnicode: true }), title).toBe(pelican.unicode)
    expect(pelicanSlugify(title, { keepsCase: true, usesUnicode: false }), title).toBe(pelican.preserveCase)
  }
})

test('a new post is named as its siblings are, in the site’s zone', () => {
  const site = understand(pelicanProfile, {
    texts: { 'pelicanconf.py': "PATH = 'content'\nTIMEZONE = 'Asia/Tokyo'\n" },
    paths: ['content/notes/2024-01-01-a.md', 'content/notes/2024-01-02-b.md', 'content/c.md'],
  })
  const request = {
    title: 'It’s new',
    folder: null,
    asDraft: true,
    now: Date.parse('2024-05-01T20:00:00Z'),
    language: null,
    slug: null,
    isTaken: () => false,
  }
  expect(site.newPost(request)).toEqual({
    path: 'content/notes/2024-05-02-its-new.md',
    text: 'Title: It’s new\nDate: 2024-05-02 05:00\nStatus: draft\n\n',
  })
  expect(site.newPost({ ...request, isTaken: (path) => path.endsWith('new.md') }).path).toBe(
    'content/notes/2024-05-02-its-new-2.md',
  )
})

test('what is code is not run, and is said', () => {
  const site = understand(pelicanProfile, {
    texts: { 'pelicanconf.py': "import os\nTIMEZONE = os.environ['TZ']\nARTICLE_URL = make()\n" },
  })
  expect(site.problems[0]).toMatchObject({ source: { file: 'pelicanconf.py', line: 2 } })
  expect(site.answers.find(({ about }) => about === 'permalinks')).toMatchObject({
    certainty: 'unknown',
    source: { line: 3 },
  })
})
