import { describe, expect, test } from 'vitest'
import { hugoProfile } from '#shared/site/profiles/hugo'
import { hugoAddress } from '#shared/site/profiles/hugo/address'
import { anchorize, urlize } from '#shared/site/profiles/hugo/urlize'
import {
  differencesFromTruth,
  openSite,
  readSiteFixture,
  siteFixture,
  understandSite,
} from '../../../helpers/site-truth'
import { fateOf } from './one-post'

describe('Hugo builds every fixture as the profile tells', () => {
  test.each(['hugo-default', 'hugo-permalinks', 'hugo-languages'])('%s', async (name) => {
    expect(await differencesFromTruth(hugoProfile, name)).toEqual([])
  })
})

type Dates = { readonly values: Record<string, Record<string, string | { dateISO: string; day: string }>> }

test('every way to write a date is read as Hugo reads it', async () => {
  const { values } = await readSiteFixture<Dates>('dates.json')
  for (const [written, results] of Object.entries(values)) {
    for (const zone of ['', 'America/Los_Angeles']) {
      const expected = results[zone === '' ? 'hugo' : `hugo ${zone}`]
      const fate = fateOf(hugoProfile, {
        texts: { 'hugo.toml': zone === '' ? '' : `timeZone = "${zone}"` },
        path: 'content/posts/x.md',
        text: `---\ntitle: x\ndate: ${written}\n---\n`,
      })
      const wanted = typeof expected === 'string' ? { dateISO: null, day: null } : expected
      expect({ dateISO: fate.dateISO, day: fate.day }, `${written} ${zone}`).toEqual(wanted)
      if (wanted?.dateISO === null && written !== '') expect(fate.problems[0], written).toMatch(/for no date/)
    }
  }
})

type Slugs = { readonly titles: Record<string, { readonly hugo: Record<string, string> }> }

test('every title is slugged as Hugo slugs it', async () => {
  const { titles } = await readSiteFixture<Slugs>('slugs.json')
  const style = { keepsCase: false, removesAccents: false }
  const language = {
    code: 'en',
    title: '',
    zone: 'UTC',
    basePath: '',
    prefix: '',
    mainSections: null,
    permalinks: { page: { posts: '/:slug/' }, section: {} },
    uglyUrls: false,
  }
  for (const [title, { hugo }] of Object.entries(titles)) {
    // a per cent sign that is one stays one
    expect(urlize(title, style), title).toBe(decodeURIComponent((hugo.urlize ?? '').replace('%20', '%2520')))
    expect(anchorize(title), title).toBe(hugo.anchorize)
    const file = {
      path: '',
      kind: 'page' as const,
      language: 'en',
      folders: ['posts'],
      name: 'x',
      isBundle: false,
      isHtml: false,
    }
    for (const [token, slug] of [
      ['titleToken', ''] as const,
      ['slugToken', title.replace(/^-+|-+$/g, '')] as const,
    ]) {
      const page = { file, title, slug, url: '', date: null, sections: ['posts'] }
      const address = hugoAddress(page, language, { pathStyle: style })
      expect(address, `${title} ${token}`).toMatchObject({
        path: `/${decodeURIComponent(hugo[token] ?? '')}/`,
      })
    }
  }
})

type Made = {
  readonly generator: string
  readonly site: string
  readonly file: string
  readonly content: string
}

test('a new post equals what `hugo new` makes', async () => {
  const { made } = await readSiteFixture<{ readonly made: readonly Made[] }>('new-posts.json')
  const now = Date.parse('2024-05-01T10:00:00Z')
  for (const { site: name, file, content } of made.filter(({ generator }) => generator === 'hugo')) {
    const site = await openSite(siteFixture(name))
    const profile = await understandSite(hugoProfile, site, { machineZone: 'Europe/Berlin' })
    const [, folder = '', slug = '', language] = /^(.*)\/([^/]+?)(?:\.(en))?\.md$/.exec(file) ?? []
    const isIndex = slug === 'index'
    const request = {
      title: '',
      folder: isIndex ? folder.replace(/\/[^/]+$/, '') : folder,
      asDraft: true,
      now,
      language: language ?? null,
      slug: isIndex ? 'folder' : slug,
      isTaken: () => false,
    }
    const post = profile.newPost(request)
    const expected = content.replace('{now}', '2024-05-01T12:00:00+02:00')
    expect(post.text).toBe(expected)
    if (!isIndex) expect(post.path).toBe(file)
    const title = /title: "(.*)"/.exec(content)?.[1] ?? ''
    expect(profile.newPost({ ...request, title }).text).toBe(expected)
    expect(profile.newPost({ ...request, title: 'Say "it"', asDraft: false }).text).toMatch(
      /title: .*Say .*it.*\n.*\ndraft: false\n/,
    )
  }
})
