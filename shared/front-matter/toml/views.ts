import { TomlDate, type TomlValue } from 'smol-toml'
import type { AddedValue } from '../front-matter'
import { scalarTree, type ViewTree, viewOfText } from '../view-tree'
import { parseTomlOnce, type TomlBlock } from './block'
import type { TomlNode } from './document'

/** The two parsers whose readings must both be as meant: the one that edits go by, and one that shares no code with it. */
export type ViewName = 'source' | 'values'

/** Both, in no particular order. */
export const viewNames: readonly ViewName[] = ['source', 'values']

/** What a parser makes of a block. In `source`, whatever is no text counts as it is written, so that `1.0` and `1` differ. */
export function viewOf(name: ViewName, block: TomlBlock): ViewTree {
  return name === 'source' ? treeOfNode(block.source, block.root) : treeOfValue(block.values)
}

/** What a parser should read for `value`; null when TOML has no such value. */
export function expectedIn(name: ViewName, value: AddedValue): ViewTree | null {
  switch (value.kind) {
    case 'text':
      return viewOfText(value.text)
    case 'plain':
      return plainViews(value.source)?.[name] ?? null
    case 'list': {
      const items = value.items.map((item) => expectedIn(name, item))
      return items.every((item) => item !== null) ? { items } : null
    }
    case 'map': {
      const entries = value.entries.map(([key, entry]) => [key, expectedIn(name, entry)] as const)
      return entries.every((entry): entry is readonly [string, ViewTree] => entry[1] !== null)
        ? { entries }
        : null
    }
  }
}

/** Whether TOML reads `source` as one value that is no text, list or table, and that every parser can hold. */
export function isPlainSource(source: string): boolean {
  return plainViews(source) !== null
}

const widestInteger = 2n ** 63n

function plainViews(source: string): Readonly<Record<ViewName, ViewTree>> | null {
  const parsed = parseTomlOnce(`key = ${source}\n`)
  if (parsed.kind === 'unreadable') return null
  const value = parsed.block.root.entries.get('key')?.value
  if (value?.kind !== 'scalar' || value.node.kind === 'string') return null
  const { node } = value
  if (parsed.block.source.slice(...node.range) !== source) return null
  if (node.kind === 'integer' && (node.bigint >= widestInteger || node.bigint < -widestInteger)) return null
  // readers that go by a calendar know no year 0
  if (node.kind !== 'integer' && node.kind !== 'float' && source.startsWith('0000-')) return null
  return { source: treeOfNode(parsed.block.source, value), values: treeOfValue(parsed.block.values.key) }
}

export function treeOfNode(source: string, node: TomlNode): ViewTree {
  switch (node.kind) {
    case 'scalar':
      return node.node.kind === 'string'
        ? viewOfText(node.node.value)
        : `${node.node.kind}:${source.slice(...node.node.range)}`
    case 'array':
    case 'table-list':
      return { items: node.items.map((item) => treeOfNode(source, item)) }
    case 'table':
      return { entries: [...node.entries.values()].map(({ key, value }) => [key, treeOfNode(source, value)]) }
  }
}

function treeOfValue(value: TomlValue | undefined): ViewTree {
  if (value instanceof TomlDate) return `date:${value.toISOString()}`
  if (Array.isArray(value)) return { items: value.map(treeOfValue) }
  if (typeof value === 'object') {
    return { entries: Object.entries(value).map(([key, item]) => [key, treeOfValue(item)]) }
  }
  return scalarTree(value)
}
