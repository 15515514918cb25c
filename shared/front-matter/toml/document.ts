import type { AST } from 'toml-eslint-parser'

/** A `key = value` line or pair, or a `[heading]` with its lines. */
export type Statement = AST.TOMLKeyValue | AST.TOMLTable

/** A value as TOML's statements put it together. */
export type TomlNode =
  | { readonly kind: 'scalar'; readonly node: AST.TOMLValue }
  | { readonly kind: 'array'; readonly node: AST.TOMLArray; readonly items: readonly TomlNode[] }
  | TomlTable
  /** `[[heading]]`s of one name. */
  | { readonly kind: 'table-list'; readonly items: readonly TomlTable[] }

/** A table, wherever its parts are written. */
export type TomlTable = {
  readonly kind: 'table'
  readonly home: TableHome
  /** In the order of the file. */
  readonly entries: ReadonlyMap<string, TomlEntry>
  /** The statements whose key leads to this table or through it, in the order of the file; none for the root and for braces in a list. */
  readonly parts: readonly Statement[]
}

/** Where a table's own keys are written. */
export type TableHome =
  /** Above the first heading. */
  | { readonly kind: 'root' }
  /** Below its own heading. */
  | { readonly kind: 'heading'; readonly heading: AST.TOMLTable }
  | { readonly kind: 'braces'; readonly node: AST.TOMLInlineTable }
  /** As `table.key = value`; `depth` of the names in front belong to it and its holders. */
  | { readonly kind: 'dotted'; readonly depth: number }
  /** Nowhere: only headings of tables within it are there. */
  | { readonly kind: 'implied' }

/** A key of a table. */
export type TomlEntry = {
  readonly key: string
  readonly value: TomlNode
  /** Each place where this key is written, in the order of the file: more than one for a table in several parts. */
  readonly mentions: readonly Mention[]
}

/** One place where a key is written. */
export type Mention = { readonly key: AST.TOMLBare | AST.TOMLQuoted; readonly statement: Statement }

/** The whole block as one table, or the offset of a key where that fails. */
export type BuiltDocument =
  | { readonly kind: 'built'; readonly root: TomlTable }
  | { readonly kind: 'key-twice'; readonly offset: number }
  | { readonly kind: 'too-deep'; readonly offset: number }

type GrowingNode =
  | Exclude<TomlNode, { kind: 'table' | 'table-list' }>
  | GrowingTable
  | { readonly kind: 'table-list'; readonly items: GrowingTable[] }

type GrowingTable = {
  readonly kind: 'table'
  home: TableHome
  readonly entries: Map<string, GrowingEntry>
  readonly parts: Statement[]
}

type GrowingEntry = { readonly key: string; readonly value: GrowingNode; readonly mentions: Mention[] }

/** Puts together what TOML lets a writer spread over headings and dotted keys. Values nested deeper than `maxDepth` are refused. */
export function buildDocument(program: AST.TOMLProgram, maxDepth: number): BuiltDocument {
  const root = newTable({ kind: 'root' })
  try {
    for (const statement of program.body[0].body) {
      if (statement.type === 'TOMLKeyValue') addKeyValue(root, statement, maxDepth)
      else {
        const table = tableUnder(root, statement, maxDepth)
        const depthLeft = maxDepth - statement.key.keys.length
        for (const keyValue of statement.body) addKeyValue(table, keyValue, depthLeft)
      }
    }
  } catch (error) {
    if (error instanceof UnbuildableError) return { kind: error.kind, offset: error.offset }
    throw error
  }
  return { kind: 'built', root }
}

class UnbuildableError extends Error {
  constructor(
    readonly kind: 'key-twice' | 'too-deep',
    readonly offset: number,
  ) {
    super(kind)
  }
}

function newTable(home: TableHome): GrowingTable {
  return { kind: 'table', home, entries: new Map(), parts: [] }
}

function tableUnder(root: GrowingTable, heading: AST.TOMLTable, maxDepth: number): GrowingTable {
  const { keys } = heading.key
  if (keys.length > maxDepth) throw new UnbuildableError('too-deep', heading.range[0])
  let table = root
  for (const key of keys.slice(0, -1)) table = stepInto(table, key, heading, { kind: 'implied' })
  const last = keys.at(-1) as Mention['key']
  const home: TableHome = { kind: 'heading', heading }
  if (heading.kind === 'standard') {
    const own = stepInto(table, last, heading, home)
    own.home = home
    return own
  }
  const item = newTable(home)
  item.parts.push(heading)
  const existing = table.entries.get(keyName(last))
  if (existing === undefined) {
    table.entries.set(keyName(last), entryOf(last, { kind: 'table-list', items: [item] }, heading))
  } else if (existing.value.kind === 'table-list') {
    existing.value.items.push(item)
    existing.mentions.push({ key: last, statement: heading })
  } else throw new UnbuildableError('key-twice', last.range[0])
  return item
}

function addKeyValue(holder: GrowingTable, keyValue: AST.TOMLKeyValue, maxDepth: number): void {
  const { keys } = keyValue.key
  if (keys.length > maxDepth) throw new UnbuildableError('too-deep', keyValue.range[0])
  let table = holder
  for (const [index, key] of keys.slice(0, -1).entries()) {
    table = stepInto(table, key, keyValue, { kind: 'dotted', depth: index + 1 })
  }
  const last = keys.at(-1) as Mention['key']
  if (table.entries.has(keyName(last))) throw new UnbuildableError('key-twice', last.range[0])
  const value = nodeOf(keyValue.value, maxDepth - keys.length)
  if (value.kind === 'table') value.parts.push(keyValue)
  table.entries.set(keyName(last), entryOf(last, value, keyValue))
}

/** The table that `key` leads to from `holder`, made when it is not there yet; of several `[[heading]]`s the last. */
function stepInto(
  holder: GrowingTable,
  key: Mention['key'],
  statement: Statement,
  homeIfNew: TableHome,
): GrowingTable {
  const name = keyName(key)
  const existing = holder.entries.get(name)
  if (existing === undefined) {
    const table = newTable(homeIfNew)
    table.parts.push(statement)
    holder.entries.set(name, entryOf(key, table, statement))
    return table
  }
  const table = existing.value.kind === 'table-list' ? existing.value.items.at(-1) : existing.value
  if (table?.kind !== 'table') throw new UnbuildableError('key-twice', key.range[0])
  existing.mentions.push({ key, statement })
  table.parts.push(statement)
  return table
}

function nodeOf(node: AST.TOMLContentNode, depthLeft: number): GrowingNode {
  if (node.type === 'TOMLValue') return { kind: 'scalar', node }
  if (depthLeft <= 0) throw new UnbuildableError('too-deep', node.range[0])
  if (node.type === 'TOMLArray') {
    return { kind: 'array', node, items: node.elements.map((item) => nodeOf(item, depthLeft - 1)) }
  }
  const table = newTable({ kind: 'braces', node })
  for (const keyValue of node.body) addKeyValue(table, keyValue, depthLeft - 1)
  return table
}

function entryOf(key: Mention['key'], value: GrowingNode, statement: Statement): GrowingEntry {
  return { key: keyName(key), value, mentions: [{ key, statement }] }
}

/** The value as it stands behind its `=`, between brackets or braces; null for one that headings or dotted keys make. */
export function nodeInSource(node: TomlNode): AST.TOMLContentNode | null {
  if (node.kind === 'scalar' || node.kind === 'array') return node.node
  return node.kind === 'table' && node.home.kind === 'braces' ? node.home.node : null
}

/** A key without its quotes. */
export function keyName(key: Mention['key']): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}
