import type { AddedValue } from '../front-matter'
import { sameTree } from '../view-tree'
import type { TomlBlock } from './block'
import type { TomlNode } from './document'
import { flowOf } from './flow'
import { formsOf, type Manner } from './manner'
import { expectedIn, treeOfNode } from './views'

type ArrayNode = Extract<TomlNode, { kind: 'array' }>

/** Longer lists are compared with no old one: each new item would be held against each old one. */
const maxItems = 300

/**
 * A list in the form of the one that it replaces: its brackets, and what stands between its items, on one line or on several. An item that is
 * among the old ones keeps its source. null where either list is empty and there is no form to take.
 */
export function arrayLike(
  block: TomlBlock,
  array: ArrayNode,
  values: readonly AddedValue[],
  manner: Manner,
): string | null {
  const { source } = block
  const { items } = flowOf(array.node)
  const [first, second, last] = [items[0], items[1], items.at(-1)]
  if (first === undefined || last === undefined || values.length === 0) return null
  const open = source.slice(array.node.range[0], first.from)
  const close = source.slice(last.to, array.node.range[1])
  const lead = open.slice(1)
  const gap =
    second === undefined ? `,${lead.includes('\n') ? lead : ' '}` : source.slice(first.to, second.from)
  return open + itemSources(block, array, values, manner).join(gap) + close
}

function itemSources(
  block: TomlBlock,
  { node, items }: ArrayNode,
  values: readonly AddedValue[],
  manner: Manner,
): readonly string[] {
  const trees = values.length * items.length > maxItems * maxItems ? [] : items
  const old = trees.map((item) => treeOfNode(block.source, item))
  const model = node.elements.at(-1) ?? null
  return values.map((value) => {
    const expected = expectedIn('source', value)
    const index = expected === null ? -1 : old.findIndex((tree) => sameTree(tree, expected))
    const same = node.elements[index]
    return same === undefined
      ? (formsOf(block, value, manner, model)[0] ?? '')
      : block.source.slice(...same.range)
  })
}
