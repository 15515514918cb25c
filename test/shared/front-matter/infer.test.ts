import { describe, expect, test } from 'vitest'
import type { FrontMatter } from '#shared/front-matter/front-matter'
import { inferFields, labelOf } from '#shared/front-matter/infer'
import { readFrontMatter } from '#shared/front-matter/read'

function postsWith(...blocks: readonly string[]): readonly FrontMatter[] {
  return blocks.map((block) => readFrontMatter(`---\n${block}\n---\n`))
}

/** The kind of `key` when the posts give it these values. */
function kindOf(key: string, ...values: readonly string[]): string | undefined {
  return inferFields(postsWith(...values.map((value) => `${key}: ${value}`)))[0]?.kind
}

describe('the kind of a field', () => {
  test.each([
    ['title', ['A', 'B', 'C'], 'text'],
    ['title', ['Weekly', 'Weekly', 'Weekly', 'Weekly'], 'text'],
    ['date', ['2018-05-31', '"May 31, 2018"', '2018-05-31 12:00:00 +0200'], 'date'],
    ['published_on', ['May 31, 2018', 'August 05, 2015'], 'date'],
    ['draft', ['yes', 'no', 'true', ''], 'yes-no'],
    ['weight', ['1', '20', '012'], 'number'],
    ['author', ['Ann', 'Ben', 'Ann'], 'choice'],
    ['author', ['Ann', 'Ben', 'Cho'], 'text'],
    ['mood', ['calm', 'calm', 'wild', 'calm', 'wild', 'calm'], 'choice'],
    ['mood', ['calm', 'calm', 'wild'], 'text'],
    ['tags', ['[a, b]', '[]', '\n  - c'], 'list'],
    ['tags', ['[a, b]', 'c'], 'list'],
    ['tags', ['', ''], 'list'],
    ['description', ['Short.', 'Also short.'], 'long-text'],
    ['quote', ['|\n  two\n  lines', 'one'], 'long-text'],
    ['extra', ['{a: 1}', '{b: 2}'], 'other'],
    ['authors', ['[{name: Ann}]', '[{name: Ben}]'], 'other'],
    ['thing', ['', ''], 'text'],
  ])('%s: %j is %s', (key, values, kind) => expect(kindOf(key, ...values)).toBe(kind))
})

describe('the form of a folder', () => {
  test('fields come in their usual order, with the share of posts that have them', () => {
    const posts = postsWith(
      'title: A\ndate: 2018-05-31\ntags: [a]',
      'title: B\nsubtitle: C\ndate: 2018-05-31',
      'date: 2018-05-31\ntags: [b]',
    )
    expect(inferFields(posts).map(({ key, share }) => [key, share])).toEqual([
      ['title', 2 / 3],
      ['date', 1],
      ['subtitle', 1 / 3],
      ['tags', 2 / 3],
    ])
  })

  test('values come most used first', () => {
    const posts = postsWith('tags: [a, b]', 'tags: [b, 2018]', 'tags: b')
    expect(inferFields(posts)[0]).toMatchObject({ kind: 'list', values: ['b', 'a', '2018'] })
  })

  test('posts that cannot be read teach nothing, and no posts no fields', () => {
    const posts = [...postsWith('title: A', 'title: {#if'), readFrontMatter('Prose')]
    expect(inferFields(posts)).toEqual([{ key: 'title', label: 'Title', kind: 'text', values: [], share: 1 }])
    expect(inferFields([])).toEqual([])
  })

  test('a key that a post has twice counts once', () => {
    expect(inferFields(postsWith('title: A\ntitle: B', 'x: 1'))[0]).toMatchObject({
      key: 'title',
      share: 1 / 2,
    })
  })
})

test.each([
  ['published_on', 'Published on'],
  ['pubDate', 'Pub date'],
  ['header-img', 'Header img'],
  ['SEO_title', 'SEO title'],
  ['Title', 'Title'],
  ['été', 'Été'],
  ['_', '_'],
])('the label of %s is %s', (key, label) => expect(labelOf(key)).toBe(label))
