import { blockBase } from '../block'
import { blankLines, endOfBlock, htmlLine, indentation } from '../patterns'
import type { Source } from '../source'
import type { BlockRule } from './block-parser'
import { isAtAttributes } from './simple'

const indentedLine = /(?:\t| {4})[ \t]*[^\s].*\n/y
const textLine = /[ \t]*[^\s].*\n/y

/** Takes indented lines with the blank ones between them, and lines without indentation right below; '' when there are none. */
export function takeIndented(source: Source): string {
  const start = source.position
  for (;;) {
    const before = source.position
    source.take(blankLines)
    if (!source.take(indentedLine)) {
      source.position = before
      return source.text.slice(start, before)
    }
    while (
      source.test(textLine) &&
      !isAtAttributes(source) &&
      !source.test(endOfBlock) &&
      !source.test(htmlLine)
    ) {
      source.takeLine()
    }
  }
}

/** Text without one level of indentation on every line that has it. */
export function outdent(text: string): string {
  return text.replace(/^(?:\t| {4})/gm, '')
}

/** Indented code. Lines without indentation right below are joined to the line before them. */
export const indentedCodeRule: BlockRule = (parser) => {
  if (!parser.source.test(indentation)) return false
  const text = outdent(takeIndented(parser.source).replace(/\n( {0,3}[^\s])/g, ' $1'))
  if (text === '') return false
  parser.add({ ...blockBase(), type: 'code', text, language: '' })
  return true
}
