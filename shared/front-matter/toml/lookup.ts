import type { FieldPath } from '../front-matter'
import type { TomlBlock } from './block'
import { nodeInSource, type TomlEntry, type TomlNode, type TomlTable } from './document'
import { type Plan, refusedPlan } from './plan'

/** A value and what holds it. */
export type Place = {
  readonly node: TomlNode
  /** The innermost table around the value; null for the root itself. */
  readonly table: TomlTable | null
  /** The value's key in that table, when it is the value of a key rather than an item of a list. */
  readonly entry: TomlEntry | null
  /** Where to point the writer at. */
  readonly offset: number
}

/** A place, or a refusal because nothing is there. */
export type Found = { readonly kind: 'found'; readonly place: Place } | Extract<Plan, { kind: 'refused' }>

/** Follows `path` from the root. */
export function lookUp(block: TomlBlock, path: FieldPath): Found {
  let place: Place = { node: block.root, table: null, entry: null, offset: 0 }
  for (const [index, step] of path.entries()) {
    const next = stepFrom(place, step)
    if (next === null) {
      const name = path.slice(0, index + 1).join('.')
      const message =
        typeof step === 'number'
          ? 'The list has no item at that place.'
          : `The front matter has no \`${name}\`.`
      const plan = refusedPlan('no-such-field', message, place.offset)
      return plan as Extract<Plan, { kind: 'refused' }>
    }
    place = next
  }
  return { kind: 'found', place }
}

function stepFrom(place: Place, step: string | number): Place | null {
  const { node } = place
  if (node.kind === 'scalar') return null
  if (node.kind === 'table') {
    const entry = node.entries.get(String(step))
    if (entry === undefined) return null
    const offset = entry.mentions[0]?.key.range[0] ?? place.offset
    return { node: entry.value, table: node, entry, offset }
  }
  const item = /^\d+$/.test(String(step)) ? node.items[Number(step)] : undefined
  if (item === undefined) return null
  return { node: item, table: place.table, entry: null, offset: offsetOfItem(item) ?? place.offset }
}

function offsetOfItem(item: TomlNode): number | null {
  const inSource = nodeInSource(item)
  if (inSource !== null) return inSource.range[0]
  return item.kind === 'table' ? (item.parts[0]?.range[0] ?? null) : null
}
