import { describe, expect, test } from 'vitest'
import type { FieldSchema } from '#shared/contract/field'
import { editFrontMatter } from '#shared/front-matter/edit'
import { applyTextChanges } from '#shared/text/text-change'
import { newItems, newValues } from '../../../renderer/front-matter/new-field'
import { schemaOf } from './fields'

/** What adding a field does to a post, the first way that its language takes. */
function added(post: string, schema: FieldSchema | undefined): string {
  for (const value of newValues(schema)) {
    const result = editFrontMatter(post, { kind: 'add-key', path: [], key: 'x', value })
    if (result.kind === 'changed') return applyTextChanges(post, result.changes)
  }
  return 'refused'
}

const withWords = { ...schemaOf('yes-no').habit, words: { yes: 'yes', no: 'no' } }

describe('a field that is added', () => {
  test.each([
    ['of a text', schemaOf('text'), 'x:'],
    ['that nobody knows', undefined, 'x:'],
    ['of a date', schemaOf('date'), 'x:'],
    ['of a list', schemaOf('list'), 'x: []'],
    ['of yes or no', schemaOf('yes-no'), 'x: false'],
    ['of yes or no, in the blog’s words', schemaOf('yes-no', { habit: withWords }), 'x: no'],
    ['with a text as default', schemaOf('text', { default: 'tea: green' }), 'x: "tea: green"'],
    ['with a number as default', schemaOf('number', { default: 3 }), 'x: 3'],
    ['with a date as default', schemaOf('date', { default: '2024-05-01' }), 'x: 2024-05-01'],
    ['with no as default', schemaOf('yes-no', { default: false, habit: withWords }), 'x: no'],
    ['with a list as default', schemaOf('list', { default: ['a', 'b'] }), 'x: [a, b]'],
  ])('%s', (_, schema, line) => {
    expect(added('---\na: b\n---\n', schema)).toBe(`---\na: b\n${line}\n---\n`)
  })

  test.each([
    ['TOML', '+++\na = "b"\n+++\n', '+++\na = "b"\nx = ""\n+++\n'],
    ['JSON', '{\n  "a": "b"\n}\n', '{\n  "a": "b",\n  "x": ""\n}\n'],
  ])('is an empty text in %s, which has no empty value', (_, post, after) => {
    expect(added(post, schemaOf('text'))).toBe(after)
  })
})

describe('an item that is added to a list of objects', () => {
  test('has the fields that posts usually fill in', () => {
    const schemas = [schemaOf('text', { key: 'name' }), schemaOf('text', { key: 'rel', isRare: true })]
    expect(newItems(schemas, ['other'])[0]).toEqual({
      kind: 'map',
      entries: [['name', { kind: 'plain', source: '' }]],
    })
  })

  test('has the keys of its neighbour where nothing is known', () => {
    expect(newItems([], ['name'])[1]).toEqual({
      kind: 'map',
      entries: [['name', { kind: 'text', text: '' }]],
    })
  })
})
