import { blockBase, container, type Paragraph } from '../block'
import {
  attributeLine,
  blankLines,
  descriptionLine,
  endOfBlock,
  fenceLine,
  hashHeadingLine,
  htmlLine,
  listLine,
  quoteLine,
  ruleLine,
} from '../patterns'
import type { Source } from '../source'
import type { BlockRule } from './block-parser'

/** Blank lines. */
export const blankRule: BlockRule = (parser) => {
  const blank = parser.source.take(blankLines)?.[0]
  if (blank === undefined) return false
  const lineCount = blank.split('\n').length - 1
  if (parser.last?.type === 'blank') parser.last.lineCount += lineCount
  // attributes given in advance outlive blank lines
  else parser.children.push({ ...blockBase(), type: 'blank', lineCount })
  return true
}

/** Whether an attribute list stands at the position, on lines of its own. */
export function isAtAttributes(source: Source): boolean {
  if (!source.test(/ {0,3}\{:/y)) return false
  source.lookForBrace()
  return source.test(attributeLine)
}

/** Whether the text ends here or a line stands here that belongs to no block before it. */
export function isAtBoundary(source: Source): boolean {
  return source.isAtEnd || source.test(blankLines) || source.test(endOfBlock) || isAtAttributes(source)
}

/** Whether a line that needs no marker to go on a block has to end here. */
export function isAtLazyEnd(source: Source): boolean {
  return isAtBoundary(source) || source.test(htmlLine)
}

const paragraphEnds = [listLine, hashHeadingLine, descriptionLine, quoteLine, fenceLine]

// a quotation's marker is looked for with its bracket, or every line would begin one
function isAtParagraphEnd(source: Source, gfm: boolean): boolean {
  const ends = gfm ? paragraphEnds : [descriptionLine]
  return isAtLazyEnd(source) || ends.some((pattern) => source.test(pattern))
}

/** Whatever nothing else took. Text behind a paragraph without a boundary goes on the paragraph; spaces and a tab begin none. */
export const paragraphRule: BlockRule = (parser) => {
  const { source, last } = parser
  if (!source.test(/ {0,3}[^ \t]/y)) {
    parser.children.push({ ...blockBase(), type: 'bare', text: source.takeLine() })
    return true
  }
  const goesOnBreak = source.text.slice(source.position - 3, source.position) === '  \n'
  let text = source.takeLine()
  while (!isAtParagraphEnd(source, parser.definitions.options.gfm)) text += source.takeLine()
  text = trimEnd(text)
  if (last?.type === 'paragraph') last.text += (goesOnBreak ? '  \n' : '\n') + text
  else parser.add(paragraph(trimStart(text)))
  return true
}

function paragraph(text: string): Paragraph {
  return { ...blockBase(), type: 'paragraph', text, isTransparent: false }
}

/** Text without the white space it begins with; no-break and wide spaces stay. */
export function trimStart(text: string): string {
  return text.replace(/^[ \t\r\n\f\v\0]+/, '')
}

/** Text without the white space it ends with; no-break and wide spaces stay. */
export function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\r\n\f\v\0'.includes(text[end - 1] ?? '.')) end--
  return text.slice(0, end)
}

/** `> quote`, to the next blank line. */
export const quoteRule: BlockRule = (parser) => {
  const { source } = parser
  if (parser.isTooDeep || !source.test(quoteLine)) return false
  let text = source.takeLine()
  while (!isAtLazyEnd(source)) text += source.takeLine()
  const quote = parser.add(container('quote'))
  parser.parseInto(quote, text.replace(/^ {0,3}> ?/gm, ''))
  return true
}

/** A line of three or more `*`, `-` or `_`. */
export const rulerRule: BlockRule = (parser) => {
  if (!parser.source.take(ruleLine)) return false
  parser.add({ ...blockBase(), type: 'rule' })
  return true
}

const blockMath = / {0,3}(\\)?\$\$([\s\S]*?)\$\$([ \t\r\f\v]*\n)?/y

/** `$$ … $$` over one or more lines, with nothing before or behind it. */
export const mathRule: BlockRule = (parser) => {
  const { source } = parser
  const open = source.match(/ {0,3}\\?\$\$/y)
  if (open === null) return false
  source.find('$$', source.position + open[0].length)
  const math = source.match(blockMath)
  if (math === null || !parser.isAfterBoundary) return false
  const start = source.position
  if (math[1] !== undefined) {
    // the backslash only says that this is no formula
    if (math[3] !== undefined) source.position += math[0].indexOf('\\') + 1
    return false
  }
  source.position += math[0].length
  if (!isAtBoundary(source)) {
    source.look(source.reach)
    source.position = start
    return false
  }
  parser.add({ ...blockBase(), type: 'math', text: trimStart(trimEnd(math[2] ?? '')) })
  return true
}
