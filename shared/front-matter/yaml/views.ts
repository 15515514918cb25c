import { load } from 'js-yaml'
import jsYaml3 from 'js-yaml3'
import { Document, isAlias, isMap, isPair, isScalar, isSeq, type Scalar, type ScalarTag } from 'yaml'
import { scalarTree, type ViewTree, viewOfText } from '../view-tree'
import { composeYaml, keyText, type YamlBlock, type YamlSchema } from './block'

/** The parsers that generators read front matter with, each with its own idea of what `no` or `012` is. */
export type ViewName = 'failsafe' | 'yaml-1.1' | 'yaml-1.2' | 'js-yaml-3' | 'js-yaml-4'

/** What each view makes of a block; null where that parser does not read it at all. */
export type Views = Readonly<Record<ViewName, ViewTree | null>>

/** All five, in the order of `Views`. */
export const viewNames: readonly ViewName[] = ['failsafe', 'yaml-1.1', 'yaml-1.2', 'js-yaml-3', 'js-yaml-4']

/** Aliases of aliases can describe more nodes than memory holds. */
const maxNodes = 50_000
const maxDepth = 200

const known = new WeakMap<YamlBlock, Views>()

/** Reads the block in five ways. Never throws. */
export function readViews(block: YamlBlock): Views {
  const before = known.get(block)
  if (before !== undefined) return before
  const views = {
    failsafe: viewUnder('failsafe', block),
    'yaml-1.1': viewUnder('yaml-1.1', block),
    'yaml-1.2': rootTree(treeOfNode(block.document.contents, block.source, ownTree)),
    'js-yaml-3': viewOfLoaded(() => jsYaml3.safeLoad(block.source)),
    'js-yaml-4': viewOfLoaded(() => load(block.source)),
  }
  known.set(block, views)
  return views
}

/** What a scalar node is to a schema. Throws where the schema finds a mistake. */
type ScalarReader = (scalar: Scalar) => ViewTree

function viewUnder(schema: Exclude<YamlSchema, 'core'>, block: YamlBlock): ViewTree | null {
  // without tags and directives the schemas differ in what a plain scalar is, and in nothing else
  if (block.hasTags || block.source.includes('%')) return viewOfDocument(schema, block)
  try {
    return rootTree(treeOfNode(block.document.contents, block.source, plainReaders[schema]))
  } catch {
    // this schema takes some value for a mistake: it does not read the block at all
    return null
  }
}

/** The view of a whole new document under `schema`: what `readViews` finds faster where it can. */
export function viewOfDocument(schema: YamlSchema, block: YamlBlock): ViewTree | null {
  const document = composeYaml(block.tokens, block.source, schema)
  if (document === null || document.errors.length > 0) return null
  return rootTree(treeOfNode(document.contents, block.source, ownTree))
}

function ownTree(scalar: Scalar): ViewTree {
  const tree = scalarTree(scalar.value)
  return scalar.tag === undefined || scalar.tag === 'tag:yaml.org,2002:str' ? tree : `${scalar.tag} ${tree}`
}

const scalarTags = new Document(null, { version: '1.1' }).schema.tags.filter(
  (tag): tag is ScalarTag => tag.collection === undefined && tag.default === true,
)

const plainReaders: Readonly<Record<'failsafe' | 'yaml-1.1', ScalarReader>> = {
  failsafe: (scalar) => viewOfText(scalar.type === 'PLAIN' ? (scalar.source ?? '') : String(scalar.value)),
  'yaml-1.1': (scalar) => {
    if (scalar.type !== 'PLAIN') return viewOfText(String(scalar.value))
    const source = scalar.source ?? ''
    const tag = scalarTags.find((candidate) => candidate.test?.test(source))
    if (tag === undefined) return viewOfText(source)
    const value = tag.resolve(source, refuse, { intAsBigInt: true })
    return scalarTree(isScalar(value) ? value.value : value)
  },
}

function refuse(message: string): never {
  throw new SyntaxError(message)
}

function treeOfNode(node: unknown, source: string, read: ScalarReader): ViewTree {
  if (isScalar(node)) return read(node)
  if (node === null || node === undefined) return 'null'
  if (isAlias(node)) return `alias:${node.source}`
  if (isPair(node)) return { entries: [[keyText(source, node.key), treeOfNode(node.value, source, read)]] }
  if (isMap(node)) {
    return {
      entries: node.items.map((pair) => [keyText(source, pair.key), treeOfNode(pair.value, source, read)]),
    }
  }
  if (isSeq(node)) return { items: node.items.map((item) => treeOfNode(item, source, read)) }
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
