import type { AST } from 'toml-eslint-parser'
import type { AddedValue } from '../front-matter'
import type { Splice } from '../language'
import type { TomlBlock } from './block'
import { blankLinesAbove, lineStart, nextLine, startOfComments } from './lines'
import { formsOf, gapAfter, type Manner, sourceOfKey } from './manner'

/** A value with keys of its own. */
export type AddedMap = Extract<AddedValue, { kind: 'map' }>

/** A map as lines of `key = value`, each written as the line of that key in `model` is. */
export function keyLines(block: TomlBlock, value: AddedMap, model: AST.TOMLTable, manner: Manner): string {
  const { source } = block
  const first = model.body[0] ?? model
  const indent = source.slice(lineStart(source, first.range[0]), first.range[0])
  const gap = gapAfter(source, model.body.at(-1)) ?? ' = '
  const lines = value.entries.map(([key, entry]) => {
    const name = sourceOfKey(key)
    const line = model.body.find((candidate) => source.slice(...candidate.key.range) === name)
    const ownGap = line === undefined ? gap : source.slice(line.key.range[1], line.value.range[0])
    return `${indent}${name}${ownGap}${formsOf(block, entry, manner, line?.value ?? null)[0]}${manner.lineBreak}`
  })
  return lines.join('')
}

/** `heading` and the lines of `value` below the line that `after` is on, as far from it as `model` is from what stands above it. */
export function newTable(
  block: TomlBlock,
  after: number,
  heading: string,
  value: AddedMap,
  model: AST.TOMLTable,
  manner: Manner,
): Splice {
  const { source } = block
  const { lineBreak } = manner
  const modelStart = lineStart(source, model.range[0])
  const indent = source.slice(modelStart, model.range[0])
  const blankLines = lineBreak.repeat(blankLinesAbove(source, startOfComments(source, modelStart)))
  const at = nextLine(source, after)
  const begin = at > 0 && source[at - 1] !== '\n' ? lineBreak : ''
  const lines = keyLines(block, value, model, manner)
  return { from: at, to: at, insert: `${begin}${blankLines}${indent}${heading}${lineBreak}${lines}` }
}

/** A heading as the file writes it, without the comment behind it. */
export function headingSource(source: string, heading: AST.TOMLTable): string {
  const brackets = heading.kind === 'array' ? ']]' : ']'
  const end = source.indexOf(brackets, heading.key.range[1]) + brackets.length
  return source.slice(heading.range[0], end)
}
