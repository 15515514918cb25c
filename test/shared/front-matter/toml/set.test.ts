import { describe, expect, test } from 'vitest'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { AddedValue } from '#shared/front-matter/front-matter'
import { edited, list, map, plain, post, refusal, text } from './block'

const set = (value: AddedValue, ...path: readonly (string | number)[]) =>
  ({ kind: 'set', path, value }) as const
const clear = (...path: readonly (string | number)[]) => ({ kind: 'clear', path }) as const

describe('a text keeps its quotes while they can hold it', () => {
  test.each([
    ['"old"', 'new', '"new"'],
    ['"old"', 'say "hi" \\ back', '"say \\"hi\\" \\\\ back"'],
    ['"old"', 'two\nlines', '"two\\nlines"'],
    ["'old'", 'new', "'new'"],
    ["'old'", 'C:\\new', "'C:\\new'"],
    ["'old'", "it's", '"it\'s"'],
    ["'old'", 'two\nlines', '"two\\nlines"'],
    ['"""old"""', 'two\nlines', '"""two\nlines"""'],
    ['"""\nold\n"""', 'two\nlines\n', '"""\ntwo\nlines\n"""'],
    ['"""\nold"""', 'a """ b"', '"""\na ""\\" b\\""""'],
    ['"""old"""', '\nbelow', '"""\n\nbelow"""'],
    ["'''old'''", "it's \\ raw", "'''it's \\ raw'''"],
    ["'''\nold'''", "three ''' quotes", '"""\nthree \'\'\' quotes"""'],
    ["'''old'''", "ends in '", '"""ends in \'"""'],
    ['"old"', 'a\u2028b\u0085c\ufeff', '"a\\u2028b\\u0085c\\ufeff"'],
    ["'old'", '\u2028', '"\\u2028"'],
    ['"""old"""', 'a\n+++\nb', '"a\\n+++\\nb"'],
    ["'''old'''", '+++', '"+++"'],
    ['"old"', '', '""'],
    ["'old'", '', "''"],
  ])('%s set to %j is %s', (old, value, now) => {
    expect(edited(`title = ${old} # keep\n`, set(text(value), 'title'))).toBe(`title = ${now} # keep\n`)
  })

  test('a text over several lines of a file with CRLF gets its line breaks', () => {
    const before = '+++\r\ntitle = """\r\nold"""\r\n+++\r\n'
    const result = editFrontMatter(before, set(text('a\nb'), 'title'))
    expect(result).toMatchObject({ changes: [{ insert: 'a\r\nb' }] })
  })
})

describe('a value of another kind', () => {
  test.each([
    ['2020-01-01', plain('2024-05-31T10:00:00+02:00'), '2024-05-31T10:00:00+02:00'],
    ['false', plain('true'), 'true'],
    ['1', plain('1_000'), '1_000'],
    ['1', plain('1.0'), '1.0'],
    ['"no"', plain('false'), 'false'],
    ['12', text('12'), '"12"'],
    ['true', text('true'), '"true"'],
    ['"a"', list(text('b'), plain('1')), '["b", 1]'],
    ['["a"]', list(), '[]'],
    ['{ a = 1 }', map(['b', text('c')]), '{ b = "c" }'],
    ['{a=1}', map(['b', plain('2')]), '{b=2}'],
    ['"a"', map(), '{}'],
  ])('%s set to %j is %s', (old, value, now) => {
    expect(edited(`key = ${old} # keep\n`, set(value, 'key'))).toBe(`key = ${now} # keep\n`)
  })

  test('that is text gets the quotes which the others have', () => {
    expect(edited("a = 'x'\nb = 1\n", set(text('y'), 'b'))).toBe("a = 'x'\nb = 'y'\n")
  })

  test.each([
    '',
    'yes',
    '2023-02-29',
    '24:00:00',
    '012',
    '1__0',
    '"a"',
    '[1]',
    '1 # one',
    '1\nb = 2',
    '99999999999999999999',
    '0000-01-01',
  ])('is refused when TOML has no value %j', (source) => {
    expect(refusal('key = 1\n', set(plain(source), 'key'))).toBe('unsupported-value')
  })

  test.each(['\ud800', 'a\0b'])('is refused for half a character and NUL', (value) => {
    expect(refusal('key = "a"\n', set(text(value), 'key'))).toBe('unsupported-value')
  })
})

