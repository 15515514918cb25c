import { expect, test } from 'vitest'
import type { PostSummary } from '#shared/contract/post'
import { defaultPostListSettings as all } from '#shared/contract/post-list-settings'
import { PostPath } from '#shared/contract/post-path'
import { arrangePosts } from '../../../renderer/posts/arrange-posts'
import { countValues } from '../../../renderer/posts/count-values'
import { filterPosts } from '../../../renderer/posts/filter-posts'

const post = (path: string, title: string, more: Partial<PostSummary> = {}): PostSummary => ({
  path: PostPath.parse(path),
  markup: 'markdown',
  title,
  isTitled: true,
  author: null,
  dateText: null,
  dateISO: null,
  day: null,
  published: true,
  reason: null,
  permalink: null,
  rule: null,
  language: null,
  kind: 'file',
  tags: [],
  problems: [],
  ...more,
})

const tea = post('posts/tea.md', 'Tea in the Print Shop', {
  author: 'A. Compositor',
  day: '2024-05-09',
  tags: ['Drinks'],
})
const ink = post('posts/ink/index.md', 'Ink', {
  reason: 'draft',
  published: false,
  kind: 'bundle',
  language: 'de',
})
const type = post('notes/type.md', 'Type', {
  day: '2024-05-01',
  reason: 'future',
  published: false,
  tags: ['Drinks', 'Lead'],
})
const old = post('notes/old.md', 'Old', { day: '2019-12-31', reason: 'not-a-post', published: false })
const posts = [tea, type, old, ink]
const none: ReadonlySet<PostPath> = new Set()
const groupsOf = (sort: Parameters<typeof arrangePosts>[1]) =>
  arrangePosts(posts, sort).map(({ heading, posts }) => [heading, ...posts.map(({ title }) => title)])

test('every word must occur in title, author, path or tags, in any case', () => {
  expect(filterPosts(posts, 'SHOP compositor', all, none)).toEqual([tea])
  expect(filterPosts(posts, 'posts/ink', all, none)).toEqual([ink])
  expect(filterPosts(posts, 'drinks lead', all, none)).toEqual([type])
  expect(filterPosts(posts, 'shop lead', all, none)).toEqual([])
})

test('drafts, scheduled and changed posts are shown alone', () => {
  expect(filterPosts(posts, '', { ...all, show: 'drafts' }, none)).toEqual([ink])
  expect(filterPosts(posts, '', { ...all, show: 'scheduled' }, none)).toEqual([type])
  expect(filterPosts(posts, '', { ...all, show: 'changed' }, new Set([tea.path]))).toEqual([tea])
})

test('tag, author, year and language narrow together', () => {
  expect(filterPosts(posts, '', { ...all, tag: 'Drinks' }, none)).toEqual([tea, type])
  expect(filterPosts(posts, '', { ...all, tag: 'Drinks', author: 'A. Compositor' }, none)).toEqual([tea])
  expect(filterPosts(posts, '', { ...all, year: '2019' }, none)).toEqual([old])
  expect(filterPosts(posts, '', { ...all, language: 'de' }, none)).toEqual([ink])
})

test('each value is offered with its count', () => {
  expect(countValues(posts)).toEqual({
    tag: [
      { value: 'Drinks', count: 2 },
      { value: 'Lead', count: 1 },
    ],
    author: [{ value: 'A. Compositor', count: 1 }],
    year: [
      { value: '2024', count: 2 },
      { value: '2019', count: 1 },
    ],
    language: [{ value: 'de', count: 1 }],
  })
})

test('posts are grouped by month, author, state and folder, those without at the end', () => {
  expect(groupsOf('date')).toEqual([
    ['May 2024', tea.title, 'Type'],
    ['December 2019', 'Old'],
    ['No date', 'Ink'],
  ])
  expect(groupsOf('author')).toEqual([
    ['A. Compositor', tea.title],
    ['No author', 'Type', 'Old', 'Ink'],
  ])
  expect(groupsOf('state')).toEqual([
    ['Drafts', 'Ink'],
    ['Scheduled', 'Type'],
    ['Published', tea.title],
    ['Not published', 'Old'],
  ])
  expect(groupsOf('folder')).toEqual([
    ['notes', 'Type', 'Old'],
    ['posts', tea.title, 'Ink'],
  ])
  expect(groupsOf('title')).toEqual([['Posts', 'Ink', 'Old', tea.title, 'Type']])
})

test('ten thousand posts are filtered and grouped within a frame or few', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    post(`posts/${index}.md`, `Post ${index}`, {
      day: `${2000 + (index % 25)}-0${1 + (index % 9)}-01`,
      tags: ['a', `t${index % 300}`],
    }),
  )
  filterPosts(many, 'post', all, none)
  const began = performance.now()
  expect(arrangePosts(filterPosts(many, 'post 9', all, none), 'date').length).toBe(225)
  expect(performance.now() - began).toBeLessThan(200)
})
