import { describe, expect, test } from 'vitest'
import type { AddedValue, FieldPath } from '#shared/front-matter/front-matter'
import { edited, fields, list, map, plain, refusal, text } from './block'

const append = (value: AddedValue, ...path: FieldPath) => ({ kind: 'append', path, value }) as const
const remove = (index: number, ...path: FieldPath) => ({ kind: 'remove-item', path, index }) as const
const move = (from: number, to: number, ...path: FieldPath) =>
  ({ kind: 'move-item', path, from, to }) as const

describe('an item is appended', () => {
  test.each([
    ['to brackets on one line', 'tags = ["a", "b"]\n', 'tags = ["a", "b", "c"]\n'],
    ['in the quotes of the last one', "tags = ['a']\n", "tags = ['a', 'c']\n"],
    ['without spaces where there are none', 'tags = ["a","b"]\n', 'tags = ["a","b","c"]\n'],
    ['within padding', 'tags = [ "a" ] # why\n', 'tags = [ "a", "c" ] # why\n'],
    ['with a comma behind it where there is one', 'tags = ["a", ]\n', 'tags = ["a", "c", ]\n'],
    ['to an empty list', 'tags = [] # why\n', 'tags = ["c"] # why\n'],
    ['to an empty list over lines', 'tags = [\n]\n', 'tags = ["c"]\n'],
    ['on a line of its own', 'tags = [\n  "a",\n  "b"\n]\n', 'tags = [\n  "a",\n  "b",\n  "c"\n]\n'],
    ['on a line that ends in a comma', 'tags = [\n\t"a",\n]\n', 'tags = [\n\t"a",\n\t"c",\n]\n'],
    [
      'behind a comment that belongs to the last one',
      'tags = [\n  "a",\n  "b", # why\n]\n',
      'tags = [\n  "a",\n  "b", # why\n  "c",\n]\n',
    ],
    [
      'with the comma in front of that comment',
      'tags = [\n  "a" # why\n]\n',
      'tags = [\n  "a", # why\n  "c"\n]\n',
    ],
    [
      'below a comment in a list that is empty',
      'tags = [\n  # none yet\n]\n',
      'tags = [\n  # none yet\n  "c"\n]\n',
    ],
    ['to a text, which becomes a list', 'tags = "a" # why\n', 'tags = ["a", "c"] # why\n'],
    ['to an empty text, which becomes a list', 'tags = ""\n', 'tags = ["c"]\n'],
    ['in lines of CRLF', 'tags = [\r\n  "a"\r\n]\r\n', 'tags = [\r\n  "a",\r\n  "c"\r\n]\r\n'],
  ])('%s', (_how, before, after) => {
    expect(edited(before, append(text('c'), 'tags'))).toBe(after)
  })

  test('to a list within a list', () => {
    expect(edited('a = [[1], [2]]\n', append(plain('3'), 'a', 1))).toBe('a = [[1], [2, 3]]\n')
  })

  test('that is a list or a table, in brackets or braces', () => {
    expect(edited('a = [1]\n', append(list(text('x'), plain('2')), 'a'))).toBe('a = [1, ["x", 2]]\n')
    expect(edited("a = [{n='x'}]\n", append(map(['n', text('y')], ['o p', plain('2')]), 'a'))).toBe(
      "a = [{n='x'}, {n='y', \"o p\"=2}]\n",
    )
  })
})

describe('a table is appended to a list of tables', () => {
  const menu =
    "[[menu]]\n  name   = 'a' # first\n  weight = 1\n\n[[menu]]\n  name   = 'b'\n  weight = 2\n[menu.more]\nx = 1\n\n[other]\n"

  test('under a heading like the last one, written like that one', () => {
    const value = map(['name', text('c')], ['weight', plain('3')], ['new', plain('true')])
    expect(edited(menu, append(value, 'menu'))).toBe(
      menu.replace('x = 1\n', "x = 1\n\n[[menu]]\n  name   = 'c'\n  weight = 3\n  new = true\n"),
    )
  })

  test('but nothing else is', () => {
    expect(refusal(menu, append(text('c'), 'menu'))).toBe('unsupported-value')
  })
})

