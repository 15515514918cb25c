import type { Node } from 'jsonc-parser'
import type { Field, FieldPath, FieldValue, Refusal } from '../front-matter'
import type { BlockReading, FoundBlock } from '../language'
import { type JsonBlock, parseJsonBlock } from './block'
import { childrenOf, duplicateRefusal, endOf, keyText, partsOf, repeatedKeys } from './nodes'

/** The fields of a JSON block with their places in the whole text. */
export function readJsonFields(text: string, located: FoundBlock): BlockReading {
  const parsed = parseJsonBlock(text.slice(located.block.from, located.block.to), located.dialect)
  if (parsed.kind === 'mistake') return parsed
  const { block } = parsed
  const base = located.block.from - block.shift
  return { kind: 'fields', fields: fieldsOf(block, block.root, [], base, null) }
}

function fieldsOf(
  block: JsonBlock,
  object: Node,
  path: FieldPath,
  base: number,
  inherited: Refusal | null,
): readonly Field[] {
  const repeated = repeatedKeys(object)
  return childrenOf(object).map((property) => {
    const key = keyText(property)
    const parts = partsOf(property)
    const second = repeated.get(key)
    const refusal = inherited ?? (second === undefined ? null : atBase(duplicateRefusal(key, second), base))
    return {
      key,
      path: [...path, key],
      value: fieldValueOf(block, parts.value, [...path, key], base, refusal),
      keyRange: { from: base + parts.key.offset, to: base + endOf(parts.key) },
      valueRange: { from: base + parts.value.offset, to: base + endOf(parts.value) },
      refusal,
    }
  })
}

function fieldValueOf(
  block: JsonBlock,
  node: Node,
  path: FieldPath,
  base: number,
  refusal: Refusal | null,
): FieldValue {
  const source = block.source.slice(node.offset, endOf(node))
  switch (node.type) {
    case 'object':
      return { kind: 'map', entries: fieldsOf(block, node, path, base, refusal) }
    case 'array': {
      const items = childrenOf(node).map((item, index) => {
        return fieldValueOf(block, item, [...path, index], base, refusal)
      })
      return { kind: 'list', items }
    }
    case 'number':
      return { kind: 'plain', type: 'number', source }
    case 'boolean':
      return { kind: 'plain', type: 'yes-no', source }
    case 'null':
      return { kind: 'plain', type: 'null', source }
    default:
      return { kind: 'text', text: String(node.value) }
  }
}

function atBase(refusal: Refusal, base: number): Refusal {
  return { ...refusal, offset: refusal.offset + base }
}
