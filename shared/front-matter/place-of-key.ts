/**
 * Where among a map's `keys` a new one belongs, as the index that it gets: below the nearest key that stands before it in `order`, the
 * usual order of such maps; else above the nearest that stands after it; else at the end. `order` is looked at as it is, so that a key
 * which it does not have belongs at the end.
 */
export function placeOfKey(keys: readonly string[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key)
  if (rank < 0) return keys.length
  for (let at = rank - 1; at >= 0; at--) {
    const index = keys.lastIndexOf(order[at] as string)
    if (index >= 0) return index + 1
  }
  for (const later of order.slice(rank + 1)) {
    const index = keys.indexOf(later)
    if (index >= 0) return index
  }
  return keys.length
}
