import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import type { AddedValue, NewValue } from '../front-matter'
import { viewOfText } from '../view-tree'
import { keyText, type YamlBlock } from './block'
import { textOfScalar } from './block-scalar'
import { isEmptyNode, meansText } from './lookup'
import { expectedIn } from './plan'
import { isPlainSafe } from './scalar'
import { sourceOf } from './style'
import { viewNames } from './views'

/** Whether a node already is `value` to every parser, so that its source can stay as it is. */
export function isAlready(block: YamlBlock, node: Node | null, value: AddedValue): boolean {
  if (isEmptyNode(node)) return value.kind === 'plain' && value.source === ''
  switch (value.kind) {
    case 'list':
      if (!isSeq(node) || node.items.length !== value.items.length) return false
      return value.items.every((item, index) => isAlready(block, node.items[index] as Node, item))
    case 'map':
      if (!isMap(node) || meansText(node) || node.items.length !== value.entries.length) return false
      return value.entries.every(([key, entry], index) => {
        const pair = node.items[index]
        return keyText(block.source, pair?.key) === key && isAlready(block, pair?.value as Node | null, entry)
      })
    default:
      return isAlreadyScalar(block, node, value)
  }
}

function isAlreadyScalar(block: YamlBlock, node: Node | null, value: NewValue): boolean {
  const source = sourceOf(block, node)
  if (value.kind === 'plain') return source === value.source
  if (meansText(node)) return source === value.text
  if (!isScalar(node) || textOfScalar(node) !== value.text) return false
  // a plain `no` or `012` that is to be a text needs quotes, although its characters are the same
  return node.type !== 'PLAIN' || isTextToAll(node)
}

function isTextToAll(node: Scalar): boolean {
  const source = node.source ?? ''
  if (isPlainSafe(source, false)) return true
  return viewNames.every((name) => expectedIn(name, { kind: 'plain', source }) === viewOfText(source))
}
