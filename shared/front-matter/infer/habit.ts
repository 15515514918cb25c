import type { FieldHabit } from '../../contract/field'
import { mostFrequent } from './most-frequent'
import type { ObservedValue } from './observed'
import { yesNoWordsOf } from './yes-no'

/** What a collection does where a field of its own shows no habit. */
export const commonHabit: FieldHabit = { quotes: 'plain', list: 'flow', datePattern: null, words: null }

/** How most of `values` are written; `fallback` where they do not say. Dates and words are the field's own or none. */
export function habitOf(values: readonly ObservedValue[], fallback: FieldHabit): FieldHabit {
  const singles = values.filter((value) => value.kind === 'single')
  const lists = values.filter((value) => value.kind === 'list')
  const words = singles.map(({ type, text }) => (type === 'yes-no' ? yesNoWordsOf(text)?.yes : null) ?? null)
  return {
    quotes: mostFrequent([...singles, ...lists].map(({ quotes }) => quotes)) ?? fallback.quotes,
    list: listHabit(singles.length, lists) ?? fallback.list,
    datePattern: mostFrequent(singles.map(({ datePattern }) => datePattern)),
    words: yesNoWordsOf(mostFrequent(words) ?? ''),
  }
}

/** null for a field without any list, where the other fields' lists tell how a first one is written. */
function listHabit(
  singles: number,
  lists: readonly Extract<ObservedValue, { kind: 'list' }>[],
): FieldHabit['list'] | null {
  if (lists.length === 0) return null
  return singles > lists.length ? 'one' : mostFrequent(lists.map(({ style }) => style))
}