describe('what is that way already changes nothing', () => {
  test.each([
    ['"a"', text('a')],
    ["'a'", text('a')],
    ['"\\u0061"', text('a')],
    ['1_0', plain('1_0')],
    ['[ "a", 1 ]', list(text('a'), plain('1'))],
    ['{ a = 1 }', map(['a', plain('1')])],
  ])('%s', (source, value) => {
    const before = post(`key = ${source}\n`)
    expect(editFrontMatter(before, set(value, 'key'))).toEqual({ kind: 'changed', changes: [] })
  })
})

describe('a table', () => {
  test('is not replaced by a single value', () => {
    expect(refusal('[extra]\nx = 1\n', set(text('a'), 'extra'))).toBe('collection')
    expect(refusal('key = [1]\n', set(text('a'), 'key'))).toBe('collection')
    expect(refusal('[[menu]]\nx = 1\n', set(list(), 'menu', 0))).toBe('collection')
  })

  test('under a heading keeps it and the way its lines are written', () => {
    expect(
      edited(
        "[extra] # keep\n  x='1'\n[extra.y]\nz = 1\n[other]\n",
        set(map(['x', text('2')], ['n', plain('3')]), 'extra'),
      ),
    ).toBe("[extra] # keep\n  x='2'\n  n=3\n[other]\n")
  })

  test('of dotted keys becomes one pair in braces', () => {
    expect(edited('a.b = 1\nz = 2\na.c = 3\n', set(map(['d', plain('4')]), 'a'))).toBe(
      'a = { d = 4 }\nz = 2\n',
    )
  })

  test('becomes a list where the other keys are', () => {
    expect(edited('title = "A"\n\n[extra]\nx = 1\n\n[other]\n', set(list(plain('1')), 'extra'))).toBe(
      'title = "A"\nextra = [1]\n\n[other]\n',
    )
  })

  test('of a list gets new tables under its headings', () => {
    const value = list(map(['name', text('c')]), map(['name', text('d')]))
    expect(edited("[[menu]]\nname = 'a'\n", set(value, 'menu'))).toBe(
      "[[menu]]\nname = 'c'\n\n[[menu]]\nname = 'd'\n",
    )
  })

  test('keeps its comments: a change that would lose one is refused', () => {
    expect(refusal('[extra]\nx = 1 # why\n', set(map(['y', plain('1')]), 'extra'))).toBe('comment-in-the-way')
    expect(refusal('key = [\n  1, # why\n]\n', set(list(), 'key'))).toBe('comment-in-the-way')
  })
})

describe('a cleared', () => {
  test.each([
    ['text is an empty one in its quotes', "key = 'a'\n", "key = ''\n"],
    ['list is []', 'key = [1, 2]\n', 'key = []\n'],
    ['table in braces is {}', 'key = { a = 1 }\n', 'key = {}\n'],
    ['table of dotted keys is {}', 'key.a = 1\nz = 1\nkey.b = 2\n', 'key = {}\nz = 1\n'],
    ['table under a heading is the heading', '[key]\na = 1\nb = 2\n', '[key]\n'],
    ['list of tables is []', 'z = 1\n\n[[key]]\na = 1\n', 'z = 1\nkey = []\n'],
  ])('%s', (_what, before, after) => {
    expect(edited(before, clear('key'))).toBe(after)
  })

  test.each(['1', 'true', '2024-05-31'])('%s is refused: TOML has no empty value', (source) => {
    const result = editFrontMatter(post(`key = ${source}\n`), clear('key'))
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'unsupported-value', message: 'TOML has no empty value. Remove the field instead.' },
    })
  })
})

test('a value that is not there is refused', () => {
  expect(refusal('a = 1\n', set(text('x'), 'b'))).toBe('no-such-field')
  expect(refusal('a = 1\n', set(text('x'), 'a', 'b'))).toBe('no-such-field')
  expect(refusal('a = [1]\n', set(text('x'), 'a', 1))).toBe('no-such-field')
})
