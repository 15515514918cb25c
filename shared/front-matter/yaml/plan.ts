import { isScalar } from 'yaml'
import type { AddedValue, FieldEdit, NewValue, Refusal } from '../front-matter'
import type { Splice } from '../language'
import { type ViewTree, viewOfText } from '../view-tree'
import { parseYamlOnce } from './block'
import { isImpossibleDate } from './impossible-date'
import { isWritable } from './scalar'
import { readViews, type ViewName, type Views } from './views'

/** A stretch of the old block that stands at `at` of the new one. */
export type Moved = { readonly from: number; readonly to: number; readonly at: number }

/** One way to write an edit, and what becomes of the comments in the characters that it replaces. */
export type Draft = Splice & {
  /** Comments in here go with what is removed. */
  readonly drops?: { readonly from: number; readonly to: number }
  /** Comments in here stand elsewhere afterwards, with what they belong to. */
  readonly moves?: readonly Moved[]
}

/** An edit as a few ways to write it, the most faithful first; the first that verifies is taken. */
export type Plan =
  | {
      readonly kind: 'plan'
      readonly drafts: readonly Draft[]
      /** What the drafts are verified to do. */
      readonly edit: FieldEdit
      /** Where to point at when no draft verifies. */
      readonly offset: number
      /** Tried when no draft verifies: a form that means something slightly different. */
      readonly otherwise?: WritePlan
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** A plan that writes. */
export type WritePlan = Extract<Plan, { kind: 'plan' }>

/** A refused plan. `offset` is into the block. */
export function refusedPlan(reason: Refusal['reason'], message: string, offset: number): Plan {
  return { kind: 'refused', refusal: { reason, message, offset } }
}

/** Why `value` cannot be written at all, null when it can. */
export function unwritable(value: AddedValue, offset: number): Plan | null {
  switch (value.kind) {
    case 'text':
    case 'plain':
      return unwritableScalar(value, offset)
    case 'list':
      return firstOf(value.items, (item) => unwritable(item, offset))
    case 'map':
      return (
        repeatedName(value.entries, offset) ??
        firstOf(value.entries, ([key, entry]) => unwritableKey(key, offset) ?? unwritable(entry, offset))
      )
  }
}

/** Why nothing can be named `key`, null when something can. */
export function unwritableKey(key: string, offset: number): Plan | null {
  if (key === '') return refusedPlan('unsupported-value', 'A field needs a name.', offset)
  if (key === '__proto__' || key === '<<') {
    const message = `\`${key}\` has a meaning of its own to some generators. Choose another name.`
    return refusedPlan('unsupported-value', message, offset)
  }
  return isWritable(key) ? null : halfCharacter(offset)
}

function unwritableScalar(value: NewValue, offset: number): Plan | null {
  if (!isWritable(value.kind === 'text' ? value.text : value.source)) return halfCharacter(offset)
  if (value.kind === 'plain' && isImpossibleDate(value.source)) {
    return refusedPlan('unsupported-value', 'No calendar has this date or time. Correct it.', offset)
  }
  if (value.kind === 'plain' && plainViews(value.source) === null) {
    return refusedPlan('unsupported-value', `\`${value.source}\` cannot be written without quotes.`, offset)
  }
  return null
}

function halfCharacter(offset: number): Plan {
  const message =
    'This text holds a character that YAML cannot hold (half a character, or NUL). Delete it and try again.'
  return refusedPlan('unsupported-value', message, offset)
}

function repeatedName(entries: readonly (readonly [string, AddedValue])[], offset: number): Plan | null {
  const names = new Set(entries.map(([key]) => key))
  if (names.size === entries.length) return null
  return refusedPlan('duplicate-key', 'The same name is there twice. Remove one of the two.', offset)
}

function firstOf<Part>(parts: readonly Part[], find: (part: Part) => Plan | null): Plan | null {
  for (const part of parts) {
    const plan = find(part)
    if (plan !== null) return plan
  }
  return null
}

/** What a view should read for `value`: for a text that text, for a plain source whatever that source alone is. */
export function expectedIn(view: ViewName, value: AddedValue): ViewTree | null {
  switch (value.kind) {
    case 'text':
      return viewOfText(value.text)
    case 'plain': {
      const tree = plainViews(value.source)?.[view] ?? null
      return tree !== null && typeof tree !== 'string' && 'entries' in tree
        ? (tree.entries[0]?.[1] ?? null)
        : null
    }
    case 'list': {
      const items = value.items.map((item) => expectedIn(view, item))
      return items.every((item) => item !== null) ? { items } : null
    }
    case 'map': {
      const entries = value.entries.map(([key, entry]) => [key, expectedIn(view, entry)] as const)
      return entries.every((entry): entry is readonly [string, ViewTree] => entry[1] !== null)
        ? { entries }
        : null
    }
  }
}

const knownPlain = new Map<string, Views | null>()
const maxKnownPlain = 100

/** The views of a lone key with this plain source; null when it is no plain scalar on one line. */
export function plainViews(source: string): Views | null {
  const known = knownPlain.get(source)
  if (known !== undefined) return known
  const views = readPlain(source)
  if (knownPlain.size >= maxKnownPlain) knownPlain.clear()
  knownPlain.set(source, views)
  return views
}

function readPlain(source: string): Views | null {
  const parsed = parseYamlOnce(source === '' ? 'key:\n' : `key: ${source}\n`)
  if (parsed.kind === 'unreadable' || parsed.block.root?.items.length !== 1) return null
  const node = parsed.block.root.items[0]?.value
  if (!isScalar(node) || node.type !== 'PLAIN' || (node.source ?? '') !== source || node.tag !== undefined)
    return null
  return readViews(parsed.block)
}
