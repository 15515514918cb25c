import type { Node } from 'jsonc-parser'
import type { AddedValue, FieldEdit, FieldPath, Refusal, WritingHabit } from '../front-matter'
import type { Splice } from '../language'
import { placeOfKey } from '../place-of-key'
import { sameTree } from '../view-tree'
import type { JsonBlock } from './block'
import { inserted, moved, removed } from './children'
import { indentAt, isOnLines, type Layout, layoutOf } from './layout'
import { childrenOf, endOf, keyText, lookUp, partsOf } from './nodes'
import { emptyTree, exactlyExpected, exactTree } from './views'
import { listSource, stringSource, valueSource, whyNoName, whyNotJson } from './write'

/** An edit as the one splice of the block's `source` that makes it, and the offset to point at. */
export type JsonPlan =
  | { readonly kind: 'splice'; readonly splice: Splice; readonly offset: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Plans any edit of a block that has been read. Offsets are into its `source`. */
export function planJsonEdit(block: JsonBlock, edit: FieldEdit, habit: WritingHabit | null): JsonPlan {
  switch (edit.kind) {
    case 'set':
      return planSet(block, edit.path, edit.value)
    case 'clear':
      return planClear(block, edit.path)
    case 'append':
      return planAppend(block, edit.path, edit.value)
    case 'remove-item':
      return withList(block, edit.path, [edit.index], (list) => removed(list, edit.index))
    case 'move-item':
      if (edit.from === edit.to) return { kind: 'unchanged' }
      return withList(block, edit.path, [edit.from, edit.to], (list) =>
        moved(block, list, edit.from, edit.to),
      )
    case 'add-key':
      return planAddKey(block, edit, habit)
    case 'remove-key':
      return planOnKey(block, edit.path, removed)
    case 'rename-key':
      return planRename(block, edit.path, edit.key)
  }
}

function planSet(block: JsonBlock, path: FieldPath, value: AddedValue): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { value: node, holder } = found.place
  const whyNot = whyNotJson(value)
  if (whyNot !== null) return refused('unsupported-value', whyNot, node.offset)
  const isHolder = node.type === 'object' || node.type === 'array'
  if (holder === null || (isHolder && (value.kind === 'text' || value.kind === 'plain'))) {
    const message = 'This value has parts of its own. Change one of its parts.'
    return refused('collection', message, node.offset)
  }
  if (sameTree(exactTree(block, node), exactlyExpected(value))) return { kind: 'unchanged' }
  const old = block.source.slice(node.offset, endOf(node))
  const insert =
    value.kind === 'text'
      ? stringSource(value.text, block, node.type === 'string' ? old : null)
      : valueSource(value, block, layoutLike(block, node), indentFor(block, holder, node.offset))
  return splice(over(node, insert), node.offset)
}

/** The block's layout; a list or object that is replaced, or followed by another item, sets its own. */
function layoutLike(block: JsonBlock, node: Node): Layout {
  const layout = layoutOf(block)
  if (childrenOf(node).length === 0 || (node.type !== 'array' && node.type !== 'object')) return layout
  return { ...layout, hasLines: { ...layout.hasLines, [node.type]: isOnLines(block, node) } }
}

function planClear(block: JsonBlock, path: FieldPath): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { value: node } = found.place
  const tree = exactTree(block, node)
  if (sameTree(tree, emptyTree(tree))) return { kind: 'unchanged' }
  const isRoot = found.place.holder === null
  if (isRoot) return splice({ from: node.offset + 1, to: endOf(node) - 1, insert: '' }, node.offset)
  return splice(over(node, node.type === 'array' ? '[]' : node.type === 'object' ? '{}' : '""'), node.offset)
}

