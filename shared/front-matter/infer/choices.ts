import type { FieldChoice } from '../../contract/field'
import type { NamesMatch } from './data-names'
import { countedFrom } from './most-frequent'
import type { ObservedValue } from './observed'

const maxChoices = 2000

/** The values that posts have, most used first, each item of a list for itself. At most 2,000. */
export function usedChoices(values: readonly ObservedValue[]): FieldChoice[] {
  const counted = countedFrom(values.flatMap(textsOf)).slice(0, maxChoices)
  return counted.map(([value, count]) => ({ value, label: null, count }))
}

/** The values that posts have with what the data file calls them, and behind them those that only the data file has. */
export function withNames(used: readonly FieldChoice[], { names, by }: NamesMatch): FieldChoice[] {
  if (by === 'label') {
    const inUse = new Set(used.map(({ value }) => value))
    const others = names.entries.flatMap(({ label }) => (label === null || inUse.has(label) ? [] : [label]))
    return [...used, ...others.map((value) => ({ value, label: null, count: 0 }))]
  }
  const labels = new Map(names.entries.map(({ key, label }) => [key, label]))
  const known = used.map((choice) => ({ ...choice, label: labels.get(choice.value) ?? null }))
  for (const { value } of used) labels.delete(value)
  return [...known, ...[...labels].map(([value, label]) => ({ value, label, count: 0 }))]
}

/** The single values that a value has; one that was cut short is none. */
function textsOf(value: ObservedValue): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(textsOf)
  return value.kind === 'single' && value.length === value.text.length ? [value.text] : []
}
