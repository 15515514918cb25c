import { isScalar, type Scalar } from 'yaml'
import { needsEscapes } from './scalar'

/** True for `|` and `>` scalars, whose source ends with its own line break. */
export function isBlockScalar(node: unknown): node is Scalar {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

/** The text that a writer sees of a scalar, null for one that a parser does not read as text. */
export function textOfScalar(node: Scalar): string | null {
  const text = node.value
  if (typeof text !== 'string') return null
  return isBlockScalar(node) ? shownBlockText(text) : text
}

/** The text that a writer sees of a `|` or `>` value: without the line breaks that its chomping adds at the end. */
export function shownBlockText(value: string): string {
  return value.replace(/\n+$/, '')
}

/**
 * What the parsers should read after `text` is set in the block's own style: a text that ends in a line break means just that one; any other
 * keeps the ending line breaks that the value has in the file.
 */
export function blockTextToBe(text: string, oldValue: string): string {
  if (text.endsWith('\n')) return text
  return text + oldValue.slice(shownBlockText(oldValue).length)
}

/**
 * The new source of a `|` or `>` value: its header, indentation and trailing blank lines stay; folded lines are wrapped as
 * wide as they were. null when the style cannot hold `text`. The result is to be verified: chomping decides what is read.
 */
export function blockScalarSource(
  node: Scalar,
  source: string,
  text: string,
  lineBreak: '\n' | '\r\n',
): string | null {
  const header = /^[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?\r?\n/.exec(source)?.[0]
  const core = shownBlockText(text)
  if (header === undefined || core === '' || needsEscapes(core.replace(/[\t\n]/g, ''))) return null
  // without a digit in the header the first line says how far all are indented
  const saysIndent = /^[|>][-+]?[0-9]/.test(header)
  if (/^[\t\n]/.test(core) || (core.startsWith(' ') && !saysIndent)) return null
  const content = source.slice(header.length)
  const indent = indentOfContent(content, String(node.value))
  if (indent === null) return null
  const oldLines = content.replace(/\s+$/, '').split(/\r?\n/)
  const lines = node.type === 'BLOCK_FOLDED' ? foldedLines(core, wrapWidth(oldLines)) : core.split('\n')
  const tail = /(?:\r?\n[ \t]*)*$/.exec(content)?.[0] ?? ''
  return header + lines.map((line) => (line === '' ? '' : indent + line)).join(lineBreak) + tail
}

/** The spaces in front of every line; those that belong to the first line's own text are not among them. */
function indentOfContent(content: string, value: string): string | null {
  const spaces = /^(?:[ \t]*\r?\n)*( +)\S/.exec(content)?.[1]
  if (spaces === undefined) return null
  const own = /^\n*( *)/.exec(value)?.[1] ?? ''
  return spaces.slice(own.length)
}

/** The width of the old content when a paragraph of it ran over several lines; Infinity when each had its own line. */
function wrapWidth(oldLines: readonly string[]): number {
  const wraps = oldLines.some(
    (line, index) => line.trim() !== '' && (oldLines[index + 1] ?? '').trim() !== '',
  )
  if (!wraps) return Number.POSITIVE_INFINITY
  return Math.max(...oldLines.map((line) => line.trim().length))
}

/** Lines that fold back to `text`: a line break between two paragraphs is written as a blank line between them. */
function foldedLines(text: string, width: number): readonly string[] {
  const paragraphs = text.split('\n')
  return paragraphs.flatMap((paragraph, index) => {
    const lines = /^\s/.test(paragraph) ? [paragraph] : wrapped(paragraph, width)
    const next = paragraphs[index + 1]
    // folding leaves the breaks around lines that begin with white space as they are
    const isFolded = next !== undefined && paragraph !== '' && !/^\s/.test(paragraph) && !/^\s/.test(next)
    return isFolded ? [...lines, ''] : lines
  })
}

function wrapped(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  // only single spaces between two words can become a line break and fold back
  for (const word of paragraph.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
