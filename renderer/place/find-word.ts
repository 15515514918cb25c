/** A word on the page and the words around it in the same block, without any markup. */
export type ClickedWord = {
  readonly before: string
  readonly word: string
  readonly behind: string
}

type Word = { readonly text: string; readonly from: number }

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** How many words on each side decide which of several equal words is meant. */
const neighbours = 8

/** How many words of markup (an address, attributes) may stand between two neighbours. */
const maxSkipped = 24

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    text: match[0].toLocaleLowerCase('en'),
    from: match.index,
  }))
}

/** How well `wanted`, nearest first, are found one after the other in `words` from `start` on in direction `step`; nearer ones weigh more. */
function agreement(wanted: readonly Word[], words: readonly Word[], start: number, step: 1 | -1): number {
  let at = start
  let score = 0
  for (const [distance, { text }] of wanted.entries()) {
    for (let skipped = 0; skipped <= maxSkipped; skipped++) {
      const candidate = words[at + skipped * step]
      if (candidate === undefined) break
      if (candidate.text !== text) continue
      score += 1 / (1 + distance + skipped / maxSkipped)
      at += (skipped + 1) * step
      break
    }
  }
  return score
}

/**
 * Where in a block's source the clicked word begins: the one among equal words whose neighbours agree best, markup between them skipped; among
 * those that agree equally well the one at the same share of the way. null when the source does not hold the word.
 */
export function findWord(source: string, { before, word, behind }: ClickedWord): number | null {
  const [wanted] = wordsOf(word)
  if (wanted === undefined) return null
  const words = wordsOf(source)
  const wordsBefore = wordsOf(before)
  const wordsBehind = wordsOf(behind)
  const expected = (wordsBefore.length / (wordsBefore.length + wordsBehind.length + 1)) * words.length
  const nearestBefore = wordsBefore.slice(-neighbours).reverse()
  const nearestBehind = wordsBehind.slice(0, neighbours)
  let best: { readonly from: number; readonly score: number; readonly away: number } | null = null
  for (const [index, candidate] of words.entries()) {
    if (candidate.text !== wanted.text) continue
    const score =
      agreement(nearestBefore, words, index - 1, -1) + agreement(nearestBehind, words, index + 1, 1)
    const away = Math.abs(index - expected)
    if (best === null || score > best.score + 1e-9 || (score > best.score - 1e-9 && away < best.away)) {
      best = { from: candidate.from, score, away }
    }
  }
  return best?.from ?? null
}
