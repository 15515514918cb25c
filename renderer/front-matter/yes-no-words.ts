const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  yes: 'no',
  on: 'off',
  y: 'n',
}

/**
 * The other word of a yes/no pair, in the case that the file has (`Yes` → `No`), and `true` for no word at all; null for a word
 * that is none.
 */
export function oppositeWord(word: string): string | null {
  if (word === '') return 'true'
  const lower = word.toLowerCase()
  const pair = Object.entries(opposites).find((words) => words.includes(lower))
  if (pair === undefined) return null
  const other = pair[0] === lower ? pair[1] : pair[0]
  if (word === word.toUpperCase() && word.length > 1) return other.toUpperCase()
  return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other
}

/** Whether a yes/no word says yes. */
export function saysYes(word: string): boolean {
  return Object.hasOwn(opposites, word.toLowerCase())
}
