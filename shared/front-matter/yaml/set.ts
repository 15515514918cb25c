import { isCollection, type Node, type Scalar } from 'yaml'
import type { AddedValue, FieldPath, NewValue } from '../front-matter'
import type { Splice } from '../language'
import type { YamlBlock } from './block'
import { blockScalarSource, blockTextToBe, isBlockScalar } from './block-scalar'
import { lineBreakNear } from './lines'
import { endOfValue, isEmptyNode, lookUp, meansText, type Place } from './lookup'
import { type Draft, type Plan, refusedPlan, unwritable, type WritePlan } from './plan'
import { commentAtColon, draftsForCollection } from './replace'
import { isAlready } from './same-value'
import { doubleQuoted } from './scalar'
import { refusedForTag } from './tag'
import { scalarSources, type Writing } from './write'

/** Plans to give the value at `path` a new one, in the style that it is written in. */
export function planSet(writing: Writing, path: FieldPath, value: AddedValue): Plan {
  const found = lookUp(writing.block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const impossible = unwritable(value, place.offset)
  if (impossible !== null) return impossible
  if (isAlready(writing.block, place.node, value)) return { kind: 'unchanged' }
  const tagged = value.kind === 'text' ? null : refusedForTag(place)
  if (tagged !== null) return tagged
  if (value.kind === 'list' || value.kind === 'map') {
    return draftsForCollection(writing, place, value, { kind: 'set', path, value })
  }
  if (isCollection(place.node) && !meansText(place.node)) {
    const message = 'This value has parts of its own. Change one of its parts.'
    return refusedPlan('collection', message, place.offset)
  }
  return planScalar(writing, place, path, value)
}

/** Plans to leave the key at `path` without a value. */
export function planClear(writing: Writing, path: FieldPath): Plan {
  const found = lookUp(writing.block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const { node } = place
  if (node === null || isEmptyNode(node)) return { kind: 'unchanged' }
  const tagged = refusedForTag(place)
  if (tagged !== null) return tagged
  if (place.introducedAt === null) {
    const message = 'An item between brackets cannot be empty. Remove it instead.'
    return refusedPlan('unsupported-value', message, place.offset)
  }
  const edit = { kind: 'clear', path } as const
  return { kind: 'plan', drafts: cleared(writing.block, place, node), edit, offset: place.offset }
}

function planScalar(writing: Writing, place: Place, path: FieldPath, value: NewValue): Plan {
  const { block } = writing
  const plan = (drafts: readonly Draft[], expected = value): WritePlan => ({
    kind: 'plan',
    drafts,
    edit: { kind: 'set', path, value: expected },
    offset: place.offset,
  })
  const { node } = place
  if (node === null || isEmptyNode(node)) return plan(intoEmpty(writing, place, value))
  if (isBlockScalar(node)) {
    if (value.kind === 'plain') return plan(overBlockScalar(block, node, value.source))
    const text = blockTextToBe(value.text, String(node.value))
    const otherwise = plan(overBlockScalar(block, node, doubleQuoted(value.text)))
    return { ...plan(intoBlockScalar(block, node, text), { kind: 'text', text }), otherwise }
  }
  if (value.kind === 'plain' && value.source === '') return plan(cleared(block, place, node))
  return plan(scalarSources(value, place.inFlow, writing, node).map((insert) => over(node, insert)))
}

function over(node: Node, insert: string): Splice {
  return { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0, insert }
}

function intoEmpty(writing: Writing, place: Place, value: NewValue): readonly Splice[] {
  const { block } = writing
  const sources = scalarSources(value, place.inFlow, writing, null)
  const at = place.introducedAt
  if (at === null) return sources.map((source) => afterLoneKey(place, source))
  const spaces = /^[ \t]+(?=\r?\n|$)/.exec(block.source.slice(at))?.[0] ?? ''
  return sources.map((source) => ({ from: at, to: at + spaces.length, insert: ` ${source}` }))
}

/** A key between braces may stand alone: `{a, b}`. */
function afterLoneKey(place: Place, source: string): Splice {
  const end = (place.pair?.key as Node | null)?.range?.[1] ?? place.offset
  return { from: end, to: end, insert: `: ${source}` }
}

function cleared(block: YamlBlock, place: Place, node: Node): readonly Splice[] {
  const to = endOfValue(block, node)
  const from = place.introducedAt === null ? to : place.introducedAt + commentAtColon(block, place).length
  // within braces `a:}` is a key named `a:` to some parsers
  return (place.inFlow ? [' '] : ['']).map((insert) => ({ from, to, insert }))
}

function intoBlockScalar(block: YamlBlock, node: Scalar, text: string): readonly Splice[] {
  const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
  const source = block.source.slice(from, to)
  const kept = blockScalarSource(node, source, text, lineBreakNear(block.source, to))
  return kept === null ? [] : [over(node, kept)]
}

function overBlockScalar(block: YamlBlock, node: Scalar, insert: string): readonly Splice[] {
  return [{ from: node.range?.[0] ?? 0, to: endOfValue(block, node), insert }]
}
