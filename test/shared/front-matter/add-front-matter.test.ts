import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addFrontMatter } from '#shared/front-matter/add-front-matter'
import type { AddedValue, Dialect } from '#shared/front-matter/front-matter'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { applyTextChanges } from '#shared/text/text-change'
import { changed, reasonOf } from './outcome'

const text = (value: string): AddedValue => ({ kind: 'text', text: value })
const entries: readonly (readonly [string, AddedValue])[] = [
  ['title', text('A: B')],
  ['draft', { kind: 'plain', source: 'true' }],
  ['tags', { kind: 'list', items: [text('a'), text('b')] }],
]

describe('a post without front matter gets', () => {
  test.each<[Dialect, string]>([
    ['yaml', '---\ntitle: "A: B"\ndraft: true\ntags: [a, b]\n---\n'],
    ['yaml-dots', '---\ntitle: "A: B"\ndraft: true\ntags: [a, b]\n...\n'],
    ['yaml-no-opener-dots', 'title: "A: B"\ndraft: true\ntags: [a, b]\n...\n'],
    ['yaml-no-opener-dashes', 'title: "A: B"\ndraft: true\ntags: [a, b]\n---\n'],
    ['toml', '+++\ntitle = "A: B"\ndraft = true\ntags = ["a", "b"]\n+++\n'],
    ['json', '{\n  "title": "A: B",\n  "draft": true,\n  "tags": ["a", "b"]\n}\n'],
    ['json-semicolons', ';;;\n"title": "A: B",\n"draft": true,\n"tags": ["a", "b"]\n;;;\n'],
    ['json-comment', '<!--{\n  "title": "A: B",\n  "draft": true,\n  "tags": ["a", "b"]\n}-->\n'],
  ])('%s', (dialect, block) => {
    const body = 'Body\n\n---\n\nmore'
    expect(changed(body, addFrontMatter(body, dialect, entries, '\n'))).toBe(block + body)
    const after = changed('A\r\n', addFrontMatter('A\r\n', dialect, entries, '\r\n'))
    expect(after).toBe(`${block.replaceAll('\n', '\r\n')}A\r\n`)
  })

  test('Pelican’s headers, above a blank line', () => {
    const headers = [
      ['Title', text('A: B')],
      ['Date', text('2020-01-01')],
    ] as const
    expect(changed('Body', addFrontMatter('Body', 'pelican', headers, '\n'))).toBe(
      'Title: A: B\nDate: 2020-01-01\n\nBody',
    )
  })

  test('it in the collection’s own style', () => {
    const habit = { order: ['tags', 'title'], quotes: 'single', list: 'block-indented' } as const
    expect(changed('', addFrontMatter('', 'yaml', entries, '\n', habit))).toBe(
      "---\ntags:\n  - 'a'\n  - 'b'\ntitle: 'A: B'\ndraft: true\n---\n",
    )
  })

  test('it below a byte order mark', () => {
    expect(changed('\ufeffBody', addFrontMatter('\ufeffBody', 'yaml', entries.slice(1, 2), '\n'))).toBe(
      '\ufeff---\ndraft: true\n---\nBody',
    )
  })

  test('an empty block', () => {
    expect(changed('Body', addFrontMatter('Body', 'yaml', [], '\n'))).toBe('---\n---\nBody')
    expect(addFrontMatter('Body', 'yaml-no-opener-dots', [], '\n').kind).toBe('refused')
  })
})

test('front matter is not put above front matter, nor written with what its language has not', () => {
  expect(reasonOf(addFrontMatter('---\na: 1\n---\n', 'toml', entries, '\n'))).toBe('would-touch-more')
  expect(reasonOf(addFrontMatter('---\na: 1\n', 'yaml', entries, '\n'))).toBe('would-touch-more')
  expect(reasonOf(addFrontMatter('', 'yaml', [['a', text('\ud800')]], '\n'))).toBe('unsupported-value')
  expect(
    reasonOf(
      addFrontMatter(
        '',
        'yaml',
        [
          ['a', text('x')],
          ['a', text('y')],
        ],
        '\n',
      ),
    ),
  ).toBe('duplicate-key')
  expect(reasonOf(addFrontMatter('', 'json', [['a', { kind: 'plain', source: '2020-01-01' }]], '\n'))).toBe(
    'unsupported-value',
  )
})

test('whatever the body, it stays as it is below the block', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom<Dialect>('yaml', 'yaml-no-opener-dots', 'toml', 'json'),
      (body, dialect) => {
        const result = addFrontMatter(body, dialect, entries, '\n')
        if (result.kind === 'refused') return
        const after = applyTextChanges(body, result.changes)
        const located = locateFrontMatter(after, { openerless: dialect === 'yaml-no-opener-dots' })
        expect(located.kind === 'found' && located.dialect).toBe(dialect)
        expect(after.slice(located.bodyFrom)).toBe(body.replace(/^\ufeff/, ''))
      },
    ),
    { numRuns: 100 },
  )
})
