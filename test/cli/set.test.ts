import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { blogWith, galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const post = `---
title: The smell of ink # a working title
date: 2025-05-09
count: 3
draft: false
tags:
  - printing
  - workshop
empty:
---

Text with a trailing space. \n`

async function setIn(text: string | Uint8Array, key: string, value: string) {
  const blog = await blogWith({
    'posts/ink.md': text,
    'posts/other.md': '---\ntitle: Other\ndate: 2025-01-01\n---\n',
  })
  const run = await galley(['set', blog, 'posts/ink.md', key, '--', value])
  return { ...run, bytes: await readFile(join(blog, 'posts/ink.md')) }
}

describe('galley set', () => {
  test.each([
    { key: 'title', value: 'Ink', before: 'The smell of ink', after: 'Ink' },
    { key: 'date', value: '2026-01-02', before: '2025-05-09', after: '2026-01-02' },
    { key: 'count', value: '12', before: 'count: 3', after: 'count: 12' },
    { key: 'draft', value: 'true', before: 'draft: false', after: 'draft: true' },
  ])('changes $key and nothing else', async ({ key, value, before, after }) => {
    const { code, stdout, stderr, bytes } = await setIn(post, key, value)
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `posts/ink.md: Saved. ${key} changed.\n`,
      stderr: '',
    })
    expect(bytes.toString()).toBe(post.replace(before, after))
  })

  test.each([
    { key: 'draft', value: 'banana', sentence: 'draft takes true or false, not banana.' },
    { key: 'count', value: 'many', sentence: 'count takes a number, such as 12, not many.' },
    { key: 'date', value: 'soon', sentence: 'date takes a date, such as 2018-05-31, not soon.' },
    { key: 'date', value: '12', sentence: 'date takes a date, such as 2018-05-31, not 12.' },
  ])('refuses (1) $value for $key, which would change its kind', async ({ key, value, sentence }) => {
    const { code, stdout, stderr, bytes } = await setIn(post, key, value)
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `galley: ${sentence} Nothing was changed.\n`,
    })
    expect(bytes.toString()).toBe(post)
  })

  test('clears a field of any kind', async () => {
    const { code, bytes } = await setIn(post, 'draft', '')
    expect({ code, text: bytes.toString() }).toEqual({
      code: 0,
      text: post.replace('draft: false', 'draft:'),
    })
  })

  test('keeps line endings, the byte order mark and a missing final newline', async () => {
    const windows = `\ufeff${post.replaceAll('\n', '\r\n').trimEnd()}`
    const { code, bytes } = await setIn(windows, 'title', 'Ink')
    expect(code).toBe(0)
    expect(bytes.toString()).toBe(windows.replace('The smell of ink', 'Ink'))
  })

  test('makes text of what only looks like something else', async () => {
    const { bytes } = await setIn(post, 'title', 'yes')
    expect(bytes.toString()).toMatch(/^title: (["'])yes\1 # a working title$/m)
  })

  test('says so when the field has that value already', async () => {
    const { code, stdout, bytes } = await setIn(post, 'title', 'The smell of ink')
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'posts/ink.md: Nothing to change. title has that value already.\n',
    })
    expect(bytes.toString()).toBe(post)
  })

  test('takes a value that begins with a dash after --', async () => {
    const { code, bytes } = await setIn(post, 'count', '-5')
    expect(code).toBe(0)
    expect(bytes.toString()).toContain('count: -5\n')
  })
})

describe('a refused change (1) leaves the file byte by byte as it was', () => {
  test.each([
    { what: 'a field that is not there', key: 'team', text: post, says: 'It has: title, date, count' },
    { what: 'a list', key: 'tags', text: post, says: '' },
    { what: 'a date that is none', key: 'date', text: post, value: 'soon: yes', says: '' },
    { what: 'a post without front matter', key: 'title', text: '# Ink\n', says: 'no front matter' },
    { what: 'front matter that cannot be read', key: 'title', text: '---\ntitle: [\n---\n', says: 'line' },
    {
      what: 'a file that is not UTF-8',
      key: 'title',
      text: Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'),
      says: 'UTF-8',
    },
  ])('$what', async ({ key, text, value = 'Ink', says }) => {
    const { code, stdout, stderr, bytes } = await setIn(text, key, value)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^galley: /)
    expect(stderr).toContain('Nothing was changed.')
    expect(stderr).toContain(says)
    expect(bytes.equals(Buffer.from(text))).toBe(true)
  })

  test('a post that is not there', async () => {
    const blog = await blogWith({ 'posts/ink.md': post })
    const { code, stderr } = await galley(['set', blog, 'posts/gone.md', 'title', 'Ink'])
    expect(code).toBe(1)
    expect(stderr).toContain('posts/gone.md')
  })
})
