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
  const taken = new Set([...items, ...(near === null ? [] : [near.value])])
  const first = near === null || items.includes(near.value) ? [] : [{ ...near, isNearDuplicate: true }]
  const begins: Suggestion[] = []
  const holds: Suggestion[] = []
  for (const choice of choices) {
    if (begins.length === maxSuggestions) break
    if (taken.has(choice.value)) continue
    const place = placeOf(words, choice)
    if (place >= 0) (place === 0 ? begins : holds).push({ ...choice, isNearDuplicate: false })
  }
  return [...first, ...begins, ...holds].slice(0, maxSuggestions)
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

/** How early a choice has the words, in its value or in its name; negative when in neither. */
function placeOf(words: string, { value, label }: FieldChoice): number {
  const inValue = value.toLowerCase().indexOf(words)
  const inLabel = label?.toLowerCase().indexOf(words) ?? -1
  return inValue < 0 || inLabel < 0 ? Math.max(inValue, inLabel) : Math.min(inValue, inLabel)
}
