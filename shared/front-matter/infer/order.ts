// What stands beyond is so rare that its place does not matter; the table below grows with the square.
const maxKeys = 300

/**
 * The keys of all `sequences` in the order in which they usually stand: each is put where the fewest posts disagree, the most used
 * first. A key that stands beside no other goes to the end. At most the 300 most used.
 */
export function learnOrder(sequences: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const keys of sequences) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, maxKeys)
  const indices = new Map(keys.map(([key], index) => [key, index]))
  const isBefore = countPairs(sequences, indices)
  const order: number[] = []
  for (const key of indices.values()) order.splice(bestPlace(key, order, isBefore), 0, key)
  return order.map((index) => keys[index]?.[0] ?? '')
}

/** How many sequences have one key before another. */
type Pairs = (first: number, second: number) => number

function countPairs(sequences: readonly (readonly string[])[], indices: ReadonlyMap<string, number>): Pairs {
  const size = indices.size
  const counts = new Uint32Array(size * size)
  for (const sequence of sequences) {
    const known = sequence.flatMap((key) => indices.get(key) ?? [])
    for (const [place, first] of known.entries())
      for (let later = place + 1; later < known.length; later++) {
        const cell = first * size + (known[later] ?? 0)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
  }
  return (first, second) => counts[first * size + second] ?? 0
}

/** The last of the places in `order` at which the fewest sequences disagree with `key` standing there. */
function bestPlace(key: number, order: readonly number[], isBefore: Pairs): number {
  // counted from the first place, where all sequences that have another key before this one disagree
  let disagreeing = order.reduce((sum, other) => sum + isBefore(other, key), 0)
  let best = { place: 0, disagreeing }
  for (const [index, other] of order.entries()) {
    disagreeing += isBefore(key, other) - isBefore(other, key)
    if (disagreeing <= best.disagreeing) best = { place: index + 1, disagreeing }
  }
  return best.place
}
