import { describe, expect, test } from 'vitest'
import { PostPath } from '#shared/contract/post-path'
import { valuesOfOtherMarkup } from '#shared/post/other-markup'
import type { PostValues } from '#shared/post/post-values'
import { publicationOf } from '#shared/post/publication'
import { comparePosts, summarisePost } from '#shared/post/summarise-post'
import { headingOf, titleFromPath } from '#shared/post/title'
import type { GeneratorId } from '#shared/site/detect-generator'

function summarise(values: PostValues | null, path = 'posts/a.md', generator: GeneratorId | null = null) {
  return summarisePost({ path: PostPath.parse(path), markup: 'markdown', values, heading: null }, generator)
}

describe('a post’s date', () => {
  test.each([
    [{ date: '2018-05-31' }, 'posts/a.md', '2018-05-31', '2018-05-31'],
    [{ published_on: 'May 31, 2018' }, 'posts/a.md', '2018-05-31', 'May 31, 2018'],
    [{ pubDate: '2018-05-31' }, 'posts/a.md', '2018-05-31', '2018-05-31'],
    [{ Date: '2018-05-31' }, 'posts/a.md', '2018-05-31', '2018-05-31'],
    [{ published: true, created: '2018-05-31' }, 'posts/a.md', '2018-05-31', '2018-05-31'],
    [{ date: '2018-05-31' }, '_posts/2017-01-01-a.md', '2018-05-31', '2018-05-31'],
    [{}, '_posts/2017-1-2-a.md', '2017-01-02', null],
    [{}, 'blog/2017-01-02-trip/index.md', '2017-01-02', null],
    [{ date: 'soon' }, 'posts/a.md', null, 'soon'],
    [{}, 'posts/a.md', null, null],
    [{ date: null }, 'posts/12345-67-89.md', null, null],
  ] as const)('of %j in %s is %s', (values, path, day, dateText) => {
    expect(summarise(values, path)).toMatchObject({ day, dateText })
  })

  test('is left open where the generator’s zone decides it', () => {
    const values = { date: '2024-03-03T23:30:00-08:00' }
    expect(summarise(values, 'a.md', 'jekyll')).toMatchObject({
      day: null,
      dateISO: '2024-03-04T07:30:00.000Z',
    })
    expect(summarise(values, 'a.md', 'hugo').day).toBe('2024-03-03')
  })
})

test.each([
  [{ author: 'Ada' }, 'Ada'],
  [{ author: { name: 'Ada', url: 'x' } }, 'Ada'],
  [{ authors: ['Ada', 'Bo'] }, 'Ada, Bo'],
  [{ authors: [{ name: 'Ada' }, { url: 'x' }] }, 'Ada'],
  [{ author: '', authors: 'Bo' }, 'Bo'],
  [{ author: [] }, null],
  [{}, null],
] as const)('the author of %j is %s', (values, author) => {
  expect(summarise(values).author).toBe(author)
})

test.each([
  [{ title: '  A  title ' }, 'A title'],
  [{ Title: 'Upper' }, 'Upper'],
  [{ title: '' }, 'My post'],
  [{ title: ['a'] }, 'My post'],
  [null, 'My post'],
] as const)('the title of %j is %s', (values, title) => {
  expect(summarise(values, 'posts/2024-01-02-my_post.md').title).toBe(title)
})

test.each([
  ['posts/trip-home/index.md', 'Trip home'],
  ['index.md', 'Index'],
  ['2024-05-02.md', '2024-05-02'],
])('without any title %s is called %s', (path, title) => {
  expect(titleFromPath(path)).toBe(title)
})

test.each([
  ['text\n\n# Heading #\n', 'Heading'],
  ['## Second only', null],
  ['#hash', null],
  ['', null],
])('the heading of %j is %j', (text, heading) => {
  expect(headingOf(text)).toBe(heading)
})

describe('a draft', () => {
  const reason = (values: PostValues, generator: GeneratorId | null, path = 'posts/a.md') =>
    publicationOf(path, values, generator).reason

  test('is marked as its generator does', () => {
    expect(reason({ draft: true }, null)).toBe('draft')
    expect(reason({ draft: 'yes' }, 'hugo')).toBe('draft')
    expect(reason({ draft: true }, 'jekyll')).toBeNull()
    expect(reason({ draft: true }, 'hexo')).toBeNull()
    expect(reason({ published: false }, 'jekyll')).toBe('draft')
    expect(reason({ published: 'false' }, 'jekyll')).toBeNull()
    expect(reason({ Status: 'Draft' }, 'pelican')).toBe('draft')
    expect(reason({ status: 'draft' }, 'hugo')).toBeNull()
    expect(reason({}, 'hexo', 'source/_drafts/a.md')).toBe('draft')
  })

  test('that nothing marks is not said to be out either', () => {
    expect(publicationOf('posts/a.md', {}, 'hugo')).toEqual({ published: null, reason: null })
  })
})

test('posts are newest first, undated last, equals by their path', () => {
  const rows = [
    summarise({}, 'z.md'),
    summarise({ date: '2024-01-01' }, 'b.md'),
    summarise({ date: '2024-01-02' }, 'c.md'),
    summarise({ date: '2024-01-01' }, 'a.md'),
  ]
  expect(rows.toSorted(comparePosts).map(({ path }) => path)).toEqual(['c.md', 'a.md', 'b.md', 'z.md'])
})

test.each([
  [
    'My post\n=======\n\n:date: 2024-01-02\n:author: Ada\n',
    { title: 'My post', date: '2024-01-02', author: 'Ada' },
  ],
  ['=======\nMy post\n=======\n', { title: 'My post' }],
  ['#+TITLE: My post\n#+DATE: 2024-01-02\n', { title: 'My post', date: '2024-01-02' }],
  ['= My post\n:author: Ada\n', { title: 'My post', author: 'Ada' }],
  ['h1. My post\n', { title: 'My post' }],
  ['Only prose.\n', {}],
])('other markup tells its own: %j', (text, values) => {
  expect(valuesOfOtherMarkup(text)).toEqual(values)
})

test('a heading is found at once in a line of blanks', () => {
  const startMs = performance.now()
  expect(headingOf(`# ${' '.repeat(60_000)}\u2028x`)).toBeNull()
  expect(headingOf(`# a${' '.repeat(60_000)}b${' #'.repeat(30_000)}c`)).toMatch(/^a +b/)
  expect(performance.now() - startMs).toBeLessThan(500)
})
