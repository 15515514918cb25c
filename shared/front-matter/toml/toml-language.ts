import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import type { Field, FieldPath, FieldValue } from '../front-matter'
import type { BlockReading, FoundBlock as Found, Language } from '../language'

/** TOML front matter, `+++`. */
export const tomlLanguage: Language = {
  readFields: (text, located) => readToml(text.slice(located.block.from, located.block.to), located),
  planEdit: () => ({
    kind: 'refused',
    refusal: { reason: 'would-touch-more', message: 'Change it in the text.', offset: 0 },
  }),
}

function readToml(source: string, located: Found): BlockReading {
  try {
    const table = parseToml(source, { integersAsBigInt: true })
    return { kind: 'fields', fields: fieldsOf(Object.entries(table), [], located) }
  } catch (error) {
    if (!(error instanceof TomlError || error instanceof RangeError)) throw error
    const offset = error instanceof TomlError ? offsetOfLine(source, error.line) + error.column - 1 : 0
    return mistake('This line of TOML cannot be read.', Math.min(offset, source.length))
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
  if (value instanceof TomlDate) return { kind: 'plain', type: 'date', source: value.toISOString() }
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

function offsetOfLine(source: string, line: number): number {
  let offset = 0
  for (let current = 1; current < line; current++) offset = source.indexOf('\n', offset) + 1
  return offset
}

function mistake(message: string, offset: number): BlockReading {
  return { kind: 'mistake', message, offset }
}
