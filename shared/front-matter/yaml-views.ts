import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'
import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import { composeYaml, keyText, type YamlBlock } from './yaml-block'

/** The parsers that generators read front matter with, each with its own idea of what `no` or `012` is. */
export type ViewName = 'failsafe' | 'yaml-1.1' | 'yaml-1.2' | 'js-yaml-3' | 'js-yaml-4'

/** A value as one view reads it, made comparable: a scalar is `type:value`; a map's entries are in no particular order. */
export type ViewTree = string | ViewList | ViewMap
/** See `ViewTree`. */
export type ViewList = { readonly items: readonly ViewTree[] }
/** See `ViewTree`. Duplicate keys stay apart where the parser keeps them apart. */
export type ViewMap = { readonly entries: readonly (readonly [key: string, value: ViewTree])[] }

/** What each view makes of a block; null where that parser does not read it at all. */
export type Views = Readonly<Record<ViewName, ViewTree | null>>

/** All five, in the order of `Views`. */
export const viewNames: readonly ViewName[] = ['failsafe', 'yaml-1.1', 'yaml-1.2', 'js-yaml-3', 'js-yaml-4']

/** Aliases of aliases can describe more nodes than memory holds. */
const maxNodes = 50_000
const maxDepth = 200

/** Reads the block in five ways. Never throws. */
export function readViews(block: YamlBlock): Views {
  return {
    failsafe: viewOfDocument(composeYaml(block.tokens, block.source, 'failsafe'), block.source),
    'yaml-1.1': viewOfDocument(composeYaml(block.tokens, block.source, 'yaml-1.1'), block.source),
    'yaml-1.2': viewOfDocument(block.document, block.source),
    'js-yaml-3': viewOfLoaded(() => jsYaml3.safeLoad(block.source)),
    'js-yaml-4': viewOfLoaded(() => load(block.source)),
  }
}

/** What every view should make of a text: that very string. */
export function viewOfText(text: string): ViewTree {
  return `string:${text}`
}

/** Two trees alike, whatever the order of their maps' entries. */
export function sameTree(one: ViewTree, other: ViewTree): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if ('items' in one) {
    if (!('items' in other) || one.items.length !== other.items.length) return false
    return one.items.every((item, index) => sameTree(item, other.items[index] as ViewTree))
  }
  if (!('entries' in other) || one.entries.length !== other.entries.length) return false
  const sorted = sortedEntries(other)
  return sortedEntries(one).every(([key, value], index) => {
    const [otherKey, otherValue] = sorted[index] as (typeof sorted)[number]
    return key === otherKey && sameTree(value, otherValue)
  })
}

function sortedEntries(map: ViewMap): ViewMap['entries'] {
  // the sort is stable, so duplicates stay in their order
  return map.entries.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

function viewOfDocument(document: Document.Parsed | null, source: string): ViewTree | null {
  if (document === null || document.errors.length > 0) return null
  return rootTree(treeOfNode(document.contents, source))
}

function treeOfNode(node: unknown, source: string): ViewTree {
  if (node === null || node === undefined) return 'null'
  if (isAlias(node)) return `alias:${node.source}`
  if (isScalar(node))
    return node.tag === undefined || node.tag === 'tag:yaml.org,2002:str'
      ? scalarTree(node.value)
      : `${node.tag} ${scalarTree(node.value)}`
  if (isPair(node)) return { entries: [[keyText(source, node.key), treeOfNode(node.value, source)]] }
  if (isMap(node)) {
    return { entries: node.items.map((pair) => [keyText(source, pair.key), treeOfNode(pair.value, source)]) }
  }
  if (isSeq(node)) return { items: node.items.map((item) => treeOfNode(item, source)) }
  return `other:${String(node)}`
}

function viewOfLoaded(read: () => unknown): ViewTree | null {
  try {
    return rootTree(treeOfValue(read(), { nodes: 0 }, 0))
  } catch {
    // the parser does not read this block: there is nothing that an edit could change in its eyes
    return null
  }
}

function treeOfValue(value: unknown, budget: { nodes: number }, depth: number): ViewTree {
  budget.nodes++
  if (budget.nodes > maxNodes || depth > maxDepth) throw new RangeError('too large to compare')
  if (Array.isArray(value)) return { items: value.map((item) => treeOfValue(item, budget, depth + 1)) }
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return {
      entries: Object.entries(value).map(([key, item]) => [key, treeOfValue(item, budget, depth + 1)]),
    }
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date || value instanceof Uint8Array)
  ) {
    // a `__proto__` key makes such an object of a map: its content cannot be compared
    throw new TypeError('not a plain value')
  }
  return scalarTree(value)
}

function scalarTree(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `date:${value.getTime()}`
  if (Object.is(value, -0)) return 'number:-0'
  if (value instanceof Uint8Array) return `bytes:${[...value].join(' ')}`
  return `${typeof value}:${String(value)}`
}

/** A block without keys reads as null or as nothing; to an edit it is a map without entries. */
function rootTree(tree: ViewTree): ViewTree {
  return tree === 'null' || tree === 'string:' ? { entries: [] } : tree
}
