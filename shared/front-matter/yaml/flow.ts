import { isPair, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Splice } from '../language'
import type { YamlBlock } from './block'
import type { Draft } from './plan'

/** From the first character of an item to after its last. */
export type Span = { readonly from: number; readonly to: number }

/**
 * Puts `forms` behind the last item between brackets or braces, with the white space that stands between the items there
 * are; after a comment that belongs to the last item. null when the collection is not closed by its bracket.
 */
export function appendedToFlow(
  block: YamlBlock,
  collection: YAMLMap | YAMLSeq,
  forms: readonly string[],
): Draft | null {
  const { source } = block
  const [start, end] = [collection.range?.[0] ?? 0, collection.range?.[1] ?? 0]
  const close = end - 1
  const last = rangeOfItem(collection, collection.items.length - 1)
  if (source[close] !== ']' && source[close] !== '}') return null
  if (last === null) return { from: start + 1, to: close, insert: forms.join(', ') }
  const separator = separatorIn(block, collection)
  const form = forms.join(`,${separator}`)
  const tail = source.slice(last.to, close)
  const comma = /^\s*,/.exec(tail)?.[0]
  if (comma === undefined) return afterBareItem(tail, last.to, separator, form)
  const afterComma = last.to + comma.length
  const comment = /^[ \t]+#[^\r\n]*/.exec(source.slice(afterComma, close))?.[0] ?? ''
  const at = afterComma + comment.length
  return { from: at, to: at, insert: `${separator}${form}${separator.includes('\n') ? ',' : ''}` }
}

/** Behind a last item that has no comma: the comma comes in front of a comment that belongs to it, the new item below. */
function afterBareItem(tail: string, at: number, separator: string, form: string): Draft {
  const comment = /^[ \t]+#[^\r\n]*/.exec(tail)?.[0] ?? ''
  if (comment === '' || !separator.includes('\n')) return { from: at, to: at, insert: `,${separator}${form}` }
  const to = at + comment.length
  return { from: at, to, insert: `,${comment}${separator}${form}`, moves: [{ from: at, to, at: at + 1 }] }
}

/** Puts `form` in front of the item at `index`, with the white space that stands between the items there are. */
export function insertedIntoFlow(
  block: YamlBlock,
  collection: YAMLMap | YAMLSeq,
  index: number,
  form: string,
): Splice | null {
  const item = rangeOfItem(collection, index)
  if (item === null) return null
  return { from: item.from, to: item.from, insert: `${form},${separatorIn(block, collection)}` }
}

/** The white space between the items, without their commas. */
export function separatorIn({ source }: YamlBlock, collection: YAMLMap | YAMLSeq): string {
  const last = rangeOfItem(collection, collection.items.length - 1)
  const previous = rangeOfItem(collection, collection.items.length - 2)
  const start = collection.range?.[0] ?? 0
  return last === null ? ' ' : separatorOf(source.slice(previous?.to ?? start, last.from), previous !== null)
}

/**
 * Takes out the item at `index` with its comma, and with its line where it has one of its own. Of the comments around it only one that
 * follows it on its line goes with it.
 */
export function removedFromFlow(
  block: YamlBlock,
  collection: YAMLMap | YAMLSeq,
  index: number,
): readonly Draft[] {
  const { source } = block
  const item = rangeOfItem(collection, index)
  if (item === null) return []
  const next = rangeOfItem(collection, index + 1)
  const previous = rangeOfItem(collection, index - 1)
  const splices: Splice[] = []
  const lineFrom = source.lastIndexOf('\n', item.from - 1) + 1
  const rest = /^[ \t]*,?[ \t]*(?:#[^\r\n]*)?\r?\n/.exec(source.slice(item.to))?.[0]
  const hasOwnLine = /^[ \t]*$/.test(source.slice(lineFrom, item.from)) && rest !== undefined
  const endsWithoutComma = next === null && !/^\s*,/.test(source.slice(item.to))
  const ownComment = hasOwnLine ? (/^[ \t]*#[^\r\n]*/.exec(source.slice(item.to))?.[0] ?? '') : ''
  const overPrevious =
    previous === null ? null : { from: previous.to, to: item.to + ownComment.length, insert: '' }
  if (
    hasOwnLine &&
    endsWithoutComma &&
    overPrevious !== null &&
    !source.slice(previous?.to, item.from).includes('#')
  ) {
    splices.push(overPrevious)
  }
  if (hasOwnLine) splices.push({ from: lineFrom, to: item.to + rest.length, insert: '' })
  if (next !== null) splices.push({ from: item.from, to: next.from, insert: '' })
  else if (overPrevious !== null) splices.push(overPrevious)
  const comma = /^\s*,/.exec(source.slice(item.to))?.[0] ?? ''
  splices.push({ from: item.from, to: item.to + comma.length, insert: '' })
  return splices
    .filter((splice) => keepsOthersComments(block, splice, item))
    .map((splice) => ({ ...splice, drops: splice }))
}

function keepsOthersComments(block: YamlBlock, splice: Splice, item: Span): boolean {
  return block.comments.every(({ offset }) => {
    if (offset < splice.from || offset >= splice.to) return true
    return offset >= item.from && !block.source.slice(item.to, offset).includes('\n')
  })
}

function separatorOf(gap: string, isBetweenItems: boolean): string {
  const white = (isBetweenItems ? /,(?:[ \t]*#[^\r\n]*)?(\s*)$/ : /(\s*)$/).exec(gap)?.[1] ?? ' '
  // the first item of a one-line list touches its bracket: that is no separator
  return isBetweenItems || white.includes('\n') ? white : ' '
}

/** Where the item at `index` stands; null when there is none. */
export function rangeOfItem(collection: YAMLMap | YAMLSeq, index: number): Span | null {
  const item = index < 0 ? undefined : (collection.items[index] as Node | Pair | undefined)
  if (item === undefined) return null
  const first = (isPair(item) ? item.key : item) as Node | null
  const last = (isPair(item) ? (item.value ?? item.key) : item) as Node | null
  if (!first?.range || !last?.range) return null
  return { from: first.range[0], to: last.range[1] }
}
