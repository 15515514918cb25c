import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type CheckedPost,
  checkFields,
  checkHalves,
  type FieldCheck,
} from '#shared/front-matter/infer/check-fields'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { observePost } from '#shared/front-matter/infer/observe-post'
import { readFrontMatter } from '#shared/front-matter/read'
import { repositoryFile } from '../../../helpers/repository-root'

const options = { openerless: true }

function checkedPost(name: string, text: string): readonly CheckedPost[] {
  const frontMatter = readFrontMatter(text, options)
  const observed = observePost(text, options, true)
  return frontMatter.kind === 'fields' && observed !== null
    ? [{ name, fields: frontMatter.fields, observed }]
    : []
}

function check(posts: readonly CheckedPost[]): readonly FieldCheck[] {
  return checkFields(inferFields(posts.map(({ observed }) => observed)), posts)
}

describe('the check of a form', () => {
  const posts = (count: number, block: (index: number) => string) =>
    Array.from({ length: count }, (_, index) =>
      checkedPost(`${index}.md`, `---\n${block(index)}\n---\n`),
    ).flat()

  test('names the values that a field has no room for', () => {
    const [draft, title] = check(posts(40, (index) => `draft: ${index === 7 ? 'later' : 'yes'}\ntitle: A`))
    expect(draft).toEqual({
      key: 'draft',
      valueCount: 40,
      exceptions: [{ post: '7.md', value: { kind: 'text', text: 'later' } }],
    })
    expect(title?.exceptions).toEqual([])
  })

  test('counts a value under whatever letter case its key has', () => {
    expect(check(posts(4, (index) => (index === 0 ? 'Title: [A]' : 'title: A')))[0]).toMatchObject({
      valueCount: 4,
    })
  })

  test('by halves tells what the posts of one half do not foresee', () => {
    const halves = checkHalves(posts(12, (index) => (index % 2 === 0 ? 'mood: 3' : 'mood: calm')))
    expect(halves.map(({ key, exceptions }) => [key, exceptions.length])).toEqual([
      ['mood', 6],
      ['mood', 0],
    ])
  })

  test('by halves leaves out what one half has too few of', () => {
    expect(checkHalves(posts(4, () => 'mood: calm'))).toEqual([])
  })
})

describe('real posts', () => {
  /** Folders of one blog's posts, and one whose names begin with the site that each is from. */
  const collections = [
    'test/fixtures/front-matter/posts',
    'test/fixtures/blogs/engblog/src/posts',
    'build/sample-blog/posts',
    'test/fixtures/front-matter/sites',
  ].flatMap((folder) => collectionsIn(repositoryFile(folder)))

  test('have room for every value in at least 97 % of the fields', () => {
    const checks = collections.flatMap(check)
    expect(checks.length).toBeGreaterThan(100)
    expect(shareHolding(checks)).toBeGreaterThanOrEqual(0.97)
  })

  test('have it in at least 97 % of the fields that were learnt from other posts', () => {
    const checks = collections.flatMap(checkHalves)
    expect(checks.length).toBeGreaterThan(50)
    expect(shareHolding(checks)).toBeGreaterThanOrEqual(0.97)
  })

  function shareHolding(checks: readonly FieldCheck[]): number {
    return checks.filter(({ exceptions }) => exceptions.length === 0).length / checks.length
  }

  function collectionsIn(folder: string): readonly (readonly CheckedPost[])[] {
    const sites = new Map<string, CheckedPost[]>()
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
      const site = /^(.+?)--/.exec(name)?.[1] ?? ''
      const posts = checkedPost(name, readFileSync(join(folder, name), 'utf8'))
      sites.set(site, [...(sites.get(site) ?? []), ...posts])
    }
    return [...sites.values()]
  }
})
