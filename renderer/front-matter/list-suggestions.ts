import type { FieldChoice } from '#shared/contract/field'
import { nearDuplicateOf } from '#shared/front-matter/near-duplicates'

/** A value that can be added to a list, and whether it is probably what was meant by the text typed. */
export type Suggestion = FieldChoice & { readonly isNearDuplicate: boolean }

// as many as somebody reads; typing on finds the rest
const maxSuggestions = 50

/**
 * What to offer while `typed` stands in the field: first a commoner spelling of it, then values that begin with it, then those that
 * hold it, each most used first; what the list has already is left out. Labels count as their values do.
 */
export function suggestionsFor(
  choices: readonly FieldChoice[],
  items: readonly string[],
  typed: string,
): readonly Suggestion[] {
  const words = typed.trim().toLowerCase()
  const near = words === '' ? null : nearDuplicateOf(typed.trim(), choices)
  const left = choices.filter(({ value }) => !items.includes(value) && value !== near?.value)
  const begins = left.filter((choice) => textsOf(choice).some((text) => text.startsWith(words)))
  const holds = left.filter(
    (choice) => !begins.includes(choice) && textsOf(choice).some((text) => text.includes(words)),
  )
  const others = [...begins, ...holds].map((choice) => ({ ...choice, isNearDuplicate: false }))
  const first = near === null || items.includes(near.value) ? [] : [{ ...near, isNearDuplicate: true }]
  return [...first, ...others].slice(0, maxSuggestions)
}

/** The items of a list that other posts spell otherwise, each with the commoner spelling; not where the list has that one too. */
export function misspelt(
  items: readonly string[],
  choices: readonly FieldChoice[],
): readonly { readonly index: number; readonly item: string; readonly meant: FieldChoice }[] {
  return items.flatMap((item, index) => {
    const meant = nearDuplicateOf(item, choices)
    return meant === null || items.includes(meant.value) ? [] : [{ index, item, meant }]
  })
}

function textsOf({ value, label }: FieldChoice): readonly string[] {
  return [value, ...(label === null ? [] : [label])].map((text) => text.toLowerCase())
}
