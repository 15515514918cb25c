import { describe, expect, test } from 'vitest'
import { detectPelican } from '#shared/front-matter/detect-pelican'
import { setField } from '#shared/front-matter/edit'
import type { LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { type GeneratorId, generatorIds } from '#shared/site/detect-generator'
import { changed } from './outcome'

/** The dialect, block and body as a test reads them; the kind alone when there is no block. */
function located(text: string, options: LocateOptions): string {
  const found = locateFrontMatter(text, options)
  if (found.kind !== 'found') return found.kind
  return [found.dialect, text.slice(found.block.from, found.block.to), text.slice(found.bodyFrom)].join('|')
}

/** Those generators that find front matter in `text`. */
function readers(text: string): readonly GeneratorId[] {
  return generatorIds.filter((generator) => locateFrontMatter(text, { generator }).kind === 'found')
}

const but = (...left: GeneratorId[]): readonly GeneratorId[] => {
  return generatorIds.filter((generator) => !left.includes(generator))
}

describe('what is front matter, and for whom', () => {
  test.each<[string, string, readonly GeneratorId[]]>([
    ['dashes', '---\ntitle: A\n---\nBody', generatorIds],
    ['a byte order mark first', '\ufeff---\ntitle: A\n---\nBody', generatorIds],
    ['CRLF', '---\r\ntitle: A\r\n---\r\nBody', generatorIds],
    ['a space behind the opener', '--- \ntitle: A\n---\nBody', but('hexo')],
    ['a blank line first', '\n---\ntitle: A\n---\nBody', ['hexo', 'hugo', 'zola', 'astro']],
    ['dots at the end', '---\ntitle: A\n...\nBody', ['jekyll', 'pelican']],
    ['pluses', '+++\ntitle = "A"\n+++\nBody', ['hugo', 'zola', 'eleventy', 'astro', 'gatsby']],
    ['an object', '{"title": "A"}\nBody', ['hugo']],
    ['semicolons', ';;;\n"title": "A"\n;;;\nBody', ['hexo']],
    ['a comment', '<!--{"title": "A"}-->\nBody', []],
    ['a comment that begins a line above', '<!--\n{"title": "A"}\n-->\nBody', ['hugo']],
    ['a label', '---json\n{"title": "A"}\n---\nBody', ['eleventy', 'docusaurus', 'gatsby']],
    ['code', '---js\n{"title": "A"}\n---\nBody', []],
    ['four dashes around', '----\ntitle: A\n----\nBody', ['hexo']],
    ['no opener', 'title: A\n---\nBody', ['hexo', 'pelican']],
    ['no opener, dots', 'title: A\n...\nBody', ['pelican']],
    ['headers', 'Title: A\nDate: B\n\nBody', ['pelican']],
    ['headers, then prose', 'Title: A\nBody', ['pelican']],
    ['prose', 'Body\n', []],
  ])('%s', (_what, text, expected) => expect(readers(text)).toEqual(expected))

  test('for a generator that is not known, whatever one of them reads', () => {
    for (const text of [
      '\n---\ntitle: A\n...\nBody',
      '<!--{"title": "A"}-->\nBody',
      ';;;\n"title": "A"\n;;;\nBody',
      '---toml\na = 1\n---\n',
    ]) {
      expect(locateFrontMatter(text, { generator: null }).kind).toBe('found')
      expect(locateFrontMatter(text).kind).toBe('found')
    }
  })

  test('posts without an opener count on any site that has two of them', () => {
    const text = 'title: A\n...\nBody'
    expect(located(text, { generator: 'jekyll' })).toBe('none')
    expect(located(text, { generator: 'jekyll', openerless: true })).toBe(
      'yaml-no-opener-dots|title: A\n|Body',
    )
  })
})

describe('where it ends', () => {
  test.each<[GeneratorId, string, string]>([
    ['hugo', '---\ntitle: A\n----\nBody', 'yaml|title: A\n|-\nBody'],
    ['hugo', '---\ntitle: A\n---more\nBody', 'yaml|title: A\n|more\nBody'],
    ['hugo', '+++\na = 1\n++++\nBody', 'toml|a = 1\n|+\nBody'],
    ['hugo', '---\ntitle: A\n...\n---\nBody', 'yaml|title: A\n...\n|Body'],
    ['hugo', '---\ntitle: A\n...\nBody', 'unclosed'],
    ['jekyll', '---\ntitle: A\n...\n---\nBody', 'yaml-dots|title: A\n|---\nBody'],
    ['jekyll', '---\ntitle: A\n----\nBody', 'unclosed'],
    ['gatsby', '---\ntitle: A\n----\nBody', 'yaml|title: A\n|-\nBody'],
    ['hexo', '---\ntitle: A\n----\nBody', 'yaml|title: A\n|-\nBody'],
    ['hexo', '"title": "A"\n;;;\nBody', 'json-semicolons|"title": "A"\n|Body'],
    ['pelican', 'Title: A\n---\nBody', 'pelican|Title: A\n|Body'],
    ['pelican', 'Title: A\n    more\n\nBody', 'pelican|Title: A\n    more\n|Body'],
    ['pelican', 'Title: A\n\tmore\n\u00a0\nBody', 'pelican|Title: A\n\tmore\n|Body'],
    ['pelican', '---\nTitle: A: b\n---\nBody', 'pelican|Title: A: b\n|Body'],
    ['pelican', '---\nTitle: A\n\nBody\n---\n', 'pelican|Title: A\n|Body\n---\n'],
    ['pelican', '---\ntags:\n- a\n---\nBody', 'yaml|tags:\n- a\n|Body'],
    ['pelican', '---\n---\nBody', 'yaml||Body'],
  ])('%s: %j', (generator, text, expected) => expect(located(text, { generator })).toBe(expected))
})

test('an edit goes by the generator too', () => {
  const post = '---\nTitle: A: b\nTags: [x\n---\nBody'
  const value = { kind: 'text', text: 'C' } as const
  expect(changed(post, setField(post, ['Title'], value, { generator: 'pelican' }))).toBe(
    '---\nTitle: C\nTags: [x\n---\nBody',
  )
  expect(setField(post, ['Title'], value, { generator: 'jekyll' }).kind).toBe('refused')
})

test('two posts with a title and a date are evidence for headers', () => {
  const post = 'Title: A\nDate: 2018-05-31\n\nBody'
  expect(detectPelican([post, 'Prose', post])).toBe(true)
  expect(detectPelican([post, 'Prose'])).toBe(false)
  expect(detectPelican(Array(9).fill('Note: this\nSee: that\n\nProse'))).toBe(false)
  expect(detectPelican(Array(9).fill('---\ntitle: A\ndate: B\n---\n'))).toBe(false)
})
