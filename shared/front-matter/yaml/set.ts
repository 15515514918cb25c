import { isCollection, isScalar, type Node, type Scalar } from 'yaml'
import type { AddedValue, FieldPath, NewValue } from '../front-matter'
import type { Splice } from '../language'
import { lineBreakNear, type YamlBlock } from './block'
import { blockScalarSource, blockTextToBe, isBlockScalar, textOfScalar } from './block-scalar'
import { isEmptyNode, lookUp, meansText, type Place } from './lookup'
import { type Plan, quoteContext, refusedPlan, unwritable, type WritePlan } from './plan'
import { doubleQuoted, type QuoteStyle, quotedForms } from './scalar'

/** Plans to give the value at `path` a new one, in the style that it is written in. */
export function planSet(block: YamlBlock, path: FieldPath, value: AddedValue): Plan {
  if (value.kind === 'list' || value.kind === 'map') {
    return refusedPlan('collection', 'This value has parts of its own. Change one of its parts.', 0)
  }
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const impossible = unwritable(value, place.offset)
  if (impossible !== null) return impossible
  if (isCollection(place.node) && !meansText(place.node)) {
    return refusedPlan(
      'collection',
      'This value has parts of its own. Change one of its parts.',
      place.offset,
    )
  }
  if (isAlready(block, place, value)) return { kind: 'unchanged' }
  const plan = (splices: readonly Splice[], expected = value): WritePlan => ({
    kind: 'plan',
    splices,
    edit: { kind: 'set', path, value: expected },
    offset: place.offset,
  })
  if (isEmptyNode(place.node)) return plan(intoEmpty(block, place, value))
  const node = place.node as Node
  if (isBlockScalar(node)) {
    if (value.kind === 'plain') return plan(overBlockScalar(block, node, value.source))
    const text = blockTextToBe(value.text, String(node.value))
    const otherwise = plan(overBlockScalar(block, node, doubleQuoted(value.text)))
    return { ...plan(intoBlockScalar(block, node, text), { kind: 'text', text }), otherwise }
  }
  if (value.kind === 'plain' && value.source === '') return plan(cleared(place, node))
  return plan(formsOf(block, place, value).map((insert) => over(node, insert)))
}

function isAlready(block: YamlBlock, place: Place, value: NewValue): boolean {
  const { node } = place
  if (isEmptyNode(node)) return value.kind === 'plain' && value.source === ''
  const range = node?.range
  if (!range) return false
  const source = block.source.slice(range[0], range[1])
  if (value.kind === 'plain') return source === value.source
  if (meansText(node)) return source === value.text
  // a plain `no` or `012` that is to be a text needs quotes, although its characters are the same
  const isText = isScalar(node) && (node.type !== 'PLAIN' || formsOf(block, place, value)[0] === source)
  return isText && textOfScalar(node) === value.text
}

function formsOf(block: YamlBlock, place: Place, value: NewValue): readonly string[] {
  if (value.kind === 'plain') return [value.source]
  return quotedForms(value.text, quoteStyleOf(place.node), quoteContext(block, place.inFlow))
}

/** How a node is quoted; anything that is no scalar counts as plain. */
export function quoteStyleOf(node: Node | null): QuoteStyle {
  if (!isScalar(node)) return 'plain'
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  return node.type === 'QUOTE_SINGLE' ? 'single' : 'plain'
}

function over(node: Node, insert: string): Splice {
  return { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0, insert }
}

function intoEmpty(block: YamlBlock, place: Place, value: NewValue): readonly Splice[] {
  const at = place.introducedAt
  if (at === null) return []
  const spaces = /^[ \t]+(?=\r?\n|$)/.exec(block.source.slice(at))?.[0] ?? ''
  return formsOf(block, place, value).map((form) => ({
    from: at,
    to: at + spaces.length,
    insert: ` ${form}`,
  }))
}

function cleared(place: Place, node: Node): readonly Splice[] {
  const to = node.range?.[1] ?? 0
  const from = place.introducedAt ?? to
  // within braces `a:}` is a key named `a:` to some parsers
  return ['', ' '].map((insert) => ({ from, to, insert }))
}

function intoBlockScalar(block: YamlBlock, node: Scalar, text: string): readonly Splice[] {
  const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
  const source = block.source.slice(from, to)
  const kept = blockScalarSource(node, source, text, lineBreakNear(block.source, to))
  return kept === null ? [] : [over(node, kept)]
}

/** A block scalar's source ends with its line break, and so must what replaces it. */
function overBlockScalar(block: YamlBlock, node: Scalar, insert: string): readonly Splice[] {
  const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
  const lineBreak = /\r?\n$/.exec(block.source.slice(from, to))?.[0] ?? ''
  return [over(node, insert + lineBreak)]
}
