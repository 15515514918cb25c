import { describe, expect, test } from 'vitest'
import type { FieldSchema } from '#shared/contract/field'
import { readFrontMatter } from '#shared/front-matter/read'
import { arrangeFields, type FormEntry, missingSchemas } from '../../../renderer/front-matter/arrange-fields'
import { fieldsOf } from '../../../renderer/front-matter/fields-at'
import { schemaOf } from './fields'

const known = (key: string, more: Partial<FieldSchema> = {}) => schemaOf('text', { key, ...more })
const required = (key: string, more: Partial<FieldSchema> = {}) => known(key, { isRequired: true, ...more })

/** A form in one line: `group: key, (missing) | more: key`. */
function formOf(lines: string, schemas: readonly FieldSchema[]): string {
  const fields = fieldsOf(readFrontMatter(`---\n${lines}\n---\n`))
  const { sections, more } = arrangeFields(fields, schemas)
  const names = (entries: readonly FormEntry[]) =>
    entries
      .map(({ key, nth, field }) => (field === null ? `(${key})` : nth > 0 ? `${key}#${nth}` : key))
      .join(' ')
  const parts = sections.map(({ group, entries }) => `${group === null ? '' : `${group}: `}${names(entries)}`)
  return [...parts, ...(more.length === 0 ? [] : [`more: ${names(more)}`])].join(' | ')
}

describe('the order of a form', () => {
  test('is the collection’s, whatever the file’s is', () => {
    expect(formOf('c: 1\na: 1\nb: 1', [known('a'), known('b'), known('c')])).toBe('a b c')
  })

  test('keeps what the collection does not know below its neighbour in the file', () => {
    expect(formOf('x: 1\nc: 1\ny: 1\nz: 1\na: 1', [known('a'), known('c')])).toBe('x a c y z')
  })

  test('is the file’s where nothing is known', () => {
    expect(formOf('c: 1\na: 1', [])).toBe('c a')
  })

  test('has a place for what is required and missing, and none for what is only known', () => {
    expect(formOf('a: 1\nc: 1', [known('a'), required('b'), known('c'), known('d')])).toBe('a (b) c')
  })

  test('keeps both uses of a key that stands twice', () => {
    expect(formOf('b: 1\na: 1\nb: 2', [known('a'), known('b')])).toBe('a b b#1')
  })

  test('does not mind letter case', () => {
    expect(formOf('Title: 1', [required('title')])).toBe('Title')
  })

  test.each(['__proto__', 'constructor', 'a.b c', '😀'])('takes %s for a name like any other', (key) => {
    expect(formOf(`"${key}": 1\na: 1`, [known('a'), known(key)])).toBe(`a ${key}`)
    expect(formOf('a: 1', [known('a'), required(key)])).toBe(`a (${key})`)
  })
})

describe('groups', () => {
  test('come after what has none, each with its fields together', () => {
    const schemas = [known('a', { group: 'Seo' }), known('b'), known('c', { group: 'Seo' })]
    expect(formOf('a: 1\nb: 1\nc: 1', schemas)).toBe('b | Seo: a c')
  })
})

describe('what is rare', () => {
  test('is folded away when the post has it, and not there when not', () => {
    const schemas = [known('a'), known('b', { isRare: true }), known('c', { isRare: true })]
    expect(formOf('a: 1\nb: 1', schemas)).toBe('a | more: b')
  })

  test('but required is shown', () => {
    expect(formOf('a: 1', [known('a'), required('b', { isRare: true })])).toBe('a (b)')
  })
})

test('what can be added is what the post lacks, letter case aside', () => {
  const fields = fieldsOf(readFrontMatter('---\nTitle: 1\n---\n'))
  expect(missingSchemas(fields, [known('title'), known('b')]).map(({ key }) => key)).toEqual(['b'])
})
