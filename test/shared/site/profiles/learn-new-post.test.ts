import { describe, expect, test } from 'vitest'
import type { NewPostRequest } from '#shared/site/profile'
import { learnNewPost, type NewPostRules } from '#shared/site/profiles/learn-new-post'
import { sourceOf } from './one-post'

const rules: NewPostRules = {
  usualFolder: 'posts',
  endings: ['.md', '.mdx'],
  slugify: (title) => title.toLowerCase().replace(/\W+/g, '-'),
  zone: 'UTC',
  writeDate: (instant) => new Date(instant).toISOString().replace('.000', ''),
  draft: { key: 'draft', value: true },
  firstKeys: ['title', 'date'],
  language: 'yaml',
}

function made(files: Readonly<Record<string, string>>, request: Partial<NewPostRequest> = {}, own = rules) {
  const siblings = Object.entries(files).map(([path, text]) => sourceOf(path, text, 'eleventy'))
  return learnNewPost(
    siblings,
    {
      title: 'A: New Day',
      folder: null,
      asDraft: false,
      now: Date.parse('2026-05-06T07:08:09Z'),
      language: null,
      slug: null,
      isTaken: () => false,
      ...request,
    },
    own,
  )
}

const bare = '---\ntitle: x\n---\n'

describe('the path', () => {
  test.each([
    ['no siblings', {}, 'posts/a-new-day.md'],
    [
      'dated names',
      { 'b/2024-01-02-x.md': bare, 'b/2024-02-02-y.md': bare, 'a/z.md': bare },
      'b/2026-05-06-a-new-day.md',
    ],
    ['folders with an index', { 'b/x/index.mdx': bare, 'b/y/index.mdx': bare }, 'b/a-new-day/index.mdx'],
    ['dated folders', { 'b/2024-01-02-x/index.md': bare }, 'b/2026-05-06-a-new-day/index.md'],
    ['folders with a file of their name', { 'b/x/x.md': bare, 'b/y/y.md': bare }, 'b/a-new-day/a-new-day.md'],
    ['years', { 'b/2024/x.md': bare, 'b/2023/y.md': bare }, 'b/2026/a-new-day.md'],
    ['years and months', { 'b/2024/01/x.md': bare, 'b/2023/04/y.md': bare }, 'b/2026/05/a-new-day.md'],
    ['an ending that is none of posts', { 'b/x.txt': bare }, 'b/a-new-day.md'],
    ['the root', { 'x.md': bare }, 'a-new-day.md'],
  ])('%s', (_name, files, path) => expect(made(files).path).toBe(path))

  test('a folder that is asked for, a slug, and names that are taken', () => {
    const taken = new Set(['a/own.md', 'a/own-2.md'])
    const request = { folder: 'a/', slug: 'own', isTaken: (path: string) => taken.has(path) }
    expect(made({ 'b/2024-01-02-x.md': bare, 'a/z.md': bare }, request).path).toBe('a/own-3.md')
  })
})

describe('the front matter', () => {
  test('has what most have, in their order, with what all share', () => {
    const files = {
      'p/a.md':
        '---\nlayout: post\ntitle: A\ndate: 2024-01-02\ndescription: One\ntags: [posts, b]\ndraft: false\n---\n',
      'p/b.md':
        '---\nlayout: post\ntitle: B\ndate: 2024-02-02\ndescription: Two\ntags: [posts]\nslug: own\nodd: 1\n---\n',
      'p/c.md':
        '---\nlayout: post\ntitle: C\ndate: 2024-02-03\ntags: [posts, c]\ndescription: Three\nslug: other\n---\n',
    }
    expect(made(files).text).toBe(
      '---\nlayout: post\ntitle: "A: New Day"\ndate: 2026-05-06\ndescription: ""\ntags:\n  - posts\n---\n',
    )
    expect(made(files, { asDraft: true }).text).toContain('\ndraft: true\n---\n')
  })

  test('has a date in the safe form where others are written with a time', () => {
    const files = { 'p/a.md': '---\ntitle: A\npubDate: Jul 08 2022\n---\n' }
    expect(made(files).text).toBe('---\ntitle: "A: New Day"\npubDate: 2026-05-06T07:08:09Z\n---\n')
  })

  test('quotes a date where the others do', () => {
    const files = { 'p/a.md': '---\ntitle: A\ndate: "2022-01-02"\n---\n' }
    expect(made(files).text).toBe('---\ntitle: "A: New Day"\ndate: "2026-05-06"\n---\n')
  })

  test('of a first post has the usual keys, in the language of the site', () => {
    expect(made({}).text).toBe('---\ntitle: "A: New Day"\ndate: 2026-05-06T07:08:09Z\n---\n')
    expect(made({}, { asDraft: true }, { ...rules, language: 'toml' }).text).toBe(
      '+++\ntitle = "A: New Day"\ndate = 2026-05-06T07:08:09Z\ndraft = true\n+++\n',
    )
  })
})
