import { describe, expect, test } from 'vitest'
import type { FieldKind } from '#shared/contract/field'
import type { Field, FieldValue } from '#shared/front-matter/front-matter'
import { type HoldingField, holds } from '#shared/front-matter/infer/holds'
import { inferFields } from '#shared/front-matter/infer/infer-fields'
import { readFrontMatter } from '#shared/front-matter/read'
import { type Control, canHold } from '../../../../renderer/front-matter/field-control'
import { postsWith } from './archive'

function fieldsFrom(source: string): readonly Field[] {
  const frontMatter = readFrontMatter(`---\nx: ${source}\n---\n`)
  return frontMatter.kind === 'fields' ? frontMatter.fields : []
}

function valueFrom(source: string): FieldValue {
  const [own] = fieldsFrom(source)
  if (own === undefined) throw new Error(`${source} is no value`)
  return own.value
}

function field(kind: FieldKind, more: Partial<HoldingField> = {}): HoldingField {
  return { key: 'x', kind, isOneOrList: false, fields: [], ...more }
}

const samples = [
  'words',
  'two\\nlines',
  '7',
  '"7"',
  'yes',
  '"yes"',
  '2024-01-01',
  'May 31, 2018',
  '[a, 1]',
  '{a: 1}',
  '[{a: 1}]',
]
const sources: Readonly<Record<string, string>> = { 'two\\nlines': '"two\\nlines"' }

describe('what the control of a kind has room for', () => {
  test.each<[FieldKind, readonly string[]]>([
    ['text', ['words', '7', '"7"', 'yes', '"yes"', '2024-01-01', 'May 31, 2018']],
    ['choice', ['words', '7', '"7"', 'yes', '"yes"', '2024-01-01', 'May 31, 2018']],
    ['reference', ['words', '7', '"7"', 'yes', '"yes"', '2024-01-01', 'May 31, 2018']],
    ['image', ['words', '7', '"7"', 'yes', '"yes"', '2024-01-01', 'May 31, 2018']],
    ['long-text', ['words', 'two\\nlines', '7', '"7"', 'yes', '"yes"', '2024-01-01', 'May 31, 2018']],
    ['number', ['7', '"7"']],
    ['yes-no', ['yes', '"yes"']],
    ['date', ['2024-01-01', 'May 31, 2018']],
    ['list', ['[a, 1]']],
    ['object', ['{a: 1}']],
    ['object-list', ['[{a: 1}]']],
    ['other', []],
  ])('%s', (kind, held) => {
    expect(samples.filter((sample) => holds(field(kind), valueFrom(sources[sample] ?? sample)))).toEqual(held)
  })

  test.each(['', '""', '~'])('nothing (%j) suits every kind', (source) => {
    for (const kind of ['text', 'number', 'date', 'list', 'object', 'other'] as const)
      expect(holds(field(kind), valueFrom(source))).toBe(true)
  })

  test('one value or a list', () => {
    for (const kind of ['list', 'choice', 'reference'] as const) {
      expect(holds(field(kind, { isOneOrList: true }), valueFrom('a'))).toBe(true)
      expect(holds(field(kind, { isOneOrList: true }), valueFrom('[a]'))).toBe(true)
    }
    expect(holds(field('object-list', { isOneOrList: true }), valueFrom('{a: 1}'))).toBe(true)
  })

  test('an object holds what its fields hold; keys that are not known do no harm', () => {
    const fields = [{ ...field('number'), key: 'size' }]
    expect(holds(field('object', { fields }), valueFrom('{size: 7, other: [x]}'))).toBe(true)
    expect(holds(field('object', { fields }), valueFrom('{Size: large}'))).toBe(false)
    expect(holds(field('object-list', { fields }), valueFrom('[{size: 7}, {size: large}]'))).toBe(false)
    expect(holds(field('object-list', { fields }), valueFrom('[{size: 7}, large]'))).toBe(false)
  })
})

describe('the form agrees', () => {
  const kinds = [
    'text',
    'choice',
    'reference',
    'image',
    'long-text',
    'number',
    'yes-no',
    'date',
    'list',
    'object',
    'object-list',
  ] as const

  test.each(kinds)('what %s has room for stays in its control', (kind) => {
    const control: Control = kind === 'reference' ? 'choice' : kind
    const [schema] = inferFields(postsWith('x: a'))
    if (schema === undefined) throw new Error('no field was learnt')
    for (const sample of samples) {
      const [own] = fieldsFrom(sources[sample] ?? sample)
      if (own === undefined || !holds(field(kind), own.value)) continue
      expect(canHold(control, own, { ...schema, kind }), sample).toBe(true)
    }
  })
})
