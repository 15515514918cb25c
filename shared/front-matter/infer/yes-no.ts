/** The words for yes and for no that go together. */
export type YesNoWords = { readonly yes: string; readonly no: string }

const pairs: readonly YesNoWords[] = [
  { yes: 'true', no: 'false' },
  { yes: 'yes', no: 'no' },
  { yes: 'on', no: 'off' },
  { yes: 'y', no: 'n' },
]

/** The pair that `word` belongs to, in the case that it is written in (`Yes`: `Yes` and `No`); null for no such word. */
export function yesNoWordsOf(word: string): YesNoWords | null {
  const lower = word.toLowerCase()
  const pair = pairs.find(({ yes, no }) => yes === lower || no === lower)
  if (pair === undefined || word === lower) return pair ?? null
  const isUpper = word === word.toUpperCase() && word.length > 1
  const inCase = (other: string): string =>
    isUpper ? other.toUpperCase() : `${other.charAt(0).toUpperCase()}${other.slice(1)}`
  return { yes: inCase(pair.yes), no: inCase(pair.no) }
}
