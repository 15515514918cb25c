import type { Field, FieldPath, FieldValue } from '../front-matter'
import type { FoundBlock as Found, Language } from '../language'

/** Pelican's `Key: value` headers. */
export const pelicanLanguage: Language = {
  readFields: (text, located) => ({
    kind: 'fields',
    fields: fieldsOf(metadataLines(text.slice(located.block.from, located.block.to)), [], located),
  }),
  planEdit: () => ({
    kind: 'refused',
    refusal: { reason: 'would-touch-more', message: 'Change it in the text.', offset: 0 },
  }),
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
