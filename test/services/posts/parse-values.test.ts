import { existsSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import { describe, expect, test } from 'vitest'
import { parseValues } from '#services/posts/parse-values'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { writeFiles } from '../../helpers/git-repository'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

function valuesOf(text: string, options = {}) {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') throw new Error('no front matter')
  return { ...parseValues(text, located) }
}

describe('values for the list', () => {
  test.each([
    ['a date', 'date: 2018-05-31', { date: '2018-05-31' }],
    ['a time', 'date: 2018-05-31T10:00:00-05:00', { date: '2018-05-31T10:00:00-05:00' }],
    ['a number with a leading zero', 'zip: 012', { zip: '012' }],
    ['a number with a final zero', 'version: 1.10', { version: '1.10' }],
    ['a word that old YAML takes for no', 'title: No', { title: 'No' }],
    ['yes and no', 'draft: true\npublished: False', { draft: true, published: false }],
    ['a quoted yes', 'draft: "true"', { draft: 'true' }],
    ['nothing', 'title:\nauthor: ~', { title: null, author: null }],
    ['a line of dashes in a text', 'text: |\n  a\n  ---\n  b', { text: 'a\n---\nb\n' }],
    ['the last of a key given twice', 'title: a\ntitle: b', { title: 'b' }],
    ['only a comment', '# nothing', {}],
  ])('keep %s', (_name, block, values) => {
    expect(valuesOf(`---\n${block}\n---\nBody\n`)).toEqual(values)
  })

  test('come from TOML with dates as text, and from JSON', () => {
    expect(valuesOf("+++\ntitle = 'A'\ndate = 2018-05-31\n[extra]\nx = 1\n+++\n")).toEqual({
      title: 'A',
      date: '2018-05-31',
      extra: { x: 1 },
    })
    expect(valuesOf('{\n  "title": "A",\n  "draft": true\n}\n\nBody')).toEqual({ title: 'A', draft: true })
  })

  test('come from Pelican’s lines', () => {
    const text = 'Title: A: b\nDate: 2018-05-31\nSummary: one\n    two\n\nBody\n'
    expect(valuesOf(text, { pelican: true })).toEqual({
      title: 'A: b',
      date: '2018-05-31',
      summary: 'one two',
    })
  })

  test('never leak into another post with the same front matter', () => {
    const text = '---\ntitle: A\n---\n'
    const first = valuesOf(text)
    Object.assign(first, { title: 'changed' })
    expect(valuesOf(text)).toEqual({ title: 'A' })
  })
})

describe('front matter that is code', () => {
  const marker = (folder: string) => join(folder, 'ran')
  const code = (folder: string) =>
    `module.exports = (require('node:fs').writeFileSync(${JSON.stringify(marker(folder))}, 'x'), { title: 'evil' })`

  test('runs in gray-matter as it comes: the guard is needed', async () => {
    const folder = await createTemporaryFolder()
    const direct = `---js\n(globalThis.process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(marker(folder))}, 'x'), { title: 'evil' })\n---\n`
    matter(direct, {})
    expect(existsSync(marker(folder))).toBe(true)
  })

  test.each([
    '---js',
    '---javascript',
    '---JS',
    '--- js',
    '---coffee',
    '---cson',
    '---coffeescript',
    '---Js ',
  ])('named by the post (%s) never runs when the blog is listed', async (opener) => {
    const folder = await createTemporaryFolder()
    const direct = `(globalThis.process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(marker(folder))}, 'x'), { title: 'evil' })`
    await writeFiles(folder, {
      'posts/a.md': `${opener}\n${code(folder)}\n---\nBody\n`,
      'posts/b.md': `${opener}\n${direct}\n---\nBody\n`,
      'posts/c.md': `---\n---js\n${direct}\n---\nBody\n`,
      'posts/d.md': '---\ntitle: Fine\ndate: 2024-01-01\n---\n',
    })
    const harness = await createHarness()
    const { id: blog } = await harness.open(folder)
    const { posts } = await harness.call('posts.list', { blog })
    expect(posts.map(({ title }) => title)).not.toContain('evil')
    expect(existsSync(marker(folder))).toBe(false)
  })

  test.each(['javascript', 'js', 'coffee', 'cson'])(
    'is refused also if a scanner named the language %s',
    (language) => {
      const text = '---\n{ title: "evil" }\n---\n'
      const located = locateFrontMatter(text)
      if (located.kind !== 'found') throw new Error('no front matter')
      expect(() => parseValues(text, { ...located, language: language as 'yaml' })).toThrow()
    },
  )
})

test.each([
  ['tildes', `a: "${'~'.repeat(200_000)}!"`, { a: `${'~'.repeat(200_000)}!` }],
  ['blank lines', `a: b${'\n'.repeat(100_000)}c: d`, { a: 'b', c: 'd' }],
])('200 kB of %s are read at once', (_name, block, values) => {
  const startMs = performance.now()
  expect(valuesOf(`---\n${block}\n---\n`)).toEqual(values)
  expect(performance.now() - startMs).toBeLessThan(2000)
})
