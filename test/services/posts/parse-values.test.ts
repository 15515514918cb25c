import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import matter from 'gray-matter'
import { describe, expect, test } from 'vitest'
import { parseValues } from '#services/posts/parse-values'
import { PostPath } from '#shared/contract/post-path'
import { setField } from '#shared/front-matter/edit'
import type { LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { renderBody } from '#shared/markdown/render'
import { generatorIds } from '#shared/site/detect-generator'
import { writeFiles } from '../../helpers/git-repository'
import { repositoryRoot } from '../../helpers/repository-root'
import { createHarness } from '../../helpers/service-harness'
import { createTemporaryFolder } from '../../helpers/temporary-folder'

function valuesOf(text: string, options = {}) {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') throw new Error('no front matter')
  return { ...parseValues(text, located) }
}

/** Reads a block that may have a mistake, as the list does. */
function valuesOrFailure(text: string, options: LocateOptions): unknown {
  const located = locateFrontMatter(text, options)
  try {
    return located.kind === 'found' ? parseValues(text, located) : null
  } catch (error) {
    return error
  }
}

function sourceFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  })
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

  test('come from JSON between semicolons, with and without braces', () => {
    expect(valuesOf(';;;\n"title": "A",\n"tags": ["a"]\n;;;\n')).toEqual({ title: 'A', tags: ['a'] })
    expect(valuesOf(';;;\n{"title": "A"}\n;;;\n')).toEqual({ title: 'A' })
    expect(valuesOf('"title": "A"\n;;;\n', { generator: 'hexo' })).toEqual({ title: 'A' })
  })

  test('are what Pelican makes of a name that is there twice, and of tags', () => {
    const text = 'Title: A\ntitle: B\nTags: a, b\nAuthors: Doe, J; Roe, R\n\nBody\n'
    expect(valuesOf(text, { generator: 'pelican' })).toEqual({
      title: 'A',
      tags: ['a', 'b'],
      authors: ['Doe, J', 'Roe, R'],
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
  ])(
    'named by the post (%s) never runs: not in the list, the text, the form, the preview or an edit',
    async (opener) => {
      const folder = await createTemporaryFolder()
      const direct = `(globalThis.process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(marker(folder))}, 'x'), { title: 'evil' })`
      await writeFiles(folder, {
        'posts/a.md': `${opener}\n${code(folder)}\n---\nBody\n`,
        'posts/b.md': `${opener}\n${direct}\n---\nBody\n`,
        'posts/c.md': `---\n---js\n${direct}\n---\nBody\n`,
        'posts/f.md': `---\njs\n${direct}\n---\nBody\n`,
        'posts/d.md': '---\ntitle: Fine\ndate: 2024-01-01\n---\n',
        'posts/e.md': '---\ntitle: Fine too\ndate: 2024-01-02\n---\n',
      })
      const harness = await createHarness()
      const { id: blog, evidence } = await harness.open(folder)
      const { posts } = await harness.call('posts.list', { blog })
      expect(posts.map(({ title }) => title)).not.toContain('evil')
      for (const name of ['a', 'b', 'c', 'f']) {
        const path = PostPath.parse(`posts/${name}.md`)
        const { text } = await harness.call('posts.read', { blog, path })
        await harness.call('posts.describeCollection', { blog, path })
        const generators = [evidence.locate, ...generatorIds.map((generator) => ({ generator }))]
        for (const options of generators) {
          readFrontMatter(text, options)
          renderBody(text.slice(locateFrontMatter(text, options).bodyFrom), 'cmark-gfm')
          expect(setField(text, ['title'], { kind: 'text', text: 'x' }, options).kind).toBe('refused')
          valuesOrFailure(text, options)
        }
      }
      expect(existsSync(marker(folder))).toBe(false)
    },
  )

  const codeLanguages = [
    'javascript',
    'js',
    'JS',
    'JavaScript',
    'coffee',
    'cson',
    'CSON',
    'coffeescript',
    'Coffee',
  ]

  test.each(codeLanguages)('is refused also if a scanner named the language %s', (language) => {
    const text = '---\n{ title: "evil" }\n---\n'
    const located = locateFrontMatter(text)
    if (located.kind !== 'found') throw new Error('no front matter')
    expect(() => parseValues(text, { ...located, language: language as 'yaml' })).toThrow()
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nothing'])(
    'is nothing that the language %s would reach',
    (language) => {
      const text = '---\n{ title: "evil" }\n---\n'
      const located = locateFrontMatter(text)
      if (located.kind !== 'found') throw new Error('no front matter')
      expect(() => parseValues(text, { ...located, language: language as 'yaml' })).toThrow()
    },
  )
})

describe('the library behind it', () => {
  test('keeps nothing of what it read', () => {
    const library = matter as typeof matter & { cache: object; clearCache(): void }
    library.clearCache()
    valuesOf('---\ntitle: A\n---\n')
    valuesOf("+++\ntitle = 'A'\n+++\n")
    expect(Object.keys(library.cache)).toEqual([])
  })

  test('is used in this one place only, where nothing can write with it', () => {
    const users = sourceFiles(['shared', 'electron', 'renderer']).filter((file) => {
      return /gray-matter['"]/.test(readFileSync(file, 'utf8'))
    })
    expect(users.map((file) => basename(file))).toEqual(['parse-values.ts'])
    expect(readFileSync(users[0] as string, 'utf8')).not.toMatch(/matter\.stringify|\.stringify\(/)
    const file = valuesOf('---\ntitle: A\n---\n')
    expect(file).toEqual({ title: 'A' })
  })
})

test.each([
  ['tildes', `a: "${'~'.repeat(200_000)}!"`, { a: `${'~'.repeat(200_000)}!` }],
  ['blank lines', `a: b${'\n'.repeat(100_000)}c: d`, { a: 'b', c: 'd' }],
])('200 kB of %s are read at once', (_name, block, values) => {
  const startMs = performance.now()
  expect(valuesOf(`---\n${block}\n---\n`)).toEqual(values)
  expect(performance.now() - startMs).toBeLessThan(2000)
})
