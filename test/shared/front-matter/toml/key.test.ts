import { describe, expect, test } from 'vitest'
import type { AddedValue, FieldPath } from '#shared/front-matter/front-matter'
import { edited, list, map, plain, refusal, text } from './block'

const add = (key: string, value: AddedValue, ...path: FieldPath) =>
  ({ kind: 'add-key', path, key, value }) as const
const remove = (...path: FieldPath) => ({ kind: 'remove-key', path }) as const
const rename = (key: string, ...path: FieldPath) => ({ kind: 'rename-key', path, key }) as const

describe('a key is added', () => {
  test.each<readonly [string, string, string]>([
    ['above the first heading', "title = 'A'\n[extra]\nx=1\n", "title = 'A'\ndraft = true\n[extra]\nx=1\n"],
    ['to nothing', '', 'draft = true\n'],
    ['above the first heading when nothing is there', '[extra]\nx=1\n', 'draft=true\n[extra]\nx=1\n'],
    [
      'below the last key and its comment',
      'a = 1 # why\n\n[extra]\n',
      'a = 1 # why\ndraft = true\n\n[extra]\n',
    ],
    ['below a value of several lines', 'a = [\n  1,\n]\n', 'a = [\n  1,\n]\ndraft = true\n'],
    ['without spaces where there are none', 'a=1\n', 'a=1\ndraft=true\n'],
    [
      'with its `=` below the others',
      'title   = 1\ndate    = 2\n',
      'title   = 1\ndate    = 2\ndraft   = true\n',
    ],
    ['that is too long for it as usual', 'a  = 1\nbc = 2\n', 'a  = 1\nbc = 2\ndraft = true\n'],
    ['indented like the others', '  a = 1\n', '  a = 1\n  draft = true\n'],
    ['in lines of CRLF', 'a = 1\r\n', 'a = 1\r\ndraft = true\r\n'],
  ])('%s', (_where, before, after) => {
    expect(edited(before, add('draft', plain('true')))).toBe(after)
  })

  test.each<readonly [string, string, FieldPath, string]>([
    [
      'at the end of a table',
      '[extra]\n  x = 1 # why\n\n[b]\n',
      ['extra'],
      '[extra]\n  x = 1 # why\n  k = "v"\n\n[b]\n',
    ],
    ['to a table that has none', '[extra] # why\n[b]\n', ['extra'], '[extra] # why\nk = "v"\n[b]\n'],
    ['to a table that has no heading', '[a.b]\nx = 1\n', ['a'], '[a]\nk = "v"\n\n[a.b]\nx = 1\n'],
    ['to dotted keys', 'a.b = 1\nz = 2\n', ['a'], 'a.b = 1\na.k = "v"\nz = 2\n'],
    ['to braces', 'a = { b = 1 }\n', ['a'], 'a = { b = 1, k = "v" }\n'],
    ['to empty braces', 'a = {}\n', ['a'], 'a = { k = "v" }\n'],
    ['to dotted keys in braces', 'a = {b.c=1}\n', ['a', 'b'], 'a = {b.c=1, b.k="v"}\n'],
    ['to braces in a list', 'a = [{b = 1}, {b = 2}]\n', ['a', 0], 'a = [{b = 1, k = "v"}, {b = 2}]\n'],
    [
      'to a table of a list',
      '[[m]]\na = 1\n[[m]]\na = 2\n',
      ['m', 0],
      '[[m]]\na = 1\nk = "v"\n[[m]]\na = 2\n',
    ],
  ])('%s', (_where, before, path, after) => {
    expect(edited(before, add('k', text('v'), ...path))).toBe(after)
  })

  test('where the collection has it', () => {
    const habit = { order: ['title', 'date', 'draft', 'tags'], quotes: 'plain', list: 'flow' } as const
    const draft = add('draft', plain('true'))
    expect(edited('title = 1\ndate = 2\ntags = 3\n', draft, { habit })).toBe(
      'title = 1\ndate = 2\ndraft = true\ntags = 3\n',
    )
    expect(edited('x = 1\n# about tags\ntags = 3\n', draft, { habit })).toBe(
      'x = 1\ndraft = true\n# about tags\ntags = 3\n',
    )
    expect(edited('x = 1\ny = 2\n', draft, { habit })).toBe('x = 1\ny = 2\ndraft = true\n')
    expect(edited('[p]\ntags = 1\n', add('draft', plain('true'), 'p'), { habit })).toBe(
      '[p]\ndraft = true\ntags = 1\n',
    )
    expect(edited('p = { tags = 1 }\n', add('date', plain('2'), 'p'), { habit })).toBe(
      'p = { date = 2, tags = 1 }\n',
    )
  })

  test('in the quotes of the file, else in those of the collection', () => {
    const habit = { order: [], quotes: 'single', list: 'flow' } as const
    expect(edited("a = 'x'\n", add('b', text('y')))).toBe("a = 'x'\nb = 'y'\n")
    expect(edited('a = "x"\n', add('b', text('y')), { habit })).toBe('a = "x"\nb = "y"\n')
    expect(edited('a = 1\n', add('b', text('y')), { habit })).toBe("a = 1\nb = 'y'\n")
    expect(edited('a = 1\n', add('b', text("it's")), { habit })).toBe('a = 1\nb = "it\'s"\n')
  })

  test.each([
    ['a-b_1', 'a-b_1'],
    ['12', '12'],
    ['a b', '"a b"'],
    ['a.b', '"a.b"'],
    ['é', '"é"'],
    ['😀', '"😀"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['a\nb', '"a\\nb"'],
    ['__proto__', '__proto__'],
  ])('with quotes when it needs some: %j', (key, source) => {
    expect(edited('a = 1\n', add(key, plain('2')))).toBe(`a = 1\n${source} = 2\n`)
  })

  test('with a list or a table as its value', () => {
    expect(edited('a = 1\n', add('b', list(text('x'), list(plain('1')))))).toBe('a = 1\nb = ["x", [1]]\n')
    expect(edited('a = 1\n', add('b', map(['x y', text('z')], ['n', map()])))).toBe(
      'a = 1\nb = { "x y" = "z", n = {} }\n',
    )
  })

  test('with a heading, where the file gives its tables headings', () => {
    expect(edited('a = 1\n\n[extra]\n  x=1\n', add('new', map(['y', plain('2')])))).toBe(
      'a = 1\n\n[extra]\n  x=1\n\n[new]\n  y=2\n',
    )
    expect(edited('a = 1\n\n# why\n[extra]\nx = 1\n', add('new', map(['y', plain('2')])))).toBe(
      'a = 1\n\n# why\n[extra]\nx = 1\n\n[new]\ny = 2\n',
    )
  })

  test('unless it is there, or has no name', () => {
    expect(refusal('[a]\n', add('a', plain('1')))).toBe('duplicate-key')
    expect(refusal('a.b = 1\n', add('b', plain('1'), 'a'))).toBe('duplicate-key')
    expect(refusal('a = 1\n', add('b', map(['c', plain('1')], ['c', plain('2')])))).toBe('duplicate-key')
    expect(refusal('a = 1\n', add('', plain('1')))).toBe('unsupported-value')
    expect(refusal('a = 1\n', add('\ud800', plain('1')))).toBe('unsupported-value')
    expect(refusal('a = 1\n', add('b', plain('1'), 'a'))).toBe('no-such-field')
  })
})

describe('a key is removed', () => {
  test.each<readonly [string, FieldPath, string, string]>([
    [
      'with its line and the comment on it',
      ['b'],
      'a = 1\nb = 2 # why\n# own\nc = 3\n',
      'a = 1\n# own\nc = 3\n',
    ],
    ['with all the lines of its value', ['b'], 'a = 1\nb = [\n  2, # why\n]\nc = 3\n', 'a = 1\nc = 3\n'],
    ['from braces', ['a', 'b'], 'a = { b = 1, c = 2 }\n', 'a = { c = 2 }\n'],
    ['from braces, leaving them', ['a', 'b'], 'a = { b = 1 }\n', 'a = {}\n'],
    ['with its heading and its lines', ['b'], 'a = 1\n\n[b]\nx = 1\n\n[c]\n', 'a = 1\n\n[c]\n'],
    ['with the blank line above it at the end', ['b'], 'a = 1\n\n[b]\nx = 1\n', 'a = 1\n'],
    ['with the tables within it', ['b'], '[b]\nx = 1\n[c]\n[b.d]\ny = 1\n', '[c]\n'],
    ['with all its dotted keys', ['b'], 'b.x = 1\na = 1\nb.y = 2\n', 'a = 1\n'],
    ['with all its tables', ['b'], 'a = 1\n[[b]]\nx = 1\n[[b]]\nx = 2\n', 'a = 1\n'],
    ['from a table, which stays', ['b', 'x'], '[b] # why\nx = 1\n', '[b] # why\n'],
    ['from dotted keys, whose table stays', ['b', 'x'], 'b.x = 1\n', 'b = {}\n'],
    ['from a table without a heading, which stays', ['b', 'c'], '[b.c]\nx = 1\n', '[b]\n'],
  ])('%s', (_how, path, before, after) => {
    expect(edited(before, remove(...path))).toBe(after)
  })

  test('unless it is none', () => {
    expect(refusal('a = [1]\n', remove('a', 0))).toBe('no-such-field')
    expect(refusal('a = 1\n', remove('b'))).toBe('no-such-field')
  })
})

describe('a key is renamed', () => {
  test.each<readonly [string, FieldPath, string, string]>([
    ['in its line', ['a'], 'a = 1 # why\n', 'new = 1 # why\n'],
    ['in its quotes only when it needs some', ['a b'], '"a b" = 1\n', 'new = 1\n'],
    [
      'in its heading and those within it',
      ['a'],
      '[a]\nx = 1\n[b]\n[a.c] # why\n',
      '[new]\nx = 1\n[b]\n[new.c] # why\n',
    ],
    ['in the headings of a list', ['a'], '[[a]]\n[[a]]\n[a.b]\n', '[[new]]\n[[new]]\n[new.b]\n'],
    [
      'in dotted keys',
      ['a', 'b'],
      'a.b.c = 1\nz = 1 # a\na.b.d = 2\n',
      'a.new.c = 1\nz = 1 # a\na.new.d = 2\n',
    ],
    ['in braces', ['a', 'b'], 'a = { b = 1 }\n', 'a = { new = 1 }\n'],
  ])('%s', (_where, path, before, after) => {
    expect(edited(before, rename('new', ...path))).toBe(after)
  })

  test('unless the name is taken', () => {
    expect(refusal('a = 1\n[b]\n', rename('b', 'a'))).toBe('duplicate-key')
  })
})
