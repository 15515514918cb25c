import type { AST } from 'toml-eslint-parser'
import type { AddedValue, FieldPath, WritingHabit } from '../front-matter'
import type { Splice } from '../language'
import type { TomlBlock } from './block'
import type { Statement } from './document'
import { flowOf, removedFromFlow } from './flow'
import { insertedKey } from './insert-key'
import { lookUp, type Place } from './lookup'
import { mannerOf, sourceOfKey } from './manner'
import { type Plan, refusedPlan, unwritable, unwritableKey } from './plan'
import { rewriteBy } from './rewrite'
import { removedStatements } from './set'
import { newTable } from './table-lines'

/** Plans a new key for the table at `path`: at its usual place, above the first heading when it belongs to the root. */
export function planAddKey(
  block: TomlBlock,
  path: FieldPath,
  key: string,
  value: AddedValue,
  habit: WritingHabit | null,
): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const { node, offset } = place
  if (node.kind !== 'table') {
    return refusedPlan('no-such-field', `\`${path.join('.')}\` has no fields of its own.`, offset)
  }
  const existing = node.entries.get(key)
  if (existing !== undefined) return thereAlready(key, existing.mentions[0]?.key.range[0] ?? offset)
  const impossible = unwritableKey(key, offset) ?? unwritable(value, offset)
  if (impossible !== null) return impossible
  const manner = mannerOf(block, habit)
  const target = { table: node, place, order: habit?.order ?? [] }
  const ways = [...insertedKey(block, target, key, value, manner)]
  const heading = block.program.body[0].body.findLast(isHeadingOfRoot)
  // a file that writes its tables under headings gets another one
  if (path.length === 0 && value.kind === 'map' && heading !== undefined) {
    const end = block.source.trimEnd().length
    ways.unshift([newTable(block, end, `[${sourceOfKey(key)}]`, value, heading, manner)])
  }
  const rewrites = ways.map((splices) => rewriteBy(block.source, splices))
  return { kind: 'plan', rewrites, edit: { kind: 'add-key', path, key, value }, offset }
}

function isHeadingOfRoot(statement: Statement): statement is AST.TOMLTable {
  return statement.type === 'TOMLTable' && statement.kind === 'standard' && statement.key.keys.length === 1
}

/** Plans to take out the key at `path` wherever it is written, with its lines and the comments on them. */
export function planRemoveKey(block: TomlBlock, path: FieldPath): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { entry, table, offset } = found.place
  if (entry === null) return refusedPlan('no-such-field', 'Only a field can be removed.', offset)
  const edit = { kind: 'remove-key', path } as const
  const statements = entry.mentions.map((mention) => mention.statement)
  const [first] = statements
  if (first?.type === 'TOMLKeyValue' && first.parent.type === 'TOMLInlineTable') {
    const flow = flowOf(first.parent)
    const index = first.parent.body.indexOf(first)
    const removed = statements.length === 1 ? removedFromFlow(block.source, flow, index) : []
    const emptied = emptiedHolder(block, lookUp(block, path.slice(0, -1)))
    return {
      kind: 'plan',
      rewrites: [removed, ...emptied].map((splices) => rewriteBy(block.source, splices)),
      edit,
      offset,
    }
  }
  const removed = removedStatements(block, statements)
  const emptied = table?.entries.size === 1 ? emptiedHolder(block, lookUp(block, path.slice(0, -1))) : []
  const rewrites = [removed, ...emptied].map((splices) => rewriteBy(block.source, splices))
  return { kind: 'plan', rewrites, edit, offset }
}

/** A table that is there only by what is within it is written as an empty one instead: `table = {}`, or a heading. */
function emptiedHolder(block: TomlBlock, found: ReturnType<typeof lookUp>): readonly (readonly Splice[])[] {
  const place: Place | null = found.kind === 'found' ? found.place : null
  const [first, ...others] = place?.entry?.mentions ?? []
  if (place?.node.kind !== 'table' || first === undefined) return []
  const { statement, key } = first
  const removed = removedStatements(
    block,
    others.map((mention) => mention.statement),
  )
  if (place.node.home.kind === 'dotted' && statement.type === 'TOMLKeyValue') {
    return [[{ from: key.range[1], to: statement.range[1], insert: ' = {}' }, ...removed]]
  }
  if (place.node.home.kind !== 'implied' || statement.type !== 'TOMLTable') return []
  const name = block.source.slice(statement.key.range[0], key.range[1])
  return [[{ from: statement.range[0], to: statement.range[1], insert: `[${name}]` }, ...removed]]
}

/** Plans to give the key at `path` another name wherever it is written. */
export function planRenameKey(block: TomlBlock, path: FieldPath, key: string): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { entry, table, offset } = found.place
  if (entry === null || table === null)
    return refusedPlan('no-such-field', 'Only a field has a name.', offset)
  if (entry.key === key) return { kind: 'unchanged' }
  const existing = table.entries.get(key)
  if (existing !== undefined) return thereAlready(key, existing.mentions[0]?.key.range[0] ?? offset)
  const impossible = unwritableKey(key, offset)
  if (impossible !== null) return impossible
  const splices = entry.mentions.map((mention) => ({
    from: mention.key.range[0],
    to: mention.key.range[1],
    insert: sourceOfKey(key),
  }))
  const rewrites = [rewriteBy(block.source, splices)]
  return { kind: 'plan', rewrites, edit: { kind: 'rename-key', path, key }, offset }
}

function thereAlready(key: string, offset: number): Plan {
  return refusedPlan('duplicate-key', `\`${key}\` is there already. Change its value instead.`, offset)
}
