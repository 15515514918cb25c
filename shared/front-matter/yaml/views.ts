import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'
import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import { scalarTree, type ViewTree } from '../view-tree'
import { composeYaml, keyText, type YamlBlock } from './block'

/** The parsers that generators read front matter with, each with its own idea of what `no` or `012` is. */
export type ViewName = 'failsafe' | 'yaml-1.1' | 'yaml-1.2' | 'js-yaml-3' | 'js-yaml-4'

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

/** A block without keys reads as null or as nothing; to an edit it is a map without entries. */
function rootTree(tree: ViewTree): ViewTree {
  return tree === 'null' || tree === 'string:' ? { entries: [] } : tree
}
