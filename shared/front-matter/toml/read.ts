import type { AST } from 'toml-eslint-parser'
import type { Field, FieldPath, FieldValue, Range } from '../front-matter'
import type { BlockReading } from '../language'
import { parseTomlBlock } from './block'
import { nodeInSource, type Statement, type TomlEntry, type TomlNode, type TomlTable } from './document'

/** Reads the TOML between `range.from` and `range.to` of the whole text. Of a table in several parts, the ranges are the first part's. */
export function readTomlFields(text: string, range: Range): BlockReading {
  const parsed = parseTomlBlock(text.slice(range.from, range.to))
  if (parsed.kind === 'unreadable') return { kind: 'mistake', message: parsed.message, offset: parsed.offset }
  const reader: Reader = { source: parsed.block.source, base: range.from }
  return { kind: 'fields', fields: fieldsOf(reader, parsed.block.root, []) }
}

type Reader = { readonly source: string; readonly base: number }

function fieldsOf(reader: Reader, table: TomlTable, path: FieldPath): readonly Field[] {
  return [...table.entries.values()].map((entry) => {
    const fieldPath = [...path, entry.key]
    return {
      key: entry.key,
      path: fieldPath,
      value: fieldValueOf(reader, entry.value, fieldPath),
      keyRange: shifted(reader, entry.mentions[0]?.key.range ?? [0, 0]),
      valueRange: shifted(reader, valueRangeOf(entry)),
      refusal: null,
    }
  })
}

function fieldValueOf(reader: Reader, node: TomlNode, path: FieldPath): FieldValue {
  switch (node.kind) {
    case 'scalar':
      return valueOfScalar(reader.source, node.node)
    case 'array':
    case 'table-list': {
      const items = node.items.map((item, index) => fieldValueOf(reader, item, [...path, index]))
      return { kind: 'list', items }
    }
    case 'table':
      return { kind: 'map', entries: fieldsOf(reader, node, path) }
  }
}

function valueOfScalar(source: string, node: AST.TOMLValue): FieldValue {
  if (node.kind === 'string') return { kind: 'text', text: node.value }
  const type =
    node.kind === 'boolean' ? 'yes-no' : node.kind === 'integer' || node.kind === 'float' ? 'number' : 'date'
  return { kind: 'plain', type, source: source.slice(...node.range) }
}

function valueRangeOf({ value, mentions }: TomlEntry): AST.Range {
  return nodeInSource(value)?.range ?? rangeOfContent(mentions[0]?.statement)
}

/** The value of a `key = value`; the lines below a heading. */
function rangeOfContent(statement: Statement | undefined): AST.Range {
  if (statement === undefined) return [0, 0]
  if (statement.type === 'TOMLKeyValue') return statement.value.range
  const end = statement.range[1]
  return [statement.body[0]?.range[0] ?? end, end]
}

function shifted({ base }: Reader, [from, to]: AST.Range): Range {
  return { from: base + from, to: base + to }
}