describe('an item is removed', () => {
  test.each([
    ['with its comma, first', 0, 'tags = ["a", "b", "c"]\n', 'tags = ["b", "c"]\n'],
    ['with its comma, in the middle', 1, 'tags = ["a", "b", "c"]\n', 'tags = ["a", "c"]\n'],
    ['with its comma, last', 2, 'tags = ["a", "b", "c"]\n', 'tags = ["a", "b"]\n'],
    ['with its comma, last before another', 1, 'tags = [ "a", "b", ]\n', 'tags = [ "a", ]\n'],
    ['and leaves brackets', 0, 'tags = [ "a" ]\n', 'tags = []\n'],
    ['and leaves brackets on one line', 0, 'tags = [\n  "a", # why\n]\n', 'tags = []\n'],
    [
      'with its line and the comment on it',
      0,
      'tags = [\n  "a", # why\n  # own\n  "b",\n]\n',
      'tags = [\n  # own\n  "b",\n]\n',
    ],
    [
      'with the comma of the one before',
      1,
      'tags = [\n  "a", # why\n  "b"\n]\n',
      'tags = [\n  "a" # why\n]\n',
    ],
    [
      'and leaves a comment that is not its own',
      0,
      'tags = [\n  # own\n  "a"\n]\n',
      'tags = [\n  # own\n]\n',
    ],
    [
      'with the comment behind it on the first line',
      0,
      'tags = [ "a", # why\n  "b" ]\n',
      'tags = [\n  "b" ]\n',
    ],
    [
      'and leaves the comment of the one before',
      1,
      'tags = [ "a", # why\n  "b" ]\n',
      'tags = [ "a" # why\n   ]\n',
    ],
  ])('%s', (_how, index, before, after) => {
    expect(edited(before, remove(index, 'tags'))).toBe(after)
  })

  test('with all its tables and their lines', () => {
    const before = 'z = 1\n\n[[menu]]\na = 1\n[menu.more]\nb = 2\n\n[[menu]]\na = 3 # keep\n'
    expect(edited(before, remove(0, 'menu'))).toBe('z = 1\n\n[[menu]]\na = 3 # keep\n')
    expect(edited(before, remove(1, 'menu'))).toBe('z = 1\n\n[[menu]]\na = 1\n[menu.more]\nb = 2\n')
  })

  test('and a list of tables without any is []', () => {
    expect(edited('z = 1\n\n[[menu]]\na = 1\n', remove(0, 'menu'))).toBe('z = 1\nmenu = []\n')
    expect(edited('[[a.b]]\nx = 1\n[a.c]\n', remove(0, 'a', 'b'))).toBe('[a]\nb = []\n\n[a.c]\n')
  })

  test('unless there is none', () => {
    expect(refusal('tags = ["a"]\n', remove(1, 'tags'))).toBe('no-such-field')
    expect(refusal('tags = "a"\n', remove(0, 'tags'))).toBe('not-a-list')
    expect(refusal('[tags]\n', remove(0, 'tags'))).toBe('not-a-list')
  })
})

describe('an item is moved', () => {
  test('and the others close up; comments stay on their lines', () => {
    expect(edited('a = [1, 2, 3]\n', move(0, 2, 'a'))).toBe('a = [2, 3, 1]\n')
    expect(edited('a = [1, 2, 3]\n', move(2, 0, 'a'))).toBe('a = [3, 1, 2]\n')
    expect(edited('a = [\n  1, # why\n  [2,\n   3]\n]\n', move(0, 1, 'a'))).toBe(
      'a = [\n  [2,\n   3], # why\n  1\n]\n',
    )
  })

  test('with its heading, its lines and the tables within it', () => {
    expect(edited('[[m]]\na = 1 # one\n\n[[m]]\na = 2\n[m.x]\nb = 3\n', move(1, 0, 'm'))).toBe(
      '[[m]]\na = 2\n[m.x]\nb = 3\n\n[[m]]\na = 1 # one\n',
    )
  })

  test('unless its parts are apart, or there is none', () => {
    expect(refusal('[[m]]\na = 1\n[[m]]\na = 2\n[z]\n[m.x]\n', move(1, 0, 'm'))).toBe('would-touch-more')
    expect(refusal('a = [1, 2]\n', move(0, 2, 'a'))).toBe('no-such-field')
  })
})

test('what was appended is there', () => {
  const [tags] = fields(edited('tags = [\n  "a" # why\n]\n', append(text('c'), 'tags')))
  expect(tags?.value).toEqual({
    kind: 'list',
    items: [
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'c' },
    ],
  })
})
