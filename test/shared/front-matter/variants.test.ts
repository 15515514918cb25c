import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addField, appendToList, removeField, removeFromList, setField } from '#shared/front-matter/edit'
import type { Field, LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { readFrontMatter } from '#shared/front-matter/read'
import { generatorIds } from '#shared/site/detect-generator'
import { decodeTextFile, encodeTextFile } from '#shared/text/text-file'
import { changed } from './outcome'

type Post = { readonly name: string; readonly text: string; readonly options: LocateOptions }

const fixtures = new URL('../../fixtures/front-matter/', import.meta.url)

function postsIn(folder: string, optionsOf: (name: string) => LocateOptions): readonly Post[] {
  return readdirSync(new URL(folder, fixtures)).flatMap((name) => {
    const decoded = decodeTextFile(new Uint8Array(readFileSync(new URL(`${folder}${name}`, fixtures))))
    return decoded.kind === 'text' ? [{ name, text: decoded.text, options: optionsOf(name) }] : []
  })
}

/** The generator that a post was written for stands at the beginning of its name. */
function siteOptions(name: string): LocateOptions {
  return { generator: generatorIds.find((generator) => name.startsWith(generator)) ?? null }
}

// one of each kind that those blogs lack
const others: readonly Post[] = [
  { name: 'json', text: '{\n  "title": "A",\n  "tags": ["a", "b"],\n  "n": 1\n}\n\nBody: x\n', options: {} },
  { name: 'bare json', text: ';;;\n"title": "A",\n"tags": [\n  "a"\n]\n;;;\n\nBody\n', options: {} },
  { name: 'json in a comment', text: '<!-- {"title": "A", "tags": ["a"]} -->\n\nBody\n', options: {} },
  {
    name: 'headers',
    text: 'Title: A\nTags: a, b\nSummary: one\n    two\n\nBody\n',
    options: { generator: 'pelican' },
  },
]
const posts = [
  ...postsIn('posts/', () => ({ openerless: true })),
  ...postsIn('sites/', siteOptions),
  ...others,
]

/** The ways in which the same post comes from other editors and systems. */
const variants: readonly (readonly [string, (post: Post) => string])[] = [
  ['as it is', ({ text }) => text],
  ['CRLF', ({ text }) => text.replace(/\r?\n/g, '\r\n')],
  ['a byte order mark', ({ text }) => `\ufeff${text}`],
  ['no final newline', ({ text }) => text.trimEnd()],
  ['tabs', withTabs],
  ['all of them', (post) => `\ufeff${withTabs(post).replace(/\r?\n/g, '\r\n').trimEnd()}`],
]

/** Tabs where the language takes them for spaces: behind a colon, around `=`, as indentation. */
function withTabs({ text, options }: Post): string {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') return text
  const { from, to } = located.block
  const block = text.slice(from, to)
  const tabbed = {
    yaml: () => block.replace(/^(\w+): (?=[^\s|>#])/gm, '$1:\t'),
    toml: () => block.replace(/^(\w+) = /gm, '$1\t=\t'),
    json: () => block.replace(/^ +/gm, '\t').replaceAll('": ', '":\t'),
    pelican: () => block.replace(/^(\w+): /gm, '$1:\t'),
  }[located.language]()
  return text.slice(0, from) + tabbed + text.slice(to)
}

const fieldsOf = (text: string, options: LocateOptions): readonly Field[] => {
  const read = readFrontMatter(text, options)
  return read.kind === 'fields' ? read.fields.filter(({ refusal }) => refusal === null) : []
}

/** Numbers of what was done, so that the loops cannot run empty. */
const done = { saves: 0, sets: 0, appends: 0, adds: 0 }

describe.each(variants)('%s', (_what, make) => {
  const made = posts.map((post) => ({ ...post, text: make(post) }))

  test('opened and saved, the bytes are the same', () => {
    for (const { text, name } of made) {
      const bytes = new TextEncoder().encode(text)
      const decoded = decodeTextFile(bytes)
      if (decoded.kind !== 'text') throw new Error(name)
      expect(Buffer.compare(encodeTextFile(decoded.text, decoded), bytes), name).toBe(0)
      done.saves++
    }
  })

  test('a value that is set changes its own line and no other, and set back it is the text as it was', () => {
    for (const { text, options, name } of made) {
      for (const field of fieldsOf(text, options)) {
        const source = text.slice(field.valueRange.from, field.valueRange.to)
        if (field.value.kind !== 'text' || source === '' || source.includes('\n')) continue
        const after = changed(text, setField(text, field.path, { kind: 'text', text: 'New value' }, options))
        const line = lineOf(text, field.valueRange.from)
        expect(after.split('\n').toSpliced(line, 1), name).toEqual(text.split('\n').toSpliced(line, 1))
        expect(after.slice(0, field.valueRange.from), name).toBe(text.slice(0, field.valueRange.from))
        expect(after.endsWith(text.slice(field.valueRange.to)), name).toBe(true)
        done.sets++
        // braces that mean text get quotes when they are written
        if (source.startsWith('{')) continue
        const back = setField(after, field.path, { kind: 'text', text: field.value.text }, options)
        expect(changed(after, back), `${name} ${field.key}`).toBe(text)
      }
    }
  })

  test('an item that is appended is at most one line more, and taken out it is the text as it was', () => {
    for (const { text, options, name } of made) {
      for (const field of fieldsOf(text, options)) {
        if (field.value.kind !== 'list' || field.value.items.some(({ kind }) => kind !== 'text')) continue
        const { length } = field.value.items
        if (length === 0) continue
        const after = changed(text, appendToList(text, field.path, 'newest', options))
        expect(after.split('\n').length - text.split('\n').length, name).toBeLessThanOrEqual(1)
        expect(changed(after, removeFromList(after, field.path, length, options)), name).toBe(text)
        done.appends++
      }
    }
  })

  test('a key that is added is one line more, and taken out it is the text as it was', () => {
    for (const { text, options, name } of made) {
      if (fieldsOf(text, options).length === 0) continue
      const after = changed(text, addField(text, 'added', { kind: 'text', text: 'new' }, options))
      expect(withoutLineOf(after, 'added'), name).toHaveLength(withoutLineOf(text, 'added').length)
      expect(changed(after, removeField(after, 'added', options)), name).toBe(text)
      done.adds++
    }
  })
})

test('thousands of edits were made', () => {
  expect(done.saves).toBe(posts.length * variants.length)
  expect(done.sets).toBeGreaterThan(1500)
  expect(done.appends).toBeGreaterThan(100)
  expect(done.adds).toBeGreaterThan(700)
})

function withoutLineOf(text: string, key: string): readonly string[] {
  return text.split('\n').filter((line) => !line.trimStart().replace(/^"/, '').startsWith(key))
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1
}
