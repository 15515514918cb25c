import type { AST } from 'toml-eslint-parser'
import type { Range } from '../front-matter'
import type { Splice } from '../language'
import { lineStart, nextLine } from './lines'

/** Values between brackets, or pairs between braces. */
export type Flow = { readonly open: number; readonly close: number; readonly items: readonly Range[] }

/** The offsets of an array's or an inline table's parts. */
export function flowOf(node: AST.TOMLArray | AST.TOMLInlineTable): Flow {
  const parts = node.type === 'TOMLArray' ? node.elements : node.body
  const items = parts.map(({ range }) => ({ from: range[0], to: range[1] }))
  return { open: node.range[0], close: node.range[1] - 1, items }
}

/**
 * Puts `form` in front of the item at `index`, or behind the last one, set apart as the items around it are: on its own line where
 * they are, with a comma at the end where the last one has it, and after a comment that belongs to the last item.
 */
export function insertedInFlow(source: string, flow: Flow, index: number, form: string): readonly Splice[] {
  if (flow.items.length === 0) return intoEmptyFlow(source, flow, form)
  const item = flow.items[index]
  if (item === undefined) return behindLast(source, flow, form)
  const separator = separatorBefore(source, flow, Math.min(Math.max(index, 1), flow.items.length - 1))
  return [{ from: item.from, to: item.from, insert: `${form},${separator}` }]
}

function intoEmptyFlow(source: string, { open, close }: Flow, form: string): readonly Splice[] {
  const content = source.slice(open + 1, close)
  if (!content.includes('#')) {
    const insert = source[open] === '{' ? ` ${form} ` : form
    return [{ from: open + 1, to: close, insert }]
  }
  const at = lineStart(source, close)
  return [{ from: at, to: at, insert: `${source.slice(at, close)}  ${form}${lineBreakIn(content)}` }]
}

function behindLast(source: string, flow: Flow, form: string): readonly Splice[] {
  const { items, close } = flow
  const last = items.at(-1) as Range
  const comma = commaAfter(source, last.to, close)
  const from = comma === null ? last.to : comma + 1
  const comment = /^[ \t]*#[^\r\n]*/.exec(source.slice(from, close))?.[0] ?? ''
  const at = from + comment.length
  let separator = separatorBefore(source, flow, items.length - 1)
  if (comment !== '' && !separator.includes('\n')) {
    separator = `${lineBreakIn(source.slice(at))}${indentOfLine(source, close)}  `
  }
  const insert = `${separator}${form}${comma === null ? '' : ','}`
  if (comma !== null) return [{ from: at, to: at, insert }]
  if (comment === '') return [{ from: at, to: at, insert: `,${insert}` }]
  return [
    { from: last.to, to: last.to, insert: ',' },
    { from: at, to: at, insert },
  ]
}

/**
 * Takes out the item at `index` with its comma, and with its line and the comment behind it where it has a line of its own. Other
 * comments stay.
 */
export function removedFromFlow(source: string, flow: Flow, index: number): readonly Splice[] {
  const { items, open, close } = flow
  const item = items[index]
  if (item === undefined) return []
  const comma = commaAfter(source, item.to, close)
  const end = comma === null ? item.to : comma + 1
  const restOfLine = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/.exec(source.slice(end, close))?.[0] ?? null
  if (items.length === 1) {
    const others = source.slice(open + 1, item.from) + source.slice(end + (restOfLine ?? '').length, close)
    if (!others.includes('#')) return [{ from: open + 1, to: close, insert: '' }]
  }
  const start = lineStart(source, item.from)
  const beginsLine = source.slice(start, item.from).trim() === ''
  const previous = items[index - 1]
  const isLast = index === items.length - 1
  const commaBefore = previous && isLast && comma === null ? commaAfter(source, previous.to, item.from) : null
  const loosened = commaBefore === null ? [] : [{ from: commaBefore, to: commaBefore + 1, insert: '' }]
  if (beginsLine && restOfLine !== null) {
    return [...loosened, { from: start, to: nextLine(source, end + restOfLine.length), insert: '' }]
  }
  if (!isLast || previous === undefined) {
    const spaces = /^[ \t]*/.exec(source.slice(end, close))?.[0] ?? ''
    const before = restOfLine === null ? '' : (/[ \t]*$/.exec(source.slice(start, item.from))?.[0] ?? '')
    return [{ from: item.from - before.length, to: end + (restOfLine ?? spaces).length, insert: '' }]
  }
  if (source.slice(previous.to, item.from).includes('#')) {
    return [...loosened, { from: item.from, to: end, insert: '' }]
  }
  return [{ from: previous.to, to: comma === null ? item.to : comma, insert: '' }]
}

/** What stands between the items there are: spaces, or a line break and an indent. */
function separatorBefore(source: string, { open, items }: Flow, index: number): string {
  const item = items[index] as Range
  const previous = items[index - 1]
  const gap = source.slice(previous?.to ?? open + 1, item.from)
  if (gap.includes('\n')) {
    const indent = gap.slice(gap.lastIndexOf('\n') + 1)
    return indent.trim() === '' ? lineBreakIn(gap) + indent : ' '
  }
  return previous === undefined ? ' ' : gap.slice(gap.indexOf(',') + 1)
}

/** The comma that follows, past blanks and comments; null when something else does. */
function commaAfter(source: string, from: number, to: number): number | null {
  const skipped = /^(?:\s|#[^\n]*)*/.exec(source.slice(from, to))?.[0].length ?? 0
  return source[from + skipped] === ',' ? from + skipped : null
}

function lineBreakIn(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

function indentOfLine(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(lineStart(source, offset)))?.[0] ?? ''
}
