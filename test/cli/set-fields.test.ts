import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { blogWith, galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const post = `---
title: The smell of ink
weight: 3
tags: [printing, workshop]
years: [2019, 2020]
seo:
  title: Ink # for searching
authors:
  - name: Ada
    role: writer
a.b: dotted
---

Text.
`

async function setIn(...words: readonly string[]) {
  const blog = await blogWith({
    'posts/ink.md': post,
    'posts/other.md': '---\ntitle: Other\ndraft: no\ndate: 2025-01-01\ntags: [a]\nweight: 1\n---\n',
    'posts/third.md': '---\ntitle: Third\ndraft: yes\ndate: 2025-01-02\ntags: [a]\nweight: 2\n---\n',
  })
  const run = await galley(['set', blog, 'posts/ink.md', ...words])
  return { ...run, text: await readFile(join(blog, 'posts/ink.md'), 'utf8') }
}

describe('galley set', () => {
  test.each([
    { words: ['seo.title', 'Oil'], before: 'title: Ink', after: 'title: Oil', says: 'seo changed.' },
    {
      words: ['authors.0.role', 'printer'],
      before: 'role: writer',
      after: 'role: printer',
      says: 'authors changed.',
    },
    { words: ['tags.1', 'press'], before: 'workshop', after: 'press', says: 'tags changed.' },
    { words: ['a.b', 'x'], before: 'dotted', after: 'x', says: 'a.b changed.' },
    {
      words: ['tags', 'lead', '--append'],
      before: 'workshop]',
      after: 'workshop, lead]',
      says: 'tags changed.',
    },
    { words: ['years', '2021', '--append'], before: '2020]', after: '2020, 2021]', says: 'years changed.' },
    { words: ['tags', 'printing', '--remove'], before: 'printing, ', after: '', says: 'tags changed.' },
    { words: ['weight', '--remove'], before: 'weight: 3\n', after: '', says: 'weight removed.' },
    {
      words: ['weight', 'order', '--rename'],
      before: 'weight',
      after: 'order',
      says: 'weight renamed to order.',
    },
    { words: ['title', '--json', '12'], before: 'The smell of ink', after: '12', says: 'title changed.' },
    {
      words: ['tags', '--json', '["x","z"]'],
      before: '[printing, workshop]',
      after: '[x, z]',
      says: 'tags changed.',
    },
  ])('$words changes that and nothing else', async ({ words, before, after, says }) => {
    const { code, stdout, stderr, text } = await setIn(...words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(text).toBe(post.replace(before, after))
    expect(stdout).toBe(`posts/ink.md: Saved. ${says}\n`)
  })

  test('adds a field in the kind and place of the other posts', async () => {
    const { text } = await setIn('draft', 'yes', '--add')
    expect(text).toBe(post.replace('ink\n', 'ink\ndraft: yes\n'))
  })

  test('adds a field into a map', async () => {
    const { text } = await setIn('seo.noindex', 'true', '--add', '--json')
    expect(text).toBe(post.replace('searching\n', 'searching\n  noindex: true\n'))
  })

  test('adds a list where it is missing and an item where it is not', async () => {
    expect((await setIn('topics', 'lead', '--append', '--add')).text).toMatch(
      /^topics: ?(?:\[lead\]|\n *- lead)$/m,
    )
    expect((await setIn('tags', 'lead', '--append', '--add')).text).toContain(
      'tags: [printing, workshop, lead]',
    )
  })

  test.each([
    { words: ['tags', 'printing', '--append'], says: 'tags has that item already.' },
    { words: ['title', 'Another', '--add'], says: 'title is there already.' },
    { words: ['gone', '--remove'], says: 'The post has no field gone.' },
    { words: ['tags', 'gone', '--remove'], says: 'tags has no such item.' },
  ])('$words changes nothing where it is so already', async ({ words, says }) => {
    const { code, stdout, text } = await setIn(...words)
    expect({ code, stdout }).toEqual({ code: 0, stdout: `posts/ink.md: Nothing to change. ${says}\n` })
    expect(text).toBe(post)
  })

  test.each([
    { words: ['title', 'x', '--remove'], says: 'title is no list' },
    { words: ['title', 'weight', '--rename'], says: 'weight' },
    { words: ['nowhere.else', 'x', '--add'], says: 'nowhere.else' },
    { words: ['seo.gone', 'x'], says: 'The post has no field seo.gone.' },
    { words: ['Title', 'x'], says: 'The post has no field Title.' },
    { words: ['gone', 'x'], says: 'Add it with --add.' },
    { words: ['gone', 'x', '--append'], says: 'Add it as a list with --append --add.' },
  ])('$words is refused', async ({ words, says }) => {
    const { code, stdout, stderr, text } = await setIn(...words)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(says)
    expect(text).toBe(post)
  })

  test.each([
    { words: ['title', '{"a"', '--json'] },
    { words: ['title', 'x', '--remove', '--add'] },
    { words: ['title', 'x', '--rename', '--json'] },
    { words: ['title'] },
  ])('$words makes no sense (2)', async ({ words }) => {
    const { code, text } = await setIn(...words)
    expect({ code, text }).toEqual({ code: 2, text: post })
  })
})

describe('keys in another case', () => {
  const hugo = { 'hugo.toml': "baseURL = 'https://example.org/'\n", 'content/b.md': '---\nTitle: B\n---\n' }
  const pelican = {
    'pelicanconf.py': "PATH = 'content'\n",
    'content/b.md': 'Title: B\nDate: 2024-05-02\nTags: b\n\nText.\n',
  }

  test.each([
    {
      generator: 'Hugo',
      files: { ...hugo, 'content/a.md': '---\nTitle: A\nParams:\n  Sub: S\n---\n' },
      words: ['params.sub', 'x'],
      after: '---\nTitle: A\nParams:\n  Sub: x\n---\n',
    },
    {
      generator: 'Hugo, with the key in both spellings,',
      files: { ...hugo, 'content/a.md': '---\nTitle: A\ntitle: a\n---\n' },
      words: ['title', 'x'],
      after: '---\nTitle: A\ntitle: x\n---\n',
    },
    {
      generator: 'Pelican',
      files: { ...pelican, 'content/a.md': 'Title: A\nDate: 2024-05-01\n\nText.\n' },
      words: ['title', 'x'],
      after: 'Title: x\nDate: 2024-05-01\n\nText.\n',
    },
    {
      generator: 'Pelican, of a new field,',
      files: { ...pelican, 'content/a.md': 'Title: A\nDate: 2024-05-01\n\nText.\n' },
      words: ['tags', 'x', '--append', '--add'],
      after: 'Title: A\nDate: 2024-05-01\nTags: x\n\nText.\n',
    },
  ])('are the same to $generator', async ({ files, words, after }) => {
    const blog = await blogWith(files)
    const { code, stderr } = await galley(['set', blog, 'content/a.md', ...words])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(await readFile(join(blog, 'content/a.md'), 'utf8')).toBe(after)
  })

  test('a field that is there in another case is not added again', async () => {
    const blog = await blogWith({ ...hugo, 'content/a.md': '---\nTitle: A\n---\n' })
    const { stdout } = await galley(['set', blog, 'content/a.md', 'title', 'x', '--add'])
    expect(stdout).toContain('title is there already.')
  })
})

test('a rehearsal prints a diff that git takes for the same change, and writes nothing', async () => {
  const files = {
    'posts/ink.md': post,
    'posts/b.md': '---\r\ntitle: B\r\ndate: 2025-01-01\r\nweight: 2\r\n---\r\nNo newline',
  }
  const blog = await blogWith(files)
  const { code, stdout } = await galley(['set', blog, '.', 'weight', '7', '--dry-run'])
  expect(code).toBe(0)
  const read = async (path: string) => readFile(join(blog, path), 'utf8')
  for (const [path, text] of Object.entries(files)) expect(await read(path)).toBe(text)
  await writeFile(join(blog, 'change.diff'), stdout)
  execFileSync('git', ['apply', 'change.diff'], { cwd: blog })
  const applied = await Promise.all(Object.keys(files).map(read))
  for (const [path, text] of Object.entries(files)) await writeFile(join(blog, path), text)
  await galley(['set', blog, '.', 'weight', '7'])
  expect(await Promise.all(Object.keys(files).map(read))).toEqual(applied)
  expect(applied[0]).toContain('weight: 7\n')
})
