import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import type { Field, FieldPath, FieldValue, Located } from './front-matter'
import type { BlockReading } from './read'
import { unsupportedLanguage } from './refusals'

type Found = Extract<Located, { kind: 'found' }>

/** Reads TOML, JSON and metadata lines for display: each field's range is the whole block, and none can be edited. */
export function readOtherLanguage(text: string, located: Found): BlockReading {
  const source = text.slice(located.block.from, located.block.to)
  if (located.language === 'toml') return readToml(source, located)
  if (located.language === 'json') return readJson(source, located)
  return { kind: 'fields', fields: fieldsOf(metadataLines(source), [], located) }
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

/** Python-Markdown's meta-data: keys at the margin, further lines indented by four spaces. */
function metadataLines(source: string): readonly [string, string][] {
  const entries: [string, string][] = []
  for (const line of source.split(/\r?\n/)) {
    const [, key, value] = /^ {0,3}([A-Za-z0-9_-]+):\s*(.*)$/.exec(line) ?? []
    const last = entries.at(-1)
    if (key !== undefined) entries.push([key, (value ?? '').trim()])
    else if (last !== undefined && line.trim() !== '') last[1] += `\n${line.trim()}`
  }
  return entries
}

function fieldsOf(
  entries: readonly (readonly [string, unknown])[],
  path: FieldPath,
  located: Found,
): readonly Field[] {
  const refusal = unsupportedLanguage(located)
  return entries.map(([key, value]) => ({
    key,
    path: [...path, key],
    value: fieldValueOf(value, [...path, key], located),
    keyRange: located.block,
    valueRange: located.block,
    refusal,
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
