import { type Block, blockBase, type Container, container, type Paragraph } from '../block'
import { blankLines, descriptionLine, endOfBlock } from '../patterns'
import type { BlockParser, BlockRule } from './block-parser'
import {
  markerPattern,
  readFirstLine,
  takeFurtherLine,
  takeOwnAttributes,
  withoutIndentation,
} from './list-line'

type Description = { readonly block: Container; text: string; readonly isParagraph: boolean }

/** Takes the paragraph whose lines are the terms off the end of the children, with one blank line behind it. */
function takeTerms(parser: BlockParser): { readonly terms: Paragraph; readonly isApart: boolean } | null {
  const { children, last } = parser
  const before = children.at(-2)
  if (last?.type === 'paragraph') {
    children.pop()
    return { terms: last, isApart: false }
  }
  if (last?.type !== 'blank' || last.lineCount !== 1 || before?.type !== 'paragraph') return null
  children.splice(-2)
  return { terms: before, isApart: true }
}

function takeDescriptions(parser: BlockParser, isApart: boolean): Description[] {
  const { source } = parser
  const descriptions: Description[] = []
  let width = 4
  let pattern = descriptionLine
  let isParagraph = isApart
  let isAfterBlank = false
  while (!source.isAtEnd) {
    const start = source.take(pattern)
    const current = descriptions.at(-1)
    if (start) {
      const first = readFirstLine(start[1]?.length ?? 0, start[2] ?? '')
      width = first.width
      pattern = markerPattern(':', width)
      const block = { ...container('description'), list: first.list }
      descriptions.push({ block, text: first.text, isParagraph })
      isParagraph = false
      isAfterBlank = false
      continue
    }
    if (current === undefined || source.test(endOfBlock)) break
    const blank = source.take(blankLines)
    if (blank) {
      current.text += blank[0]
      isParagraph = true
      isAfterBlank = true
      continue
    }
    const line = takeFurtherLine(source, width, !isAfterBlank)
    if (line === null) break
    current.text += withoutIndentation(line, width) ?? line
    isParagraph = false
    isAfterBlank = false
  }
  return descriptions
}

/** `: description` below its terms. A description after a blank line is a paragraph. */
export const descriptionRule: BlockRule = (parser) => {
  if (parser.isTooDeep || !parser.source.test(descriptionLine)) return false
  const found = takeTerms(parser)
  if (found === null) return false
  const list = container('descriptions')
  parser.give(list)
  list.list ??= found.terms.list
  for (const line of found.terms.text.split('\n')) {
    const term = takeOwnAttributes(line)
    list.children.push({ ...blockBase(), type: 'term', text: term.text, list: term.list })
  }
  let behind: Block | null = null
  for (const { block, text, isParagraph } of takeDescriptions(parser, found.isApart)) {
    list.children.push(block)
    parser.parseInto(block, text)
    const { children } = block
    if (children.length === 0) continue
    behind = children.at(-1)?.type === 'blank' ? (children.pop() ?? null) : null
    const first = children[0]
    if (first?.type !== 'paragraph' || isParagraph) continue
    first.isTransparent = true
    if (children.length > 1) first.text += '\n'
  }
  placeList(parser, list)
  if (behind) parser.children.push(behind)
  return true
}

/** A list right behind another one goes on it. */
function placeList(parser: BlockParser, list: Container): void {
  const { children } = parser
  const before = children.at(-1)?.type === 'blank' ? children.at(-2) : children.at(-1)
  if (before?.type !== 'descriptions') {
    children.push(list)
    return
  }
  if (children.at(-1)?.type === 'blank') children.pop()
  before.children.push(...list.children)
}
