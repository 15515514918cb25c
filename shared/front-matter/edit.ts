import { smallestChange } from '../text/smallest-change'
import type { TextChange } from '../text/text-change'
import type { AddedValue, EditResult, FieldPath, LocateOptions, NewValue, Refusal } from './front-matter'
import { locateFrontMatter } from './locate'
import { editableBlock } from './refusals'
import { keepsDelimiters, type Objection, objectionToSplice, type Splice } from './verify'
import { parseYamlBlock, type YamlBlock } from './yaml-block'
import { planAddKey, planRemoveKey } from './yaml-key'
import { planAppend, planMoveItem, planRemoveItem } from './yaml-list'
import type { Plan, WritePlan } from './yaml-plan'
import { planSet } from './yaml-set'
import { readViews } from './yaml-views'

export type { AddedValue, NewValue } from './front-matter'

/**
 * Gives the value at `path` a new one by the smallest change of the text, in the style that the file has: quotes, block
 * scalar header and indentation, comments and line endings stay. A value that is there already changes nothing. Text
 * comes back as that string from YAML 1.1, YAML 1.2 and js-yaml 3 and 4 alike; a text that stays a block scalar keeps the
 * line breaks that it ends in. Proven by re-parsing, or refused; never throws. `options` must be those that the field was read with.
 */
export function setField(
  text: string,
  path: FieldPath,
  value: NewValue,
  options: LocateOptions = {},
): EditResult {
  return edited(text, options, (block) => planSet(block, path, value))
}

/** Adds `item` behind the last one of the list at `path`, or begins a list where the key has no value. See `setField`. */
export function appendToList(
  text: string,
  path: FieldPath,
  item: string,
  options: LocateOptions = {},
): EditResult {
  return edited(text, options, (block) => planAppend(block, path, item))
}

/** Takes the item at `index` (from 0) out of the list at `path`, with a comment on its own line. See `setField`. */
export function removeFromList(
  text: string,
  path: FieldPath,
  index: number,
  options: LocateOptions = {},
): EditResult {
  return edited(text, options, (block) => planRemoveItem(block, path, index))
}

/** Moves an item of the list at `path` from index `from` to index `to`. See `setField`. */
export function moveInList(
  text: string,
  path: FieldPath,
  from: number,
  to: number,
  options: LocateOptions = {},
): EditResult {
  return edited(text, options, (block) => planMoveItem(block, path, from, to))
}

/** Adds a key below the others, on one line. Refused for a key that is there. See `setField`. */
export function addField(
  text: string,
  key: string,
  value: AddedValue,
  options: LocateOptions = {},
): EditResult {
  return edited(text, options, (block) => planAddKey(block, key, value))
}

/** Takes a key out with its value and the comments on its lines. See `setField`. */
export function removeField(text: string, key: string, options: LocateOptions = {}): EditResult {
  return edited(text, options, (block) => planRemoveKey(block, key))
}

type Attempt = { readonly splice: Splice; readonly edit: WritePlan['edit'] }

function edited(text: string, options: LocateOptions, planFor: (block: YamlBlock) => Plan): EditResult {
  const editable = editableBlock(locateFrontMatter(text, options))
  if (editable.kind === 'refused') return editable
  const { located } = editable
  const base = located.block.from
  const parsed = parseYamlBlock(text.slice(base, located.block.to))
  if (parsed.kind === 'unreadable') return refused('unreadable', parsed.message, base + parsed.offset)
  const plan = planFor(parsed.block)
  if (plan.kind === 'unchanged') return { kind: 'changed', changes: [] }
  if (plan.kind === 'refused') {
    return refused(plan.refusal.reason, plan.refusal.message, base + plan.refusal.offset)
  }
  const views = readViews(parsed.block)
  let objection: Objection = 'another-value-changes'
  for (const { splice, edit } of attemptsOf(plan)) {
    const smallest = smallestChange(parsed.block.source, splice)
    objection = objectionToSplice(parsed.block, views, smallest, edit)
    if (objection !== null) continue
    const change = shifted(smallest, base)
    const changes = change.from === change.to && change.insert === '' ? [] : [change]
    if (keepsDelimiters(located, text, change, options)) return { kind: 'changed', changes }
    objection = 'the-delimiters-move'
  }
  return objected(objection, base + plan.offset)
}

function attemptsOf({ splices, edit, otherwise }: WritePlan): readonly Attempt[] {
  const attempts = splices.map((splice) => ({ splice, edit }))
  return otherwise === undefined ? attempts : [...attempts, ...attemptsOf(otherwise)]
}

function objected(objection: Objection, offset: number): EditResult {
  if (objection === 'a-comment-moves') {
    const message = 'A comment stands in the way and would move. Make this change in the text.'
    return refused('comment-in-the-way', message, offset)
  }
  const message = 'This change would touch more than this one value. Make it in the text.'
  return refused('would-touch-more', message, offset)
}

function refused(reason: Refusal['reason'], message: string, offset: number): EditResult {
  return { kind: 'refused', refusal: { reason, message, offset } }
}

function shifted(splice: Splice, base: number): TextChange {
  return { from: splice.from + base, to: splice.to + base, insert: splice.insert }
}
