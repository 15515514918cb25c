import { expect, test } from 'vitest'
import { createBlogSummariser, type ReadBlog } from '#services/posts/summarise-blog'
import { PostPath } from '#shared/contract/post-path'

const path = PostPath.parse('posts/tea.md')
const file = {
  path,
  real: '/blog/posts/tea.md',
  markup: 'markdown',
  stamp: '1',
  modifiedAt: 0,
  createdAt: 0,
} as const
const reading = {
  path,
  markup: 'markdown',
  needs: 'nothing',
  hasFrontMatter: true,
  values: { title: 'Tea', date: '2024-05-06' },
  quoted: new Set<string>(),
  heading: null,
  undelimitedText: null,
} as const
const site = { folder: '', generator: null, profile: null }
const blog: ReadBlog = { sites: [site], read: [{ file, reading }], generator: null, now: 0 }

test('a blog that stayed as it was is summarised once a minute, and one that changed at once', () => {
  const summarise = createBlogSummariser()
  const first = summarise(blog)
  expect(first.posts.map(({ title }) => title)).toEqual(['Tea'])
  expect(summarise({ ...blog, read: [{ file, reading }], now: 59_999 })).toBe(first)
  expect(summarise({ ...blog, now: 60_000 })).not.toBe(first)
  const again = summarise(blog)
  expect(summarise({ ...blog, read: [{ file: { ...file, stamp: '2' }, reading }] })).not.toBe(again)
  expect(summarise({ ...blog, read: [] }).posts).toEqual([])
  expect(summarise({ ...blog, sites: [{ ...site }] })).not.toBe(summarise(blog))
})
