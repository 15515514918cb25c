import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { ParsedText } from './parse-configuration'
import type { SourcedValue } from './sourced-value'

// Tables of one name may be written in several places, so they stay open until all is read.
type OpenTable = {
  readonly kind: 'open-table'
  readonly line: number
  readonly entries: Map<string, OpenEntry>
}
type OpenTables = { readonly kind: 'open-tables'; readonly line: number; readonly items: OpenTable[] }
type OpenEntry = { readonly line: number; readonly value: OpenTable | OpenTables | SourcedValue }

/** Reads TOML. A file with a mistake is left out as a whole: the language has no safe place to go on. */
export function parseTomlConfiguration(text: string): ParsedText {
  try {
    const [top] = parseTOML(text).body
    const root = openTable(1)
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') addPair(root, node)
      else {
        const table = tableAt(root, node.resolvedKey, node.loc.start.line)
        for (const pair of node.body) addPair(table, pair)
      }
    }
    return { value: closed(root), mistakes: [] }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const message = `This file is not TOML that can be read: ${error.message}.`
    return { value: null, mistakes: [{ line: Math.max(1, error.lineNumber), message }] }
  }
}

function openTable(line: number): OpenTable {
  return { kind: 'open-table', line, entries: new Map() }
}

/** The table that the keys lead to, made where it is not there; a number is a place in an array of tables. */
function tableAt(root: OpenTable, keys: readonly (string | number)[], line: number): OpenTable {
  let table = root
  for (const [index, key] of keys.entries()) {
    if (typeof key === 'number') continue
    const place = keys[index + 1]
    table = typeof place === 'number' ? itemAt(table, key, place, line) : innerTable(table, key, line)
  }
  return table
}

function innerTable(table: OpenTable, key: string, line: number): OpenTable {
  const known = table.entries.get(key)?.value
  if (known?.kind === 'open-table') return known
  const made = openTable(line)
  table.entries.set(key, { line, value: made })
  return made
}

function itemAt(table: OpenTable, key: string, place: number, line: number): OpenTable {
  const known = table.entries.get(key)?.value
  const tables: OpenTables = known?.kind === 'open-tables' ? known : { kind: 'open-tables', line, items: [] }
  if (tables !== known) table.entries.set(key, { line, value: tables })
  const item = tables.items[place] ?? openTable(line)
  if (tables.items[place] === undefined) tables.items.push(item)
  return item
}

function addPair(table: OpenTable, pair: AST.TOMLKeyValue): void {
  const keys = pair.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
  const line = pair.loc.start.line
  const owner = keys.slice(0, -1).reduce((inner, key) => innerTable(inner, key, line), table)
  owner.entries.set(keys.at(-1) ?? '', { line, value: sourcedValue(pair.value) })
}

function sourcedValue(node: AST.TOMLContentNode): SourcedValue {
  const line = node.loc.start.line
  if (node.type === 'TOMLArray') return { kind: 'list', items: node.elements.map(sourcedValue), line }
  if (node.type === 'TOMLInlineTable') {
    const table = openTable(line)
    for (const pair of node.body) addPair(table, pair)
    return closed(table)
  }
  return { kind: 'scalar', value: 'datetime' in node ? node.datetime : node.value, line }
}

function closed(value: OpenTable | OpenTables | SourcedValue): SourcedValue {
  const { line } = value
  if (value.kind === 'open-tables') return { kind: 'list', items: value.items.map(closed), line }
  if (value.kind !== 'open-table') return value
  const entries = [...value.entries].map(([key, entry]) => ({
    key,
    line: entry.line,
    value: closed(entry.value),
  }))
  return { kind: 'map', entries, line }
}
