/** Values with how often they are there, most frequent first, ties in order of appearance. null does not count. */
export function countedFrom<Value extends string>(
  values: Iterable<Value | null>,
): readonly (readonly [value: Value, count: number])[] {
  const counts = new Map<Value, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)
}

/** The most frequent value; null for none. */
export function mostFrequent<Value extends string>(values: Iterable<Value | null>): Value | null {
  return countedFrom(values)[0]?.[0] ?? null
}
