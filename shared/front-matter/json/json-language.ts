import type { Field, FieldPath, FieldValue } from '../front-matter'
import type { BlockReading, FoundBlock as Found, Language } from '../language'

/** JSON front matter. */
export const jsonLanguage: Language = {
  readFields: (text, located) => readJson(text.slice(located.block.from, located.block.to), located),
  planEdit: () => ({
    kind: 'refused',
    refusal: { reason: 'would-touch-more', message: 'Change it in the text.', offset: 0 },
  }),
}

function readJson(source: string, located: Found): BlockReading {
  const json = located.dialect === 'json-semicolons' && !/^\s*\{/.test(source) ? `{${source}}` : source
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return mistake('The front matter is not a JSON object.', 0)
    }
    return { kind: 'fields', fields: fieldsOf(Object.entries(value), [], located) }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    const position = /position (\d+)/.exec(error.message)?.[1]
    return mistake(
      'This JSON cannot be read. Look for a missing comma, quote or brace.',
      Math.min(Number(position ?? 0), source.length),
    )
  }
}

function fieldsOf(
  entries: readonly (readonly [string, unknown])[],
  path: FieldPath,
  located: Found,
): readonly Field[] {
  return entries.map(([key, value]) => ({
    key,
    path: [...path, key],
    value: fieldValueOf(value, [...path, key], located),
    keyRange: located.block,
    valueRange: located.block,
    refusal: null,
  }))
}

function fieldValueOf(value: unknown, path: FieldPath, located: Found): FieldValue {
  if (value === null || value === undefined) return { kind: 'plain', type: 'null', source: 'null' }
  if (typeof value === 'boolean') return { kind: 'plain', type: 'yes-no', source: String(value) }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { kind: 'plain', type: 'number', source: String(value) }
  }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item, index) => fieldValueOf(item, [...path, index], located)) }
  }
  if (typeof value === 'object')
    return { kind: 'map', entries: fieldsOf(Object.entries(value), path, located) }
  return { kind: 'text', text: String(value) }
}

function mistake(message: string, offset: number): BlockReading {
  return { kind: 'mistake', message, offset }
}
