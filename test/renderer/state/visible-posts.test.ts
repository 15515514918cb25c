import { expect, test } from 'vitest'
import type { PostSummary } from '#shared/contract/post'
import { PostPath } from '#shared/contract/post-path'
import { visiblePosts } from '../../../renderer/state/posts'

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

const posts = [
  post('posts/tea.md', 'Tea in the Print Shop', { author: 'A. Compositor' }),
  post('posts/ink.md', 'Ink', { reason: 'draft', published: false }),
]
const none: ReadonlySet<PostPath> = new Set()

test('every word must occur in title, author or path, in any case', () => {
  expect(visiblePosts(posts, 'SHOP compositor', 'all', none)).toEqual([posts[0]])
  expect(visiblePosts(posts, 'posts/ink', 'all', none)).toEqual([posts[1]])
  expect(visiblePosts(posts, 'shop ink', 'all', none)).toEqual([])
})

test('the filters show drafts alone and changed posts alone', () => {
  expect(visiblePosts(posts, '', 'drafts', none)).toEqual([posts[1]])
  expect(visiblePosts(posts, '', 'changed', new Set([PostPath.parse('posts/tea.md')]))).toEqual([posts[0]])
})