function planAppend(block: JsonBlock, path: FieldPath, item: AddedValue): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { value: node, holder } = found.place
  const whyNot = whyNotJson(item)
  if (whyNot !== null) return refused('unsupported-value', whyNot, node.offset)
  if (node.type === 'object') return notAList(path, node)
  const layout = layoutOf(block)
  if (node.type === 'array') {
    const items = childrenOf(node)
    const last = items.at(-1)
    const indent = indentFor(block, last === undefined ? null : node, items[0]?.offset ?? node.offset)
    const source = valueSource(item, block, last === undefined ? layout : layoutLike(block, last), indent)
    return splice(inserted(block, layout, node, items.length, source), node.offset)
  }
  const tree = exactTree(block, node)
  const isEmpty = sameTree(tree, emptyTree(tree))
  // a value that is there keeps its characters and becomes the first item
  const first = isEmpty ? [] : [block.source.slice(node.offset, endOf(node))]
  const insert = listSource(layout, indentFor(block, holder, node.offset), (indent) => {
    return [...first, valueSource(item, block, layout, indent)]
  })
  return splice(over(node, insert), node.offset)
}

function planAddKey(
  block: JsonBlock,
  { path, key, value }: Extract<FieldEdit, { kind: 'add-key' }>,
  habit: WritingHabit | null,
): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { value: object } = found.place
  if (object.type !== 'object') {
    const message = `\`${path.join('.')}\` has no keys of its own.`
    return refused('no-such-field', message, object.offset)
  }
  const whyNot = whyNoName(key) ?? whyNotJson(value)
  if (whyNot !== null) return refused('unsupported-value', whyNot, object.offset)
  const taken = alreadyThere(object, key)
  if (taken !== null) return taken
  const layout = layoutOf(block)
  const children = childrenOf(object)
  const at = placeOfKey(children.map(keyText), key, habit?.order ?? [])
  const indent = indentFor(block, object, children[0]?.offset ?? object.offset)
  const source = `${stringSource(key, block)}${layout.colon}${valueSource(value, block, layout, indent)}`
  return splice(inserted(block, layout, object, at, source), (children[at] ?? object).offset)
}

function planRename(block: JsonBlock, path: FieldPath, key: string): JsonPlan {
  const whyNot = whyNoName(key)
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { holder, value } = found.place
  if (whyNot !== null) return refused('unsupported-value', whyNot, value.offset)
  if (path.at(-1) === key) return { kind: 'unchanged' }
  const taken = holder?.type === 'object' ? alreadyThere(holder, key) : null
  if (taken !== null) return taken
  return planOnKey(block, path, (object, index) => {
    const node = partsOf(childrenOf(object)[index] as Node).key
    const old = block.source.slice(node.offset, endOf(node))
    return over(node, stringSource(key, block, old))
  })
}

function alreadyThere(object: Node, key: string): JsonPlan | null {
  const there = childrenOf(object).find((property) => keyText(property) === key)
  if (there === undefined) return null
  const message = `\`${key}\` is there already. Change its value instead.`
  return refused('duplicate-key', message, there.offset)
}

function planOnKey(
  block: JsonBlock,
  path: FieldPath,
  make: (object: Node, index: number) => Splice,
): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { holder, index, value } = found.place
  if (holder?.type !== 'object') {
    return refused('no-such-field', 'This is an item of a list and has no key.', value.offset)
  }
  return splice(make(holder, index), childrenOf(holder)[index]?.offset ?? 0)
}

function withList(
  block: JsonBlock,
  path: FieldPath,
  indices: readonly number[],
  make: (list: Node) => Splice,
): JsonPlan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { value: list } = found.place
  if (list.type !== 'array') return notAList(path, list)
  if (indices.some((index) => childrenOf(list)[index] === undefined)) {
    return refused('no-such-field', 'The list has no item at that place.', list.offset)
  }
  return splice(make(list), list.offset)
}

/** The indentation that lines of a value beginning at `offset` in `holder` start from; null where all stands on one line. */
function indentFor(block: JsonBlock, holder: Node | null, offset: number): string | null {
  if (holder === null || !isOnLines(block, holder)) return null
  return indentAt(block, offset)
}

function notAList(path: FieldPath, node: Node): JsonPlan {
  return refused('not-a-list', `\`${path.join('.')}\` is not a list.`, node.offset)
}

function over(node: Node, insert: string): Splice {
  return { from: node.offset, to: endOf(node), insert }
}

function splice(made: Splice, offset: number): JsonPlan {
  return { kind: 'splice', splice: made, offset }
}

function refused(reason: Refusal['reason'], message: string, offset: number): JsonPlan {
  return { kind: 'refused', refusal: { reason, message, offset } }
}
