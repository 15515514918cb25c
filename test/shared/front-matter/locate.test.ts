import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectOpenerless } from '#shared/front-matter/detect-openerless'
import type { LocateOptions } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'

/** The dialect, block and body as a test reads them; the kind alone when there is no block. */
function located(text: string, options?: LocateOptions): readonly string[] {
  const found = locateFrontMatter(text, options)
  if (found.kind !== 'found') return [found.kind]
  return [found.dialect, text.slice(found.block.from, found.block.to), text.slice(found.bodyFrom)]
}

describe('the dialects', () => {
  test.each([
    ['---\ntitle: A\n---\nBody', ['yaml', 'title: A\n', 'Body']],
    ['---  \ntitle: A\n---\t\nBody', ['yaml', 'title: A\n', 'Body']],
    ['--- yaml\ntitle: A\n---\nBody', ['yaml', 'title: A\n', 'Body']],
    ['---\r\ntitle: A\r\n---\r\nBody', ['yaml', 'title: A\r\n', 'Body']],
    ['\ufeff---\ntitle: A\n---\nBody', ['yaml', 'title: A\n', 'Body']],
    ['\n\n---\ntitle: A\n---\nBody', ['yaml', 'title: A\n', 'Body']],
    ['---\n---\nBody', ['yaml', '', 'Body']],
    ['---\ntitle: A\n---', ['yaml', 'title: A\n', '']],
    ['---\ntitle: A\n...\nBody', ['yaml-dots', 'title: A\n', 'Body']],
    ['---\ntext: |\n  ---\n  b\n---\nBody', ['yaml', 'text: |\n  ---\n  b\n', 'Body']],
    ['+++\ntitle = "A"\n+++\nBody', ['toml', 'title = "A"\n', 'Body']],
    ['--- toml\ntitle = "A"\n---\nBody', ['toml', 'title = "A"\n', 'Body']],
    ['{\n  "title": "A }"\n}\nBody', ['json', '{\n  "title": "A }"\n}', 'Body']],
    [';;;\n"title": "A"\n;;;\nBody', ['json-semicolons', '"title": "A"\n', 'Body']],
    ['<!--{"title": "A"}-->\nBody', ['json-comment', '{"title": "A"}', 'Body']],
  ])('%j', (text, expected) => expect(located(text)).toEqual(expected))

  test.each([
    '',
    'Prose',
    'Title\n---\nProse',
    '----\nProse\n----\n',
    '-- -\n',
    '{{ title }}\nProse',
    '{% include "x" %}',
    '{: .lead}\nProse',
    '{"title": "A"} and more',
    '<!-- a comment -->\n',
    '\n---\n\nProse below a rule\n\n---\n',
    '---js\nmodule.exports = {}\n---\n',
  ])('%j has none', (text) => expect(located(text)).toEqual(['none']))

  test('an opener without a closer is told with its line', () => {
    expect(locateFrontMatter('---\ntitle: A\n')).toEqual({ kind: 'unclosed', bodyFrom: 0, line: 1 })
    expect(locateFrontMatter('\n\n---\ntitle: A\n')).toMatchObject({ kind: 'unclosed', line: 3 })
  })
})

describe('blocks without an opener', () => {
  const openerless = { openerless: true }

  test.each([
    ['title: A\ndate: B\n...\nBody', ['yaml-no-opener-dots', 'title: A\ndate: B\n', 'Body']],
    ['title: A\n---\nBody', ['yaml-no-opener-dashes', 'title: A\n', 'Body']],
    ['title: A\ntags:\n- a\n# note\nx: [\n  1\n]\n\ny: 2\n...\nBody', undefined],
  ])('%j is one where the site writes such', (text, expected) => {
    if (expected) expect(located(text, openerless)).toEqual(expected)
    else expect(located(text, openerless)[0]).toBe('yaml-no-opener-dots')
    expect(located(text)).toEqual(['none'])
  })

  test.each([
    'Note: hi\nand on it goes\n---\ntext',
    'Note: hi\n\nA paragraph.\n\n---\n',
    'Note: hi\n\n# A heading\n\n- a list\n\n---\n',
    'https://example.org\n---\n',
    '\ntitle: A\n...\nBody',
    'title: A\n',
  ])('%j is prose even there', (text) => expect(located(text, openerless)).toEqual(['none']))

  test('two posts are evidence, or the only one when it ends in dots', () => {
    const dots = 'title: A\npublished_on: May 31, 2018\n...\nBody'
    const dashes = 'title: A\ndate: 2018-05-31\n---\nBody'
    expect(detectOpenerless([dots, 'Prose', dots])).toBe(true)
    expect(detectOpenerless([dashes, '---\ntitle: A\n---\n', dashes])).toBe(true)
    expect(detectOpenerless([dots])).toBe(true)
    expect(detectOpenerless([dashes])).toBe(false)
    expect(detectOpenerless([dots, '---\ntitle: A\n---\n'])).toBe(false)
  })

  test('headings that look like keys are none', () => {
    const heading = 'Note: hi\n---\ntext'
    const twoLines = 'Note: hi\nSee: below\n---\ntext'
    expect(detectOpenerless(Array(9).fill(heading))).toBe(false)
    expect(detectOpenerless(Array(9).fill(twoLines))).toBe(false)
    expect(detectOpenerless(Array(9).fill('Title: hi\n---\ntext'))).toBe(false)
    expect(detectOpenerless([])).toBe(false)
  })
})

describe('metadata lines', () => {
  const pelican = { pelican: true }

  test.each([
    ['Title: A\nTags: a, b\n\nBody', ['pelican', 'Title: A\nTags: a, b\n', 'Body']],
    ['Title: A\n    more\n\nBody', ['pelican', 'Title: A\n    more\n', 'Body']],
    ['Title: A\nBody', ['pelican', 'Title: A\n', 'Body']],
    ['Title: A', ['pelican', 'Title: A', '']],
  ])('%j', (text, expected) => {
    expect(located(text, pelican)).toEqual(expected)
    expect(located(text)).toEqual(['none'])
  })
})

test('any text has its parts in order, and nothing throws', () => {
  const pieces = fc.constantFrom(
    '---',
    '...',
    '+++',
    ';;;',
    '{',
    '}',
    '"a": 1',
    'k: v',
    '\n',
    '\r\n',
    ' ',
    '<!--',
    '-->',
    'x',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  )
  const options = fc.record({ openerless: fc.boolean(), pelican: fc.boolean() })
  fc.assert(
    fc.property(texts, options, (text, chosen) => {
      const found = locateFrontMatter(text, chosen)
      if (found.kind !== 'found') return
      const { open, block, close, bodyFrom } = found
      expect([open.to, block.to, close.to]).toEqual([block.from, close.from, bodyFrom])
      expect([open.from <= open.to, block.from <= block.to, close.from <= close.to]).toEqual([
        true,
        true,
        true,
      ])
      expect(bodyFrom).toBeLessThanOrEqual(text.length)
    }),
  )
})
