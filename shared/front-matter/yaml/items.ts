import { isScalar, isSeq, type Node, type Scalar, type YAMLSeq } from 'yaml'
import type { AddedValue, FieldEdit, FieldPath } from '../front-matter'
import type { YamlBlock } from './block'
import { isBlockScalar } from './block-scalar'
import { appendedToFlow, removedFromFlow } from './flow'
import { isBlankBetween, lineStart, nextLine } from './lines'
import { endOfNode, endOfValue, isEmptyNode, lookUp, type Place } from './lookup'
import { type Draft, type Plan, refusedPlan, unwritable } from './plan'
import { commentAtColon, hasCommentAfter, overValue } from './replace'
import { isPlainSafe } from './scalar'
import { columnAt, dashOf, dashPrefix, gapAfter, quoteStyleOf, sourceOf } from './style'
import { refusedForTag } from './tag'
import { afterDash, inlineSource, type Writing } from './write'

/** Plans to add `item` at the end of the list at `path`, written the way its last item is. Any other value becomes a list. */
export function planAppend(writing: Writing, path: FieldPath, value: AddedValue): Plan {
  const found = lookUp(writing.block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const impossible = unwritable(value, place.offset)
  if (impossible !== null) return impossible
  const edit = { kind: 'append', path, value } as const
  const { node, offset } = place
  if (isSeq(node)) {
    if (node.flow && value.kind === 'plain' && value.source === '') {
      const message = 'An item between brackets cannot be empty. Give it a value.'
      return refusedPlan('unsupported-value', message, offset)
    }
    return { kind: 'plan', drafts: afterLastItem(writing, node as YAMLSeq, [value], place), edit, offset }
  }
  const tagged = refusedForTag(place)
  if (tagged !== null) return tagged
  if (isNothing(node))
    return planFirstItems(writing, place, [value], { kind: 'set', path, value: listOf([value]) })
  if (!isScalar(node)) return notAList(path, place)
  return planFirstItems(writing, place, [onlyItem(writing, node), value], edit)
}

function listOf(items: readonly AddedValue[]): AddedValue {
  return { kind: 'list', items }
}

/** No value, or a written word for it, or an empty text: what a list replaces rather than takes in. */
function isNothing(node: Node | null): boolean {
  return isEmptyNode(node) || (isScalar(node) && (node.value === null || node.value === ''))
}

/** A single value as the first item of a list that it becomes. */
function onlyItem({ block }: Writing, node: Scalar): AddedValue {
  const source = node.source ?? ''
  if (node.type !== 'PLAIN') return { kind: 'text', text: String(node.value) }
  // a plain text may hold commas, which brackets would take for separators: then it needs quotes
  const isOneLine = sourceOf(block, node) === source
  return isOneLine && !isPlainSafe(source, false) ? { kind: 'plain', source } : { kind: 'text', text: source }
}

function planFirstItems(writing: Writing, place: Place, items: readonly AddedValue[], edit: FieldEdit): Plan {
  const { node, offset } = place
  if (isEmptyNode(node) && hasCommentAfter(writing.block, place)) {
    const message = 'A comment stands where the list would begin. Add the first item in the text.'
    return refusedPlan('comment-in-the-way', message, offset)
  }
  const keepsQuotes = isScalar(node) && !isNothing(node) && !isBlockScalar(node)
  const quotes = keepsQuotes ? quoteStyleOf(node) : writing.style.quotes
  const alike: Writing = { ...writing, style: { ...writing.style, quotes } }
  const bracketed: Writing = { ...alike, style: { ...alike.style, list: 'flow' } }
  const strict: Writing = { ...bracketed, isStrict: true }
  const drafts = [alike, bracketed, strict].flatMap((one) => overValue(one, place, listOf(items), null))
  return { kind: 'plan', drafts, edit, offset }
}

/** Ways to put `items` behind the last one of a list. */
export function afterLastItem(
  writing: Writing,
  list: YAMLSeq,
  items: readonly AddedValue[],
  place?: Place,
): readonly Draft[] {
  const { block } = writing
  const last = list.items.at(-1) as Node | undefined
  const strict = { ...writing, isStrict: true }
  if (list.flow) {
    return [writing, strict]
      .map((one) =>
        appendedToFlow(
          block,
          list,
          items.map((item) => inlineSource(item, true, one, last ?? null)),
        ),
      )
      .filter((draft) => draft !== null)
  }
  const prefix = last === undefined ? null : dashPrefix(block, list, list.items.length - 1)
  if (last === undefined || prefix === null)
    return place === undefined ? [] : overValue(writing, place, listOf(items), null)
  const at = nextLine(block.source, endOfNode(last))
  const dash = dashOf(list, list.items.length - 1) ?? 0
  const gap = gapAfter(block, dash + 1)
  const column = columnAt(block.source, dash)
  const opening = block.source[at - 1] === '\n' ? '' : writing.lineBreak
  return [writing, strict].map((one) => {
    const lines = items.map((item) => prefix.slice(0, -gap.length) + afterDash(item, column, gap, one, last))
    return { from: at, to: at, insert: opening + lines.map((line) => line + writing.lineBreak).join('') }
  })
}

/** Plans to take the item at `index` out of the list at `path`; a comment on the item's own lines goes with it. */
export function planRemoveItem(writing: Writing, path: FieldPath, index: number): Plan {
  const { block } = writing
  const found = lookUp(block, [...path, index])
  if (found.kind === 'refused') return found
  const { place } = found
  const list = place.holder
  const { node, offset } = place
  if (!isSeq(list) || node === null) return notAList(path, place)
  const edit = { kind: 'remove-item', path, index } as const
  if (list.flow) return { kind: 'plan', drafts: removedFromFlow(block, list, index), edit, offset }
  if (list.items.length === 1) return planEmptied(block, path, '[]', edit)
  return { kind: 'plan', drafts: withoutItem(block, list as YAMLSeq, index), edit, offset }
}

function withoutItem(block: YamlBlock, list: YAMLSeq, index: number): readonly Draft[] {
  const { source } = block
  const dash = dashOf(list, index) ?? 0
  const from = lineStart(source, dash)
  const to = nextLine(source, endOfNode(list.items[index] as Node))
  const lines = { from, to, insert: '' }
  if (isBlankBetween(source, from, dash)) return [{ ...lines, drops: lines }]
  // the first item of a list that begins on its holder's line (`- - a`)
  const next = dashOf(list, index + 1)
  if (next === null) return []
  const over = { from: dash, to: next, insert: '' }
  return [{ ...over, drops: { from: dash, to } }]
}

/** Plans to leave a list or a map on lines without its only part: then it is written as `[]` or `{}`. */
export function planEmptied(block: YamlBlock, path: FieldPath, empty: '[]' | '{}', edit: FieldEdit): Plan {
  const found = lookUp(block, path)
  if (found.kind === 'refused') return found
  const { place } = found
  const { introducedAt, node, offset } = place
  if (introducedAt === null || node === null) return notAList(path, place)
  const own = introducedAt + commentAtColon(block, place).length
  const until = nextLine(block.source, endOfValue(block, node))
  if (block.comments.some((comment) => comment.offset >= own && comment.offset < until)) {
    const message =
      'A comment stands in this list. Remove its last item in the text, so that the comment is not lost.'
    return refusedPlan('comment-in-the-way', message, offset)
  }
  return { kind: 'plan', drafts: emptied(block, place, empty), edit, offset }
}

/** Ways to write `[]` or `{}` over a value on lines; a comment behind its key comes to stand behind it. */
export function emptied(block: YamlBlock, place: Place, empty: '[]' | '{}'): readonly Draft[] {
  const { introducedAt: from, node } = place
  if (from === null || node === null) return []
  const comment = commentAtColon(block, place)
  const moves = [{ from, to: from + comment.length, at: from + 1 + empty.length }]
  return [{ from, to: endOfValue(block, node), insert: ` ${empty}${comment}`, moves }]
}

/** A plan that is refused because what is at `path` has no items. */
export function notAList(path: FieldPath, place: Place): Plan {
  return refusedPlan('not-a-list', `\`${path.join('.')}\` is not a list.`, place.offset)
}
