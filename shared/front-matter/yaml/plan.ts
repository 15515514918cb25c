import { isScalar, visit } from 'yaml'
import type { AddedValue, FieldEdit, NewValue, Refusal } from '../front-matter'
import type { Splice } from '../language'
import type { ViewTree } from '../view-tree'
import { viewOfText } from '../view-tree'
import { parseYamlBlock, type YamlBlock } from './block'
import { isWritable, type QuoteContext } from './scalar'
import { readViews, type ViewName, type Views } from './views'

/** An edit as a few ways to write it, the most faithful first; the first that verifies is taken. */
export type Plan =
  | {
      readonly kind: 'plan'
      readonly splices: readonly Splice[]
      readonly edit: FieldEdit
      /** Where to point at when no splice verifies. */
      readonly offset: number
      /** Tried when no splice verifies: a form that means something slightly different. */
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
  const parts =
    value.kind === 'list'
      ? value.items
      : value.kind === 'map'
        ? value.entries.map(([, entry]) => entry)
        : null
  if (parts !== null) {
    for (const part of parts) {
      const impossible = unwritable(part, offset)
      if (impossible !== null) return impossible
    }
    return null
  }
  return unwritableScalar(value as NewValue, offset)
}

function unwritableScalar(value: NewValue, offset: number): Plan | null {
  if (!isWritable(value.kind === 'text' ? value.text : value.source)) {
    const message =
      'This text holds a character that YAML cannot hold (half a character, or NUL). Delete it and try again.'
    return refusedPlan('unsupported-value', message, offset)
  }
  if (value.kind === 'plain' && plainViews(value.source) === null) {
    return refusedPlan('unsupported-value', `\`${value.source}\` cannot be written without quotes.`, offset)
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

/** The views of a lone key with this plain source; null when it is no plain scalar on one line. */
function plainViews(source: string): Views | null {
  const parsed = parseYamlBlock(source === '' ? 'key:\n' : `key: ${source}\n`)
  if (parsed.kind === 'unreadable' || parsed.block.root?.items.length !== 1) return null
  const node = parsed.block.root.items[0]?.value
  if (!isScalar(node) || node.type !== 'PLAIN' || (node.source ?? '') !== source || node.tag !== undefined)
    return null
  return readViews(parsed.block)
}

/** The quotes that new values of this block get: single ones where the block uses those only. */
export function quoteContext(block: YamlBlock, inFlow: boolean): QuoteContext {
  let single = 0
  let double = 0
  visit(block.document, {
    Scalar(_key, scalar) {
      if (scalar.type === 'QUOTE_SINGLE') single++
      if (scalar.type === 'QUOTE_DOUBLE') double++
    },
  })
  return { inFlow, preferred: single > 0 && double === 0 ? 'single' : 'double' }
}
