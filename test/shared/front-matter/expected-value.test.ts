import { expect, test } from 'vitest'
import type { FieldEdit } from '#shared/front-matter/front-matter'
import { isWhatEditMeans } from './expected-value'

const plain = (source: string): unknown => JSON.parse(source)
const before = { title: 'A', tags: ['a', 'b'], draft: true }
const setTitle: FieldEdit = { kind: 'set', path: ['title'], value: { kind: 'text', text: 'B' } }

test.each<[string, FieldEdit, unknown]>([
  ['another value', setTitle, { ...before, title: 'C' }],
  ['a number for a text', { ...setTitle, value: { kind: 'text', text: '1' } }, { ...before, title: 1 }],
  ['a change elsewhere', setTitle, { ...before, title: 'B', draft: 'true' }],
  ['a key that went', setTitle, { title: 'B', draft: true }],
  ['a key that came', setTitle, { ...before, title: 'B', new: null }],
  [
    'an item in another place',
    { kind: 'append', path: ['tags'], value: { kind: 'text', text: 'c' } },
    { ...before, tags: ['c', 'a', 'b'] },
  ],
  ['another item gone', { kind: 'remove-item', path: ['tags'], index: 0 }, { ...before, tags: ['a'] }],
  ['an item not moved', { kind: 'move-item', path: ['tags'], from: 0, to: 1 }, before],
  ['a value that stays', { kind: 'clear', path: ['title'] }, before],
  ['a key that stays', { kind: 'remove-key', path: ['title'] }, before],
  ['both names', { kind: 'rename-key', path: ['title'], key: 'name' }, { ...before, name: 'A' }],
])('the judge of random edits notices %s', (_what, edit, after) => {
  expect(isWhatEditMeans(before, after, edit, plain) ?? false).toBe(false)
})

test('the judge agrees with what is meant', () => {
  expect(isWhatEditMeans(before, { ...before, title: 'B' }, setTitle, plain)).toBe(true)
  const removed: FieldEdit = { kind: 'remove-item', path: ['tags'], index: 0 }
  expect(isWhatEditMeans(before, { ...before, tags: ['b'] }, removed, plain)).toBe(true)
  expect(
    isWhatEditMeans(
      { s: 'a\n' },
      { s: 'b\n' },
      { kind: 'set', path: ['s'], value: { kind: 'text', text: 'b' } },
      plain,
    ),
  ).toBe(true)
})
