const ideograph = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const word = new RegExp(`[${ideograph}]|(?:(?![${ideograph}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** The words of a text in lower case, without punctuation, so that neither quotes nor entities matter. An ideograph is a word. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? []
}

/** Whether two texts say the same words in the same order; no words are never the same. */
export function isSameWording(text: string, other: string): boolean {
  const words = wordsOf(text)
  return words.length > 0 && words.join(' ') === wordsOf(other).join(' ')
}

const longestShingle = 4

/** How many words a shingle of a text has: four, or all words of a shorter text. */
export function shingleLength(words: readonly string[]): number {
  return Math.max(1, Math.min(longestShingle, words.length))
}

/** Every run of `length` words, by the place of its first word. */
export function shinglesOf(words: readonly string[], length: number): readonly string[] {
  const shingles: string[] = []
  for (let at = 0; at + length <= words.length; at++) shingles.push(words.slice(at, at + length).join(' '))
  return shingles
}
