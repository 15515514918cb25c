import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { Field, FieldPath, FieldValue, Range, Refusal } from '../front-matter'
import type { BlockReading } from '../language'
import { keyText, parseYamlBlock, type YamlBlock } from './block'
import { textOfScalar } from './block-scalar'
import {
  endOfNode,
  isEmptyNode,
  meansText,
  placeOfPair,
  refusalForDuplicate,
  refusalForPlace,
  repeatedKeys,
} from './lookup'

/** Reads the YAML between `range.from` and `range.to` of the whole text. */
export function readYamlFields(text: string, range: Range): BlockReading {
  const parsed = parseYamlBlock(text.slice(range.from, range.to))
  if (parsed.kind === 'unreadable') return { kind: 'mistake', message: parsed.message, offset: parsed.offset }
  const { block } = parsed
  const reader: Reader = { block, base: range.from, aliasesLeft: maxAliases }
  return { kind: 'fields', fields: block.root === null ? [] : fieldsOf(reader, block.root, [], null) }
}

type Reader = { readonly block: YamlBlock; readonly base: number; aliasesLeft: number }

/** Aliases of aliases can describe more values than memory holds; the rest of them is shown by name. */
const maxAliases = 100

function fieldsOf(
  reader: Reader,
  map: YAMLMap,
  path: FieldPath,
  inherited: Refusal | null,
): readonly Field[] {
  const repeated = repeatedKeys(reader.block, map)
  return map.items.map((pair) => {
    const duplicate = refusalForDuplicate(repeated, keyText(reader.block.source, pair.key))
    return fieldOf(reader, map, pair, path, inherited ?? shift(duplicate, reader.base))
  })
}

function fieldOf(
  reader: Reader,
  map: YAMLMap,
  pair: Pair,
  path: FieldPath,
  inherited: Refusal | null,
): Field {
  const { block, base } = reader
  const key = keyText(block.source, pair.key)
  const place = placeOfPair(map, pair, map.flow === true)
  const refusal = inherited ?? shift(refusalForPlace(block, place), base)
  const fieldPath = [...path, key]
  return {
    key,
    path: fieldPath,
    value: fieldValueOf(reader, place.node, fieldPath, refusal),
    keyRange: rangeOf(pair.key as Node | null, base),
    valueRange: isEmptyNode(place.node)
      ? emptyRange(base + (place.introducedAt ?? endOfKey(pair)))
      : rangeOf(place.node, base),
    refusal,
  }
}

function fieldValueOf(
  reader: Reader,
  node: Node | null,
  path: FieldPath,
  refusal: Refusal | null,
): FieldValue {
  if (isEmptyNode(node)) return { kind: 'plain', type: 'null', source: '' }
  if (isAlias(node)) return valueOfAlias(reader, node, path, refusal)
  if (isScalar(node)) return valueOfScalar(node)
  if (meansText(node)) return { kind: 'text', text: sourceOf(reader.block, node) }
  if (isSeq(node)) {
    const items = node.items.map((item, index) =>
      fieldValueOf(reader, item as Node, [...path, index], refusal),
    )
    return { kind: 'list', items }
  }
  if (isMap(node)) return { kind: 'map', entries: fieldsOf(reader, node, path, refusal) }
  return { kind: 'text', text: sourceOf(reader.block, node) }
}

function valueOfAlias(
  reader: Reader,
  alias: Extract<Node, { source: string }>,
  path: FieldPath,
  refusal: Refusal | null,
): FieldValue {
  reader.aliasesLeft--
  const target = reader.aliasesLeft >= 0 ? reader.block.aliasTargets.get(alias) : undefined
  // an alias inside the value that it repeats would never end
  const isWithin =
    target?.range && alias.range && alias.range[0] < target.range[1] && alias.range[0] >= target.range[0]
  if (target === undefined || isWithin) return { kind: 'text', text: sourceOf(reader.block, alias) }
  return fieldValueOf(reader, target, path, refusal)
}

/** A date as YAML 1.1 writes it, and the looser forms that generators read: `2018-5-1`, `2018-05-01 12:00 +0200`. */
const plainDate =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d*)?)?(?:[ \t]*(?:[Zz]|[-+]\d{1,2}(?::?\d{2})?))?)?$/
const plainYesNo = /^(?:true|false|yes|no|on|off)$/i
const plainNumber =
  /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\.inf|\.nan)$/i
const plainNull = /^(?:null|~)$/i

function valueOfScalar(node: Scalar): FieldValue {
  if (node.type === 'PLAIN' && node.tag === undefined) {
    const source = node.source ?? ''
    if (plainDate.test(source)) return { kind: 'plain', type: 'date', source }
    if (plainYesNo.test(source)) return { kind: 'plain', type: 'yes-no', source }
    if (plainNumber.test(source)) return { kind: 'plain', type: 'number', source }
    if (plainNull.test(source)) return { kind: 'plain', type: 'null', source }
  }
  return { kind: 'text', text: textOfScalar(node) ?? node.source ?? '' }
}

function sourceOf(block: YamlBlock, node: Node | null): string {
  return node?.range ? block.source.slice(node.range[0], node.range[1]) : ''
}

function rangeOf(node: Node | null, base: number): Range {
  if (!node?.range) return emptyRange(base)
  return { from: base + node.range[0], to: base + endOfNode(node) }
}

function emptyRange(at: number): Range {
  return { from: at, to: at }
}

function endOfKey(pair: Pair): number {
  return (pair.key as Node | null)?.range?.[1] ?? 0
}

function shift(refusal: Refusal | null, base: number): Refusal | null {
  return refusal === null ? null : { ...refusal, offset: refusal.offset + base }
}
