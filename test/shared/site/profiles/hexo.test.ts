import { describe, expect, test } from 'vitest'
import { hexoProfile } from '#shared/site/profiles/hexo'
import { hexoSlugize } from '#shared/site/profiles/hexo/slugize'
import {
  differencesFromTruth,
  openSite,
  readSiteFixture,
  siteFixture,
  understandSite,
} from '../../../helpers/site-truth'
import { fateOf, understand } from './one-post'

describe('Hexo builds every fixture as the profile tells', () => {
  test.each(['hexo-default', 'hexo-assets', 'hexo-tokens'])('%s', async (name) => {
    expect(await differencesFromTruth(hexoProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Hexo reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, results] of Object.entries(values)) {
    for (const zone of ['', 'America/Los_Angeles']) {
      const expected = results[zone === '' ? 'hexo' : `hexo ${zone}`]
      const fate = fateOf(hexoProfile, {
        texts: { '_config.yml': zone === '' ? '' : `timezone: ${zone}` },
        path: 'source/_posts/x.md',
        text: `---\ntitle: x\ndate: ${written}\n---\n`,
      })
      if (typeof expected === 'string') expect(fate.volatile, written).toContain('dateISO')
      else
        expect({ ...fate, dateISO: Date.parse(fate.dateISO ?? '') }, `${written} ${zone}`).toMatchObject({
          dateISO: Math.floor(Date.parse(expected?.dateISO ?? '') / 1000) * 1000,
          day: expected?.day,
        })
    }
  }
})

type Slugs = { readonly titles: Record<string, { readonly hexo: Record<string, string> }> }

test('every title is slugged as Hexo slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  for (const [title, { hexo }] of Object.entries(titles)) {
    expect(hexoSlugize(title), title).toBe(hexo.slugize)
    expect(hexoSlugize(title, 1), title).toBe(hexo.postTitle)
  }
})

type NewPosts = {
  readonly made: readonly {
    readonly generator: string
    readonly site: string
    readonly command: string
    readonly file: string
    readonly content: string
  }[]
}

test('new posts are named and filled as `hexo new` does', async () => {
  const { made } = await readSiteFixture<NewPosts>('new-posts.json')
  const rows = made.filter(({ generator, command }) => generator === 'hexo' && !command.includes('page'))
  expect(rows.length).toBeGreaterThan(4)
  for (const { site: name, command, file, content } of rows) {
    const site = await understandSite(hexoProfile, await openSite(siteFixture(name)))
    const [, slug = null, title = ''] =
      /hexo new (?:draft |post )?(?:--slug (\S+) )?"(.*)"/.exec(command) ?? []
    const first = site.newPost({
      title,
      slug,
      folder: null,
      asDraft: command.includes('new draft'),
      now: Date.parse('2024-05-06T07:08:09Z'),
      language: null,
      isTaken: (path) => command.includes('second') && !/-1\.md$/.test(path),
    })
    const filled = (text: string) =>
      text
        .replace('{now}', '2024-05-06 07:08:09')
        .replace('{yyyy}', '2024')
        .replace('{mm}', '05')
        .replace('{dd}', '06')
    expect(first, command).toEqual({ path: filled(file), text: filled(content) })
  }
})

test('a mistake in the configuration is told with its line', () => {
  const site = understand(hexoProfile, { texts: { '_config.yml': 'title: a\nb: [1\nc: d: e\n' } })
  expect(site.problems[0]).toMatchObject({ source: { file: '_config.yml' } })
  expect(site.problems[0]?.source.line).toBeGreaterThan(1)
})
