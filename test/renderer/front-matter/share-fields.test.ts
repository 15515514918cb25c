import { expect, test } from 'vitest'
import { readFrontMatter } from '#shared/front-matter/read'
import { fieldsOf } from '../../../renderer/front-matter/fields-at'
import { shareFields } from '../../../renderer/front-matter/share-fields'

const fieldsIn = (lines: string) => fieldsOf(readFrontMatter(`---\n${lines}\n---\n`))

/** The keys of the fields that a change makes new. */
function renewed(before: string, after: string): readonly string[] {
  const old = fieldsIn(before)
  const shared = shareFields(old, fieldsIn(after))
  return shared.filter((field) => !old.includes(field)).map(({ key }) => key)
}

test.each([
  ['a: 1\nb: 2\nc: 3', 'a: longer\nb: 2\nc: 3', ['a']],
  ['a: 1\nb: 2', 'a: 1\nnew: x\nb: 2', ['new']],
  ['a: 1\nb: 2', 'b: 2', []],
  ['a: x', 'a: "x"', ['a']],
  ['a: [x, y]\nb: 1', 'a: [x, z]\nb: 1', ['a']],
  ['a: { x: 1, y: 2 }\nb: 1', 'a: { x: 3, y: 2 }\nb: 1', ['a']],
  ['a: &s x\nb: 1', 'a: &s x\nb: *s', ['a', 'b']],
])('`%s` becoming `%s` renews %j', (before, after, keys) => {
  expect(renewed(before, after)).toEqual(keys)
})

test('the same fields are the same list', () => {
  const old = fieldsIn('a: 1\nb: [x]')
  expect(shareFields(old, fieldsIn('a: 1\nb: [x]'))).toBe(old)
})

test('within a map that changed, what did not is the same as before', () => {
  const [old] = fieldsIn('a: { x: 1, y: 2 }')
  const [next] = shareFields(old === undefined ? [] : [old], fieldsIn('a: { x: 3, y: 2 }'))
  if (old?.value.kind !== 'map' || next?.value.kind !== 'map') throw new Error('no maps')
  expect(next.path).toBe(old.path)
  expect(next.value.entries[0]).not.toBe(old.value.entries[0])
  expect(next.value.entries[1]).toBe(old.value.entries[1])
})
