import { expect, test } from 'vitest'
import { habitOf } from '#shared/front-matter/writing-habit'
import { schemaOf } from '../../renderer/front-matter/fields'

const quoted = schemaOf('text', { key: 'a', habit: { ...schemaOf('text').habit, quotes: 'double' } })
const dated = schemaOf('date', { key: 'b' })
const single = schemaOf('list', { key: 'c', habit: { ...schemaOf('list').habit, list: 'one' } })

test('a field is written as other posts write it, in their order', () => {
  expect(habitOf(quoted, [dated, quoted])).toEqual({ order: ['b', 'a'], quotes: 'double', list: 'flow' })
})

test('one that nobody knows is quoted as most texts are', () => {
  expect(habitOf(undefined, [dated, quoted, single]).quotes).toBe('double')
  expect(habitOf(undefined, []).quotes).toBe('plain')
})

test('where posts have single values, a list that becomes necessary is written on one line', () => {
  expect(habitOf(single, [single]).list).toBe('flow')
})
