import type { AddedValue, FieldEdit, FieldPath, WritingHabit } from '../front-matter'
import type { Splice } from '../language'
import { sameTree } from '../view-tree'
import { arrayLike } from './array-form'
import type { TomlBlock } from './block'
import { nodeInSource, type TomlTable } from './document'
import { insertedKey } from './insert-key'
import { linesOfAll, nextLine, withBlankLines } from './lines'
import { lookUp, type Place } from './lookup'
import { formsOf, gapAfter, type Manner, mannerOf } from './manner'
import { noEmptyValue, type Plan, refusedPlan, unwritable } from './plan'
import { rewriteBy } from './rewrite'
import { type AddedMap, headingSource, keyLines } from './table-lines'
import { expectedIn, treeOfNode } from './views'

/** Plans to give the value at `path` a new one, in the style that it is written in. */
export function planSet(
  block: TomlBlock,
  path: FieldPath,
  value: AddedValue,
  habit: WritingHabit | null,
): Plan {
  return planReplace(block, { kind: 'set', path, value }, path, value, habit)
}

/** Plans to leave the value at `path` empty: `""`, `[]` or `{}`. */
export function planClear(block: TomlBlock, path: FieldPath, habit: WritingHabit | null): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { node, offset } = found.place
  if (node.kind === 'scalar' && node.node.kind !== 'string') {
    return refusedPlan('unsupported-value', noEmptyValue, offset)
  }
  return planReplace(block, { kind: 'clear', path }, path, emptyValues[node.kind], habit)
}

const emptyValues = {
  scalar: { kind: 'text', text: '' },
  array: { kind: 'list', items: [] },
  'table-list': { kind: 'list', items: [] },
  table: { kind: 'map', entries: [] },
} as const

function planReplace(
  block: TomlBlock,
  edit: FieldEdit,
  path: FieldPath,
  value: AddedValue,
  habit: WritingHabit | null,
): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const { node, offset } = place
  const impossible = unwritable(value, offset)
  if (impossible !== null) return impossible
  const isSingle = value.kind === 'text' || value.kind === 'plain'
  // an item that has a heading of its own can be nothing but a table
  const isHeading = node.kind === 'table' && node.home.kind === 'heading' && place.entry === null
  if (path.length === 0 || (node.kind !== 'scalar' && isSingle) || (isHeading && value.kind !== 'map')) {
    return refusedPlan('collection', 'This value has parts of its own. Change one of its parts.', offset)
  }
  const expected = expectedIn('source', value)
  if (expected !== null && sameTree(treeOfNode(block.source, node), expected)) return { kind: 'unchanged' }
  const ways = waysToReplace(block, place, path, value, mannerOf(block, habit))
  return { kind: 'plan', rewrites: ways.map((splices) => rewriteBy(block.source, splices)), edit, offset }
}

function waysToReplace(
  block: TomlBlock,
  place: Place,
  path: FieldPath,
  value: AddedValue,
  manner: Manner,
): readonly (readonly Splice[])[] {
  const { node } = place
  const inSource = nodeInSource(node)
  if (inSource !== null) {
    const [from, to] = inSource.range
    const like =
      node.kind === 'array' && value.kind === 'list' ? arrayLike(block, node, value.items, manner) : null
    const forms = [...(like === null ? [] : [like]), ...formsOf(block, value, manner, inSource)]
    return forms.map((insert) => [{ from, to, insert }])
  }
  if (value.kind === 'map' && node.kind === 'table' && node.home.kind === 'heading') {
    return [newLinesBelowHeading(block, node, value, manner)]
  }
  if (node.kind === 'table' && node.home.kind === 'dotted') return [asOnePair(block, place, value, manner)]
  if (node.kind === 'table-list' && value.kind === 'list' && value.items.length > 0) {
    const maps = value.items.filter((item) => item.kind === 'map')
    if (maps.length === value.items.length) return [newTablesOfList(block, node.items, maps, manner)]
  }
  return asKeyOfHolder(block, place, path, value, manner)
}

/** The heading stays; the lines below it and the tables within it give way to new lines. */
function newLinesBelowHeading(
  block: TomlBlock,
  table: TomlTable,
  value: AddedMap,
  manner: Manner,
): readonly Splice[] {
  if (table.home.kind !== 'heading') return []
  const { source } = block
  const { heading } = table.home
  const from = nextLine(source, heading.range[0] + headingSource(source, heading).length)
  const to = heading.body.length === 0 ? from : nextLine(source, heading.range[1])
  const others = removedStatements(
    block,
    table.parts.filter((part) => part !== heading),
  )
  return [{ from, to, insert: keyLines(block, value, heading, manner) }, ...others]
}

/** Several `table.key = value` become one `table = value`, at the first one's place. */
function asOnePair(block: TomlBlock, place: Place, value: AddedValue, manner: Manner): readonly Splice[] {
  const mention = place.entry?.mentions[0]
  if (mention?.statement.type !== 'TOMLKeyValue') return []
  const { statement, key } = mention
  const others = place.entry?.mentions.map((other) => other.statement).filter((part) => part !== statement)
  const gap = gapAfter(block.source, statement) ?? ' = '
  const insert = `${gap}${formsOf(block, value, manner, null)[0]}`
  return [{ from: key.range[1], to: statement.range[1], insert }, ...removedStatements(block, others ?? [])]
}

function newTablesOfList(
  block: TomlBlock,
  items: readonly TomlTable[],
  values: readonly AddedMap[],
  manner: Manner,
): readonly Splice[] {
  const { source } = block
  const homes = items.flatMap(({ home }) => (home.kind === 'heading' ? [home.heading] : []))
  const [first, ...others] = linesOfAll(
    source,
    items.flatMap(({ parts }) => parts),
  )
  const tables = values.map((value, index) => {
    const model = homes[Math.min(index, homes.length - 1)]
    if (model === undefined) return ''
    return `${headingSource(source, model)}${manner.lineBreak}${keyLines(block, value, model, manner)}`
  })
  if (first === undefined) return []
  return [
    { ...first, insert: tables.join(manner.lineBreak) },
    ...others.map((range) => ({ ...withBlankLines(source, range), insert: '' })),
  ]
}

/** The value's headings go, and its key is written in braces or brackets where the other keys of its holder are. */
function asKeyOfHolder(
  block: TomlBlock,
  place: Place,
  path: FieldPath,
  value: AddedValue,
  manner: Manner,
): readonly (readonly Splice[])[] {
  const holder = lookUp(block, path.slice(0, -1))
  if (place.entry === null || holder.kind === 'refused' || holder.place.node.kind !== 'table') return []
  const target = { table: holder.place.node, place: holder.place, order: [] }
  const parts = place.entry.mentions.map((mention) => mention.statement)
  return insertedKey(block, target, place.entry.key, value, manner).map((inserted) => [
    ...inserted,
    ...removedStatements(block, parts),
  ])
}

/** Takes whole statements out with their lines, and with the blank lines that set a table apart. */
export function removedStatements(
  block: TomlBlock,
  statements: readonly TomlTable['parts'][number][],
): readonly Splice[] {
  const { source } = block
  return linesOfAll(source, statements).map((range) => {
    const isTable = statements.some(
      (part) => part.type === 'TOMLTable' && part.range[0] >= range.from && part.range[1] <= range.to,
    )
    return { ...(isTable ? withBlankLines(source, range) : range), insert: '' }
  })
}
