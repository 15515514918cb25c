import { describe, expect, test } from 'vitest'
import { keepsDelimiters } from '#shared/front-matter/edit'
import type { FieldEdit } from '#shared/front-matter/front-matter'
import type { Splice } from '#shared/front-matter/language'
import { locateFrontMatter } from '#shared/front-matter/locate'
import { parseYamlBlock } from '#shared/front-matter/yaml/block'
import { objectionToSplice } from '#shared/front-matter/yaml/verify'
import { readViews } from '#shared/front-matter/yaml/views'

/** What stands in the way of replacing `old`, which `source` has once, by `insert`. */
function objection(source: string, old: string, insert: string, edit: FieldEdit): string | null {
  const parsed = parseYamlBlock(source)
  if (parsed.kind === 'unreadable') throw new Error(parsed.message)
  const from = source.indexOf(old)
  const splice: Splice = { from, to: from + old.length, insert }
  return objectionToSplice(parsed.block, splice, splice, edit)
}

const setTitle = (text: string): FieldEdit => ({
  kind: 'set',
  path: ['title'],
  value: { kind: 'text', text },
})

describe('a change is objected to', () => {
  test.each([
    ['another key gets another value', 'A\nx: 1', 'B\nx: 2', 'B'],
    ['another key goes', 'A\nx: 1', 'B', 'B'],
    ['another key comes', 'A', 'B\ny: 2', 'B'],
    ['the value is not what was meant', 'A', 'C', 'B'],
    ['the block cannot be read any more', 'A', '"B', 'B'],
    ['YAML 1.1 alone takes it for something else', 'A', '12:30', '12:30'],
    ['YAML 1.1 and js-yaml 3 take it for a number', 'A', '0777', '0777'],
    ['every parser but failsafe takes it for something else', 'A', 'true', 'true'],
    ['another value changes its type only', 'A\nx: 1', 'B\nx: "1"', 'B'],
  ])('when %s', (_name, old, insert, meant) => {
    expect(objection('title: A\nx: 1\ny: [a]\n', old, insert, setTitle(meant))).toBe('another-value-changes')
  })

  test('when one parser alone cannot read the block any more', () => {
    const value = { kind: 'text', text: 'B' } as const
    // js-yaml 3 makes such a key the map's prototype
    const edit: FieldEdit = { kind: 'add-key', path: [], key: '__proto__', value }
    expect(objection('title: A\n', 'A', 'A\n__proto__: B', edit)).toBe('another-value-changes')
    expect(objection('title: A\n', 'A', 'A\nproto: B', { ...edit, key: 'proto' })).toBeNull()
  })

  test('when a comment goes, comes or moves to another line', () => {
    const source = 'title: A # why\nx: 1\n'
    expect(objection(source, 'A # why', 'B', setTitle('B'))).toBe('a-comment-moves')
    expect(objection(source, 'A', 'B # and', setTitle('B'))).toBe('a-comment-moves')
    expect(objection(source, 'A', '\n  B', setTitle('B'))).toBe('a-comment-moves')
    expect(objection(source, 'A', 'B', setTitle('B'))).toBeNull()
  })

  test('when the closing delimiter or the body would move', () => {
    const text = '---\ntitle: A\n---\nBody'
    const located = locateFrontMatter(text)
    if (located.kind !== 'found') throw new Error('no block')
    const from = text.indexOf('A')
    const replace = (insert: string, to = from + 1): boolean =>
      keepsDelimiters(located, text, { from, to, insert }, {})
    expect(replace('B')).toBe(true)
    expect(replace('|\n---\n')).toBe(false)
    expect(replace('B\n...')).toBe(false)
    expect(replace('B', text.length)).toBe(false)
    expect(replace('B\n...', from + 'A\n---'.length)).toBe(false)
    expect(replace('B\n---  ', from + 'A\n---'.length)).toBe(false)
    expect(replace('A\n---\nother', text.length)).toBe(false)
  })
})

test('the five views differ where the parsers do', () => {
  const parsed = parseYamlBlock('a: 012\nb: 12:30\nc: no\nd: 2018-05-31\n')
  if (parsed.kind === 'unreadable') throw new Error(parsed.message)
  const views = readViews(parsed.block)
  const date = `date:${Date.parse('2018-05-31')}`
  const trees = [
    ['failsafe', ['string:012', 'string:12:30', 'string:no', 'string:2018-05-31']],
    ['yaml-1.1', ['bigint:10', 'bigint:750', 'boolean:false', date]],
    ['yaml-1.2', ['bigint:12', 'string:12:30', 'string:no', 'string:2018-05-31']],
    ['js-yaml-3', ['number:10', 'number:750', 'string:no', date]],
    ['js-yaml-4', ['number:12', 'string:12:30', 'string:no', date]],
  ] as const
  for (const [name, values] of trees) {
    expect([name, views[name]]).toEqual([
      name,
      { entries: values.map((value, index) => ['abcd'[index], value]) },
    ])
  }
})

test('a parser that never read the block has no say', () => {
  // js-yaml throws on duplicate keys
  const source = 'tags: [a]\ntitle: A\ntags: [b]\n'
  expect(objection(source, 'A', 'B', setTitle('B'))).toBeNull()
})

describe('hostile blocks are unreadable, not the end of the process', () => {
  test.each([
    ['brackets', `a: ${'['.repeat(50_000)}`],
    ['closed brackets', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['braces', `a: ${'{'.repeat(5000)}`],
    ['dashes', `a:\n${'- '.repeat(5000)}`],
    ['question marks', '? '.repeat(5000)],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['length', 'a: b\n'.repeat(30_000)],
  ])('%s', (_name, source) => {
    expect(parseYamlBlock(source).kind).toBe('unreadable')
  })

  test('aliases of aliases and of themselves are read by the parsers that do not expand them', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
    ]
    for (const source of [`title: A\n${bomb.join('\n')}\n`, 'title: A\nloop: &l [*l]\n']) {
      const parsed = parseYamlBlock(source)
      if (parsed.kind === 'unreadable') throw new Error(parsed.message)
      const views = readViews(parsed.block)
      expect(views['js-yaml-3']).toBeNull()
      expect(views['js-yaml-4']).toBeNull()
      expect(views['yaml-1.2']).not.toBeNull()
      expect(objection(source, 'A', 'B', setTitle('B'))).toBeNull()
    }
  })
})
