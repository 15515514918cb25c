import { describe, expect, test } from 'vitest'
import { findCollections } from '#shared/site/collections'

const five = ['a', 'b', 'c', 'd', 'e']
const paths = [
  ...five.map((name) => `blog/${name}.md`),
  ...five.map((name) => `blog/cooking/${name}.md`),
  'blog/series/one/a.md',
  'notes/a.md',
]

describe('the collection of a post', () => {
  const collectionOf = findCollections(paths)

  test.each([
    ['blog/new.md', 'blog'],
    ['blog/cooking/new.md', 'blog/cooking'],
    ['blog/series/one/a.md', 'blog'],
    ['blog/cooking/soups/new.md', 'blog/cooking'],
    ['notes/a.md', 'notes'],
    ['elsewhere/new.md', 'elsewhere'],
    ['new.md', ''],
  ])('%s is in %j', (path, folder) => expect(collectionOf(path)).toBe(folder))
})

test('a folder with few posts goes on its own where nothing larger lies above it', () => {
  expect(findCollections(['blog/a.md', 'blog/b/c.md'])('blog/b/c.md')).toBe('blog/b')
})
