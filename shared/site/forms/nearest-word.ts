/** The word that was most likely meant by `written`: one of `words` at most two letters away, case aside; null for none. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  const known = words.map((word) => ({
    word,
    distance: distanceOf(written.toLowerCase(), word.toLowerCase()),
  }))
  const [nearest] = known.toSorted((one, other) => one.distance - other.distance)
  if (nearest === undefined) return null
  return nearest.distance <= Math.min(2, nearest.word.length >> 1) ? nearest.word : null
}

/** How many letters must be put in, left out, changed or swapped with the next (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  // far apart whatever they say, and a key may be as long as a file
  if (Math.abs(one.length - other.length) > 2) return 3
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const changed = (above[column - 1] ?? 0) + (isSame ? 0 : 1)
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const swapped = isSwapped ? (before[column - 2] ?? 0) + 1 : changed
      current.push(Math.min(changed, swapped, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    before = above
    above = current
  }
  return above[other.length] ?? 0
}
