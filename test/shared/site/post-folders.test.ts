import { describe, expect, test } from 'vitest'
import { markupOf } from '#shared/site/markup'
import {
  collectionFolderOf,
  findPosts,
  isIgnoredFolder,
  isNeverPost,
  type PostCandidate,
} from '#shared/site/post-folders'

const candidate = (path: string, known: Partial<PostCandidate> = {}): PostCandidate => ({
  path,
  markup: markupOf(path) ?? 'markdown',
  hasFrontMatter: true,
  hasTitle: true,
  hasDate: true,
  ...known,
})
const prose = { hasFrontMatter: false, hasTitle: false, hasDate: false }
const posts = (...candidates: readonly PostCandidate[]) => [...findPosts(candidates)].toSorted()

describe('posts are found', () => {
  test('in _posts and _drafts, whatever they hold', () => {
    expect(posts(candidate('_posts/2024-01-01-a.md', prose), candidate('docs/_drafts/b.md', prose))).toEqual([
      '_posts/2024-01-01-a.md',
      'docs/_drafts/b.md',
    ])
  })

  test('in a folder named for posts, all of them, once one has a title and a date', () => {
    expect(
      posts(candidate('posts/a.md'), candidate('posts/deep/b.md', prose), candidate('posts/c.rst', prose)),
    ).toEqual(['posts/a.md', 'posts/c.rst', 'posts/deep/b.md'])
    expect(posts(candidate('packages/blog/src/x.md', prose))).toEqual([])
  })

  test('elsewhere by their own title and date, and what lies between them', () => {
    expect(
      posts(
        candidate('content/a.md'),
        candidate('content/birds/b.md'),
        candidate('content/c.md', { hasDate: false }),
        candidate('content/pages/about.md', { hasDate: false }),
        candidate('notes.md', prose),
      ),
    ).toEqual(['content/a.md', 'content/birds/b.md', 'content/c.md'])
  })

  test('in the opened folder itself, also a single one', () => {
    expect(posts(candidate('a.md'), candidate('b.md', prose))).toEqual(['a.md'])
  })

  test('not beside a named folder unless there are more of them', () => {
    const three = ['a', 'b', 'c'].map((name) => candidate(`writings/posts/${name}.md`))
    expect(posts(...three, candidate('content/x.md'), candidate('content/y.md'))).toHaveLength(3)
    const many = Array.from({ length: 4 }, (_, index) => candidate(`content/${index}.md`))
    expect(posts(...three, ...many)).toHaveLength(7)
  })

  test('not among a repository’s documents', () => {
    expect(posts(candidate('docs/guide.md'), candidate('docs/api.md'), candidate('README.md'))).toEqual([])
  })

  test('as a bundle’s page, without what lies beside it', () => {
    expect(
      posts(
        candidate('posts/a.md'),
        candidate('posts/trip/index.md'),
        candidate('posts/trip/part.md', prose),
      ),
    ).toEqual(['posts/a.md', 'posts/trip/index.md'])
  })
})

test.each([
  ['posts/a.md', 'posts'],
  ['posts/trip/index.md', 'posts'],
  ['posts/2024/05/a.md', 'posts'],
  ['posts/2024/05/06/trip/index.md', 'posts'],
  ['posts/2024-05-06/a.md', 'posts'],
  ['blog/deep/a.md', 'blog/deep'],
  ['a.md', ''],
  ['_posts/travel/2024-05-06-a.md', '_posts'],
  ['_drafts/a.md', '_posts'],
  ['source/_drafts/travel/a.md', 'source/_posts'],
  ['travel/_posts/a.md', 'travel/_posts'],
])('%s belongs to the collection %j', (path, folder) => {
  expect(collectionFolderOf(path)).toBe(folder)
})

test.each([
  'node_modules',
  'vendor',
  '_site',
  'public',
  'dist',
  'build',
  'output',
  '.git',
  'test',
  'Fixtures',
  '_layouts',
])('the folder %s is never looked into', (name) => expect(isIgnoredFolder(name)).toBe(true))

test.each(['posts', '_posts', '_drafts', '_articles', 'docs', 'content', 'src', '2024'])(
  'the folder %s is looked into',
  (name) => expect(isIgnoredFolder(name)).toBe(false),
)

test.each([
  'README.md',
  'readme.markdown',
  'CHANGELOG.md',
  'LICENSE.md',
  'CODE_OF_CONDUCT.md',
  '_index.md',
  '.x.md',
])('%s is never a post', (name) => expect(isNeverPost(name)).toBe(true))

test.each(['readme-first.md', 'changes-at-work.md', 'index.md', 'license-plates.md'])(
  '%s may be a post',
  (name) => expect(isNeverPost(name)).toBe(false),
)

test.each([
  ['a.md', 'markdown'],
  ['a.MD', 'markdown'],
  ['a.markdown', 'markdown'],
  ['a.mdx', 'markdown'],
  ['a.rst', 'other'],
  ['a.adoc', 'other'],
  ['a.org', 'other'],
  ['a.textile', 'other'],
  ['_posts/2024-01-01-a.html', 'other'],
  ['a.html', null],
  ['a.png', null],
  ['.md', null],
  ['Makefile', null],
])('%s is %s', (path, markup) => expect(markupOf(path)).toBe(markup))
