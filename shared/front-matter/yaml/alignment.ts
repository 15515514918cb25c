import { isCollection, isScalar, type Node, type Pair, type YAMLMap } from 'yaml'
import type { YamlBlock } from './block'
import { isBlockScalar } from './block-scalar'
import { isEmptyNode } from './lookup'

/** A key with a value on its line: their distance to the colon between them. */
type KeyLine = { readonly length: number; readonly before: string; readonly after: string }

/**
 * The colon behind a new key of `map`, with the white space around it. As one space is what nearly everyone writes, another form is taken
 * only from lines that all agree: all have the same white space, or their values (or colons) stand in one column.
 */
export function colonFor(block: YamlBlock, map: YAMLMap | null, key: string): string {
  const lines = map === null || map.flow === true ? [] : map.items.flatMap((pair) => keyLineOf(block, pair))
  const [first] = lines
  if (first === undefined || lines.length < 2) return ': '
  if (lines.every(({ before, after }) => before === first.before && after === first.after)) {
    return `${first.before}:${first.after}`
  }
  return alignedColon(lines, key.length) ?? ': '
}

function keyLineOf({ source }: YamlBlock, { key, value }: Pair): readonly KeyLine[] {
  const [node, held] = [key as Node | null, value as Node | null]
  const isOnLine = (isScalar(held) && !isBlockScalar(held)) || (isCollection(held) && held.flow === true)
  if (!node?.range || !held?.range || isEmptyNode(held) || !isOnLine) return []
  const [, before, after] = /^([ \t]*):([ \t]+)$/.exec(source.slice(node.range[1], held.range[0])) ?? []
  if (before === undefined || after === undefined) return []
  return [{ length: node.range[1] - node.range[0], before, after }]
}

function alignedColon(lines: readonly KeyLine[], length: number): string | null {
  if (lines.some(({ before, after }) => /\t/.test(before + after))) return null
  const before = paddingTo(
    lines.map((line) => ({ length: line.length, padding: line.before.length, least: 0 })),
    length,
  )
  const after = paddingTo(
    lines.map((line) => ({ length: line.length, padding: line.after.length, least: 1 })),
    length,
  )
  if (before !== null && lines.every((line) => line.after === lines[0]?.after)) {
    return `${before}:${lines[0]?.after}`
  }
  return after !== null && lines.every((line) => line.before === '') ? `:${after}` : null
}

/** The spaces that bring a key of this length to the column of the others; null when those share none. A key that reaches it gets the least. */
function paddingTo(
  keys: readonly { readonly length: number; readonly padding: number; readonly least: number }[],
  length: number,
): string | null {
  const padded = keys.find(({ padding, least }) => padding > least)
  if (padded === undefined) return null
  const column = padded.length + padded.padding
  const isAligned = keys.every(
    ({ length: own, padding, least }) =>
      own + padding === column || (padding === least && own + least > column),
  )
  const inColumn = keys.filter((key) => key.length + key.padding === column).length
  if (!isAligned || inColumn < 2) return null
  return ' '.repeat(Math.max(padded.least, column - length))
}
