import type { FieldSchema } from '#shared/contract/field'
import type { AddedValue } from '#shared/front-matter/front-matter'

type Json = FieldSchema['default']
/** `none`: a key without a value, which not every language has. */
type Emptiness = 'none' | 'empty-text'

/**
 * Ways to write a field that is added to a post: with its default, else empty, the way that suits best first. A language that
 * lacks one refuses it, and the next is tried.
 */
export function newValues(schema: FieldSchema | undefined): readonly AddedValue[] {
  if (schema === undefined) return [...scalarWays('')]
  if (schema.default !== null) {
    const given = defaultValue(schema.default, schema, 'plain')
    return [given, defaultValue(schema.default, schema, 'text')]
  }
  return [emptyValue(schema, 'none'), emptyValue(schema, 'empty-text')]
}

/** Ways to write a new item of a list of objects: with the keys of `known` that posts usually fill in, else with `keys`. */
export function newItems(known: readonly FieldSchema[], keys: readonly string[]): readonly AddedValue[] {
  const usual = known.filter(({ isRare }) => !isRare)
  return (['none', 'empty-text'] as const).map((emptiness) => ({
    kind: 'map',
    entries:
      usual.length > 0
        ? usual.map((schema) => [schema.key, emptyValue(schema, emptiness)] as const)
        : keys.map((key) => [key, emptyScalar(emptiness)] as const),
  }))
}

function emptyValue(schema: FieldSchema, emptiness: Emptiness): AddedValue {
  switch (schema.kind) {
    case 'list':
      return schema.habit.list === 'one' ? emptyScalar(emptiness) : { kind: 'list', items: [] }
    case 'object-list':
      return { kind: 'list', items: [] }
    case 'object':
      return {
        kind: 'map',
        entries: schema.fields
          .filter(({ isRare }) => !isRare)
          .map((field) => [field.key, emptyValue(field, emptiness)] as const),
      }
    case 'yes-no': {
      const word = schema.habit.words?.no ?? 'false'
      return emptiness === 'none' ? { kind: 'plain', source: word } : { kind: 'text', text: word }
    }
    default:
      return emptyScalar(emptiness)
  }
}

function emptyScalar(emptiness: Emptiness): AddedValue {
  return emptiness === 'none' ? { kind: 'plain', source: '' } : { kind: 'text', text: '' }
}

function scalarWays(text: string): readonly AddedValue[] {
  return [
    { kind: 'plain', source: text },
    { kind: 'text', text },
  ]
}

/** `plain`: a date or number that a configuration file has as text is written as what it is. */
function defaultValue(json: Json, schema: FieldSchema | undefined, prefer: 'plain' | 'text'): AddedValue {
  if (json === null) return { kind: 'plain', source: '' }
  if (Array.isArray(json)) {
    return { kind: 'list', items: json.map((item) => defaultValue(item, undefined, prefer)) }
  }
  if (typeof json === 'object') {
    const entries = Object.entries(json).map(
      ([key, value]) =>
        [
          key,
          defaultValue(
            value,
            schema?.fields.find((field) => field.key === key),
            prefer,
          ),
        ] as const,
    )
    return { kind: 'map', entries }
  }
  if (typeof json === 'string') {
    const isPlain = prefer === 'plain' && (schema?.kind === 'date' || schema?.kind === 'number')
    return isPlain ? { kind: 'plain', source: json } : { kind: 'text', text: json }
  }
  const words = schema?.habit.words
  const source = typeof json === 'boolean' && words ? words[json ? 'yes' : 'no'] : String(json)
  return prefer === 'plain' ? { kind: 'plain', source } : { kind: 'text', text: source }
}
