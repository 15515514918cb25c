import type { Node } from 'jsonc-parser'
import type { AddedValue, FieldEdit } from '../front-matter'
import type { Objection } from '../language'
import { treeAfter } from '../view-edit'
import { sameTree, scalarTree, type ViewTree, viewOfText } from '../view-tree'
import type { JsonBlock } from './block'
import { childrenOf, endOf, keyText, partsOf } from './nodes'

/** A block as two parsers read it: one that keeps every digit and duplicate key, and the engine's own. */
export type JsonViews = { readonly exact: ViewTree; readonly native: ViewTree }

/** Both views of a block. */
export function readViews(block: JsonBlock): JsonViews {
  return { exact: exactTree(block, block.root), native: nativeTree(JSON.parse(block.source)) }
}

/** One value as the exact view has it. */
export function exactTree(block: JsonBlock, node: Node): ViewTree {
  switch (node.type) {
    case 'object':
      return {
        entries: childrenOf(node).map((property) => [
          keyText(property),
          exactTree(block, partsOf(property).value),
        ]),
      }
    case 'array':
      return { items: childrenOf(node).map((item) => exactTree(block, item)) }
    case 'number':
      return `number:${block.source.slice(node.offset, endOf(node))}`
    default:
      return scalarTree(node.value)
  }
}

/** What the exact view should read for `value`. */
export function exactlyExpected(value: AddedValue): ViewTree {
  return expected(value, (source) => {
    return /^[-\d]/.test(source) ? `number:${source}` : nativeTree(JSON.parse(source))
  })
}

/** What stands in the way of a change from one block to another; see `Attempt`. */
export function objectionTo(before: JsonViews, after: JsonViews, edit: FieldEdit): Objection {
  const exact = treeAfter(before.exact, edit, exactlyExpected, emptyTree)
  const native = treeAfter(before.native, edit, nativelyExpected, emptyTree)
  const isMeant =
    exact !== null && native !== null && sameTree(exact, after.exact) && sameTree(native, after.native)
  return isMeant ? null : 'another-value-changes'
}

/** JSON's empty value in the place of `old`: none of another kind, so that what reads the post finds what it expects. */
export function emptyTree(old: ViewTree): ViewTree {
  if (typeof old === 'string') return old === 'null' ? old : viewOfText('')
  return 'items' in old ? { items: [] } : { entries: [] }
}

function nativelyExpected(value: AddedValue): ViewTree {
  return expected(value, (source) => nativeTree(JSON.parse(source)))
}

function expected(value: AddedValue, plain: (source: string) => ViewTree): ViewTree {
  switch (value.kind) {
    case 'text':
      return viewOfText(value.text)
    case 'plain':
      return plain(value.source)
    case 'list':
      return { items: value.items.map((item) => expected(item, plain)) }
    case 'map':
      return { entries: value.entries.map(([key, entry]) => [key, expected(entry, plain)]) }
  }
}

function nativeTree(value: unknown): ViewTree {
  if (Array.isArray(value)) return { items: value.map(nativeTree) }
  if (typeof value !== 'object' || value === null) return scalarTree(value)
  return { entries: Object.entries(value).map(([key, entry]) => [key, nativeTree(entry)]) }
}
