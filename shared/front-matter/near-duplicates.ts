import type { FieldChoice } from '../contract/field'

/**
 * The commoner spelling of a value that is probably meant, such as `JavaScript` (12 posts) for `javascript`, `Java Script` or `java-scripts`; null
 * when there is none. A value alike in use as often counts as the rarer one when it comes later in `choices` (most used first).
 */
export function nearDuplicateOf(value: string, choices: readonly FieldChoice[]): FieldChoice | null {
  const folded = foldedOf(value)
  if (folded === '') return null
  const commonest = commonestOf(choices.filter((choice) => foldedOf(choice.value) === folded))
  return commonest === undefined || commonest.value === value ? null : commonest
}

/** The values among `choices` that have a commoner spelling there, each with that one. See `nearDuplicateOf`. */
export function nearDuplicates(choices: readonly FieldChoice[]): ReadonlyMap<string, FieldChoice> {
  const commonest = new Map<string, FieldChoice>()
  for (const choice of choices) {
    const folded = foldedOf(choice.value)
    if (choice.count > (commonest.get(folded)?.count ?? -1)) commonest.set(folded, choice)
  }
  const found = new Map<string, FieldChoice>()
  for (const { value } of choices) {
    const folded = foldedOf(value)
    const meant = commonest.get(folded)
    if (folded !== '' && meant !== undefined && meant.value !== value) found.set(value, meant)
  }
  return found
}

function commonestOf(choices: readonly FieldChoice[]): FieldChoice | undefined {
  return choices.toSorted((one, other) => other.count - one.count)[0]
}

/** What is the same for all spellings: letter case, blanks, `-` and `_`, and the plural are gone. */
function foldedOf(value: string): string {
  const words = value.normalize('NFKC').toLowerCase().trim()
  return singular(words.replace(/[\s_-]+/g, ''))
}

/** An English plural without its ending. Short words and `-ss`, `-us`, `-is` are none: `css`, `status`, `analysis`. */
function singular(word: string): string {
  if (word.length < 5 && !/^\p{L}{3}s$/u.test(word)) return word
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return /(?:s|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
