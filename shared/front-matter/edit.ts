import { differenceBetween, smallestChange } from '../text/smallest-change'
import { applyTextChanges, type TextChange } from '../text/text-change'
import type {
  AddedValue,
  EditOptions,
  EditResult,
  FieldEdit,
  FieldPath,
  LocateOptions,
  NewValue,
  Refusal,
} from './front-matter'
import type { FoundBlock, Splice } from './language'
import { languages } from './languages'
import { locateFrontMatter } from './locate'
import { readFrontMatter } from './read'
import { editableBlock } from './refusals'
import { partsOfSet } from './set-by-parts'

/**
 * Makes one edit by the smallest change of the text, in the style that the file has: quotes, block scalar header, indentation,
 * separators, comments and line endings stay. What is that way already changes nothing. Proven by reading the result again, or
 * refused with a reason and a place; never throws. `options` must locate as they did when the field was read.
 */
export function editFrontMatter(text: string, edit: FieldEdit, options: EditOptions = {}): EditResult {
  const byParts = edit.kind === 'set' ? setByParts(text, edit, options) : null
  return byParts ?? editAtOnce(text, edit, options)
}

/** Sets a list or map by edits of its parts; null where that does not come out as meant or would lose a comment. */
function setByParts(
  text: string,
  edit: Extract<FieldEdit, { kind: 'set' }>,
  options: EditOptions,
): EditResult | null {
  if (edit.value.kind !== 'list' && edit.value.kind !== 'map') return null
  const read = readFrontMatter(text, options)
  if (read.kind !== 'fields') return null
  const parts = partsOfSet(read.fields, edit, (path, value) => isAlready(text, path, value, options))
  if (parts === null) return null
  // the usual order is that of the map which holds the value
  const inParts =
    options.habit === undefined ? options : { ...options, habit: { ...options.habit, order: [] } }
  let after = text
  for (const part of parts) {
    const result = editFrontMatter(after, part, inParts)
    if (result.kind === 'refused') return null
    after = applyTextChanges(after, result.changes)
  }
  const change = differenceBetween(text, after)
  if (!isAlready(after, edit.path, edit.value, options)) return null
  if (change === null) return { kind: 'changed', changes: [] }
  return numberSigns(text.slice(change.from, change.to)) > numberSigns(change.insert)
    ? null
    : { kind: 'changed', changes: [change] }
}

function isAlready(text: string, path: FieldPath, value: AddedValue, options: EditOptions): boolean {
  const located = locateFrontMatter(text, options)
  if (located.kind !== 'found') return false
  const block = text.slice(located.block.from, located.block.to)
  return (
    languages[located.language].planEdit(block, located, { kind: 'set', path, value }, null).kind ===
    'unchanged'
  )
}

/** At most as many comments; a `#` of a text that goes is not told apart, so that the value is then written as a whole. */
function numberSigns(text: string): number {
  return text.split('#').length
}

function editAtOnce(text: string, edit: FieldEdit, options: EditOptions): EditResult {
  const editable = editableBlock(locateFrontMatter(text, options))
  if (editable.kind === 'refused') return editable
  const { located } = editable
  const base = located.block.from
  const block = text.slice(base, located.block.to)
  const plan = languages[located.language].planEdit(block, located, edit, options.habit ?? null)
  if (plan.kind === 'unchanged') return { kind: 'changed', changes: [] }
  if (plan.kind === 'refused') {
    return refused(plan.refusal.reason, plan.refusal.message, base + plan.refusal.offset)
  }
  let meetsComment = false
  let losesDelimiters = false
  for (const { splice, objectionTo } of plan.attempts) {
    const smallest = smallestChange(block, withLineBreaksOf(text, located, splice))
    const objection = objectionTo(smallest)
    meetsComment ||= objection === 'a-comment-moves'
    if (objection !== null) continue
    const change = { from: smallest.from + base, to: smallest.to + base, insert: smallest.insert }
    const changes = change.from === change.to && change.insert === '' ? [] : [change]
    if (keepsDelimiters(located, text, change, options)) return { kind: 'changed', changes }
    losesDelimiters = true
  }
  return objected(losesDelimiters, meetsComment, base + plan.offset)
}

/** A block without any line shows no line ending to write: then its delimiter's is the one. */
function withLineBreaksOf(text: string, { open, block }: FoundBlock, splice: Splice): Splice {
  if (block.from !== block.to || !text.slice(open.from, open.to).endsWith('\r\n')) return splice
  return { ...splice, insert: splice.insert.replace(/\r?\n/g, '\r\n') }
}

function objected(losesDelimiters: boolean, meetsComment: boolean, offset: number): EditResult {
  if (losesDelimiters) {
    const message =
      'After this change the front matter could not be told apart from the text below it. Make it in the text.'
    return refused('would-touch-more', message, offset)
  }
  if (meetsComment) {
    const message = 'A comment stands in the way and would move. Make this change in the text.'
    return refused('comment-in-the-way', message, offset)
  }
  const message = 'This change would touch more than this one value. Make it in the text.'
  return refused('would-touch-more', message, offset)
}

function refused(reason: Refusal['reason'], message: string, offset: number): EditResult {
  return { kind: 'refused', refusal: { reason, message, offset } }
}

/**
 * Whether the whole text still has its front matter where it was after `change`: the same dialect and opener, the block
 * longer or shorter by just that change, the same body.
 */
export function keepsDelimiters(
  located: FoundBlock,
  text: string,
  change: TextChange,
  options: LocateOptions,
): boolean {
  const changed = text.slice(0, change.from) + change.insert + text.slice(change.to)
  const shift = changed.length - text.length
  const again = locateFrontMatter(changed, options)
  return (
    again.kind === 'found' &&
    again.dialect === located.dialect &&
    again.block.from === located.block.from &&
    again.block.to === located.block.to + shift &&
    changed.slice(again.bodyFrom) === text.slice(located.bodyFrom)
  )
}

/** Gives the value at `path` a new one. See `editFrontMatter`. */
export function setField(
  text: string,
  path: FieldPath,
  value: NewValue,
  options: EditOptions = {},
): EditResult {
  return editFrontMatter(text, { kind: 'set', path, value }, options)
}

/** Adds the text `item` behind the last one of the list at `path`. See `editFrontMatter`. */
export function appendToList(
  text: string,
  path: FieldPath,
  item: string,
  options: EditOptions = {},
): EditResult {
  return editFrontMatter(text, { kind: 'append', path, value: { kind: 'text', text: item } }, options)
}

/** Takes the item at `index` (from 0) out of the list at `path`. See `editFrontMatter`. */
export function removeFromList(
  text: string,
  path: FieldPath,
  index: number,
  options: EditOptions = {},
): EditResult {
  return editFrontMatter(text, { kind: 'remove-item', path, index }, options)
}

/** Moves an item of the list at `path` from index `from` to index `to`. See `editFrontMatter`. */
export function moveInList(
  text: string,
  path: FieldPath,
  from: number,
  to: number,
  options: EditOptions = {},
): EditResult {
  return editFrontMatter(text, { kind: 'move-item', path, from, to }, options)
}

/** Adds a key at the root. See `editFrontMatter`. */
export function addField(
  text: string,
  key: string,
  value: AddedValue,
  options: EditOptions = {},
): EditResult {
  return editFrontMatter(text, { kind: 'add-key', path: [], key, value }, options)
}

/** Takes a key of the root out. See `editFrontMatter`. */
export function removeField(text: string, key: string, options: EditOptions = {}): EditResult {
  return editFrontMatter(text, { kind: 'remove-key', path: [key] }, options)
}
