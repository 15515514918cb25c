import { blockBase } from '../block'
import { hashHeadingLine } from '../patterns'
import type { BlockParser, BlockRule } from './block-parser'
import { trimEnd } from './simple'

const ownId = /[\t ]\{#([A-Za-z_:\u00c0-\uffff][\w:.\u00b7\u00c0-\uffff-]*)\}$/

function addHeading(parser: BlockParser, level: number, text: string, id: string | undefined): void {
  const heading = parser.add({ ...blockBase(), type: 'heading', level, text } as const)
  if (id !== undefined) heading.attributes.set('id', id)
}

function readContent(source: string): { readonly text: string; readonly id: string | undefined } {
  const text = trimEnd(source)
  const found = ownId.exec(text)
  return found ? { text: trimEnd(text.slice(0, found.index)), id: found[1] } : { text, id: undefined }
}

const tightHeadingLine = /(#{1,6})[\t ]*([^ \t].*)\n/y

/** `## Heading`. For GFM the space is needed, else a blank line before; number signs behind the text are not shown. */
export const hashHeadingRule: BlockRule = (parser) => {
  const { gfm } = parser.definitions.options
  if (!gfm && !parser.isAfterBoundary) return false
  const match = parser.source.match(gfm ? hashHeadingLine : tightHeadingLine)
  if (match === null) return false
  const { text, id } = readContent(match[2] ?? '')
  const shown = trimEnd(text.replace(gfm ? /[\t ]#+$/ : /(?<!\\)#+$/, ''))
  if (shown === '') return false
  parser.source.position += match[0].length
  addHeading(parser, match[1]?.length ?? 1, shown, id)
  return true
}

const underlined = / {0,3}([^ \t\n].*)\n([-=])[-=]*[ \t\r\f\v]*\n/y

/** One line underlined by `=` or `-`, after a blank line. */
export const underlinedHeadingRule: BlockRule = (parser) => {
  if (!parser.isAfterBoundary) return false
  const match = parser.source.match(underlined)
  if (match === null) return false
  const { text, id } = readContent(match[1] ?? '')
  if (text === '') return false
  parser.source.position += match[0].length
  addHeading(parser, match[2] === '-' ? 2 : 1, text, id)
  return true
}
