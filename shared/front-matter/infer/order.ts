// What stands beyond is so rare that its place does not matter; the table below grows with the square.
const maxKeys = 300

/**
 * The keys of all `sequences` in the order in which they usually stand: where most that have two keys have one before the other, so has the
 * result, unless that leads in a circle; then the fewest are contradicted. What is left open goes by use, the most used first. At most
 * the 300 most used.
 */
export function learnOrder(sequences: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const keys of sequences) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, maxKeys)
  const indices = new Map(keys.map(([key], index) => [key, index]))
  return orderOf(indices.size, countPairs(sequences, indices)).map((index) => keys[index]?.[0] ?? '')
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

/** Takes one key after the other, each time the first of those that the fewest sequences have behind a key that is still left. */
function orderOf(size: number, isBefore: Pairs): readonly number[] {
  const left = Array.from({ length: size }, (_, index) => index)
  const majority = (first: number, second: number): number =>
    Math.max(0, isBefore(first, second) - isBefore(second, first))
  const waiting = left.map((key) => left.reduce((sum, other) => sum + majority(other, key), 0))
  const order: number[] = []
  while (left.length > 0) {
    const least = left.reduce((least, key) => Math.min(least, waiting[key] ?? 0), Number.POSITIVE_INFINITY)
    const place = left.findIndex((key) => waiting[key] === least)
    const [taken = 0] = left.splice(place, 1)
    order.push(taken)
    for (const key of left) waiting[key] = (waiting[key] ?? 0) - majority(taken, key)
  }
  return order
}
