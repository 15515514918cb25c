import type { AST } from 'toml-eslint-parser'
import type { AddedValue } from '../front-matter'
import type { Splice } from '../language'
import type { TomlBlock } from './block'
import { keyName, type TomlTable } from './document'
import { flowOf, insertedInFlow } from './flow'
import { lineStart, nextLine, startOfComments } from './lines'
import type { Place } from './lookup'
import { formsOf, gapAfter, type Manner, sourceOfKey } from './manner'

/** A table that a key is to be written into, and the names before and after which it usually stands. */
export type KeyTarget = {
  readonly table: TomlTable
  readonly place: Place
  readonly order: readonly string[]
}

/** Ways to write `key` with `value` into a table: where its own keys are, and the way they are written. */
export function insertedKey(
  block: TomlBlock,
  target: KeyTarget,
  key: string,
  value: AddedValue,
  manner: Manner,
): readonly (readonly Splice[])[] {
  const siblings = siblingsIn(block, target.table)
  return formsOf(block, value, manner, null).map((form) => {
    const pair = pairSource(block, siblings, key, form)
    if (target.table.home.kind === 'implied') return headingFor(block, target.place, pair, manner)
    const index = indexFor(siblings, key, target.order)
    const flow = flowAround(target.table, siblings)
    if (flow === null) return [lineAt(block, target.table, siblings, index, pair, manner)]
    const at = siblings.keyValues[index]
    const last = siblings.keyValues.at(-1)
    const inFlow =
      at !== undefined ? flow.body.indexOf(at) : last === undefined ? 0 : flow.body.indexOf(last) + 1
    return insertedInFlow(block.source, flowOf(flow), inFlow, pair)
  })
}

/** The lines or pairs in which a table's own keys are written; `depth` is the place of its keys in them. */
type Siblings = { readonly keyValues: readonly AST.TOMLKeyValue[]; readonly depth: number }

function siblingsIn(block: TomlBlock, { home, parts }: TomlTable): Siblings {
  switch (home.kind) {
    case 'root': {
      const statements = block.program.body[0].body
      return { keyValues: statements.filter((statement) => statement.type === 'TOMLKeyValue'), depth: 0 }
    }
    case 'heading':
      return { keyValues: home.heading.body, depth: 0 }
    case 'braces':
      return { keyValues: home.node.body, depth: 0 }
    case 'dotted':
      return { keyValues: parts.filter((part) => part.type === 'TOMLKeyValue'), depth: home.depth }
    case 'implied':
      return { keyValues: [], depth: 0 }
  }
}

function flowAround({ home }: TomlTable, { keyValues }: Siblings): AST.TOMLInlineTable | null {
  if (home.kind === 'braces') return home.node
  const holder = home.kind === 'dotted' ? keyValues[0]?.parent : undefined
  return holder?.type === 'TOMLInlineTable' ? holder : null
}

/** Where in the usual order a key belongs: the index of the sibling that it goes in front of. */
function indexFor({ keyValues, depth }: Siblings, key: string, order: readonly string[]): number {
  const names = keyValues.map((keyValue) => {
    const name = keyValue.key.keys[depth]
    return name === undefined ? '' : keyName(name)
  })
  const at = order.indexOf(key)
  if (at < 0) return names.length
  for (const before of order.slice(0, at).reverse()) {
    const index = names.lastIndexOf(before)
    if (index >= 0) return index + 1
  }
  for (const after of order.slice(at + 1)) {
    const index = names.indexOf(after)
    if (index >= 0) return index
  }
  return names.length
}

function pairSource(block: TomlBlock, siblings: Siblings, key: string, form: string): string {
  const { keyValues, depth } = siblings
  const last = keyValues.at(-1)
  const prefix =
    last === undefined ? '' : block.source.slice(last.key.range[0], last.key.keys[depth]?.range[0])
  const name = `${prefix}${sourceOfKey(key)}`
  const column = alignedColumn(block.source, keyValues)
  const gap = gapAfter(block.source, last ?? firstKeyValue(block)) ?? ' = '
  const isAligned = column !== null && name.length < column
  return isAligned ? `${name.padEnd(column)}${gap.trimStart()}${form}` : `${name}${gap}${form}`
}

function firstKeyValue(block: TomlBlock): AST.TOMLKeyValue | undefined {
  const statements = block.program.body[0].body
  return statements.flatMap((statement) => (statement.type === 'TOMLTable' ? statement.body : [statement]))[0]
}

/** The column of the `=` where at least two lines have it there although their names are not equally long. */
function alignedColumn(source: string, keyValues: readonly AST.TOMLKeyValue[]): number | null {
  const columns = keyValues.map(({ range, key }) => source.indexOf('=', key.range[1]) - range[0])
  const lengths = keyValues.map(({ key }) => key.range[1] - key.range[0])
  const [column] = columns
  const isAligned = new Set(columns).size === 1 && new Set(lengths).size > 1
  return isAligned && column !== undefined ? column : null
}

function lineAt(
  block: TomlBlock,
  table: TomlTable,
  { keyValues }: Siblings,
  index: number,
  pair: string,
  manner: Manner,
): Splice {
  const { source } = block
  const [above, below] = [keyValues[index - 1], keyValues[index]]
  const model = above ?? below ?? (table.home.kind === 'heading' ? table.home.heading : undefined)
  const modelStart = model?.range[0] ?? 0
  const indent = source.slice(lineStart(source, modelStart), modelStart)
  const at =
    above !== undefined
      ? nextLine(source, above.range[1])
      : below !== undefined
        ? startOfComments(source, below.range[0])
        : table.home.kind === 'heading'
          ? nextLine(source, table.home.heading.key.range[1])
          : 0
  return lineSplice(source, at, `${indent.trim() === '' ? indent : ''}${pair}`, manner)
}

/** A line that is put in at the start of a line, or below a last one that has no line break. */
function lineSplice(source: string, at: number, line: string, { lineBreak }: Manner): Splice {
  const isOpen = at > 0 && source[at - 1] !== '\n'
  return { from: at, to: at, insert: isOpen ? `${lineBreak}${line}` : `${line}${lineBreak}` }
}

/** A table that has none gets a heading of its own, above the first of the tables within it. */
function headingFor(block: TomlBlock, place: Place, pair: string, manner: Manner): readonly Splice[] {
  const mention = place.entry?.mentions[0]
  if (mention === undefined) return []
  const { source } = block
  const name = source.slice(mention.statement.key.range[0], mention.key.range[1])
  const at = lineStart(source, mention.statement.range[0])
  const { lineBreak } = manner
  return [{ from: at, to: at, insert: `[${name}]${lineBreak}${pair}${lineBreak}${lineBreak}` }]
}
