import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SiteChoices, SourceFile } from '#shared/site/profile'
import { handRolledProfile } from '#shared/site/profiles/hand-rolled'
import { repositoryFile } from '../../../helpers/repository-root'

const source = (path: string, values: SourceFile['values']): SourceFile => ({
  path,
  values,
  quoted: new Set(),
  hasFrontMatter: true,
  heading: null,
  modifiedAt: 0,
  createdAt: 0,
})

function judged(posts: readonly SourceFile[], pages: readonly string[], choices: SiteChoices = {}) {
  const paths = [...posts.map(({ path }) => path), ...pages]
  const site = handRolledProfile.understand({ paths, texts: new Map(), machineZone: 'UTC', choices })
  return { site, fates: site.judge(posts, 0) }
}

const tea = source('posts/tea.md', { title: 'Tea time', date: '2024-05-06' })
const ink = source('posts/ink.md', { title: 'Ink', date: '2024-06-07' })
const wax = source('posts/2024-07-08-wax.md', { title: 'Wax' })
const draft = source('posts/later.md', { title: 'Later', date: '2024-09-01', draft: true })

describe('addresses', () => {
  test.each([
    [
      ['out/posts/tea.htm', 'out/posts/ink.htm'],
      ['/posts/tea.htm', '/posts/ink.htm', '/posts/wax.htm'],
    ],
    [
      ['_site/2024/05/tea/index.html', '_site/2024/06/ink/index.html'],
      ['/2024/05/tea/', '/2024/06/ink/', '/2024/07/wax/'],
    ],
    [
      ['public/b/2024-05-06-tea.html', 'public/b/2024-06-07-ink.html'],
      ['/b/2024-05-06-tea.html', '/b/2024-06-07-ink.html', '/b/2024-07-08-wax.html'],
    ],
    [
      ['public/tea-time/index.html', 'public/ink/index.html'],
      ['/tea-time/', '/ink/', '/wax/'],
    ],
  ])('are learnt from the pages %j', (pages, addresses) => {
    const { fates } = judged([tea, ink, wax], pages)
    expect([...fates.values()].map(({ permalink }) => permalink)).toEqual(addresses)
  })

  test('are not known where one page matches, none does, or two posts would share one', () => {
    for (const pages of [['out/posts/tea.htm'], [], ['out/a.html', 'out/b.html']])
      for (const { permalink } of judged([tea, ink], pages).fates.values()) expect(permalink).toBe(null)
    const twins = [source('posts/a/tea.md', tea.values), source('posts/b/tea.md', ink.values)]
    const { fates } = judged(twins, ['out/x/tea.html', 'out/y/tea.html'])
    for (const { permalink } of fates.values()) expect(permalink).toBe(null)
  })

  test('are not known where some posts have their pages elsewhere', () => {
    for (const pages of [
      ['out/a/tea.html', 'out/a/ink.html', 'out/b/wax.html'],
      ['out/a/tea.html', 'out/a/ink.html', 'out/b/wax.html', 'out/b/later.html'],
    ])
      for (const { permalink } of judged([tea, ink, wax, draft], pages).fates.values())
        expect(permalink).toBe(null)
  })

  test('are what the writer chose', () => {
    const { fates, site } = judged([tea, ink], [], { permalink: '/:year/:slug/' })
    expect(fates.get('posts/tea.md')?.permalink).toBe('/2024/tea/')
    expect(site.answers.find(({ about }) => about === 'permalinks')?.certainty).toBe('chosen')
  })
})

test('a post is out when its page is there, held back when it says so, and else not known', () => {
  const { fates } = judged([tea, ink, wax, draft], ['out/tea.html', 'out/ink.html'])
  expect([...fates.values()].map(({ published, rule }) => [published, rule])).toEqual([
    [true, null],
    [true, null],
    [null, null],
    [false, '`draft: true`'],
  ])
})

test('the Khan Academy engineering blog: its addresses are those of the two pages that were built', () => {
  const folder = repositoryFile('test/fixtures/built-sites/engblog/output/posts')
  const pages = readdirSync(folder).map((name) => `output/posts/${name}`)
  const posts = pages.map((page) =>
    source(page.replace('output', 'src').replace('.htm', '.md'), {
      title: page,
      published_on: 'May 31, 2018',
    }),
  )
  expect(readFileSync(join(folder, 'goliath.htm'), 'utf8')).toContain('</html>')
  expect(judged(posts, pages).fates.get('src/posts/goliath.md')).toMatchObject({
    permalink: '/posts/goliath.htm',
    published: true,
    day: '2018-05-31',
  })
})

test('what is not known is asked, with the key that answers it', () => {
  const { site } = judged([tea, ink], [])
  expect(site.answers.find(({ about }) => about === 'permalinks')).toMatchObject({
    certainty: 'unknown',
    choice: 'permalink',
  })
})
