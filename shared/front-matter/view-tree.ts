/** A value as one view reads it, made comparable: a scalar is `type:value`; a map's entries are in no particular order. */
export type ViewTree = string | ViewList | ViewMap
/** See `ViewTree`. */
export type ViewList = { readonly items: readonly ViewTree[] }
/** See `ViewTree`. Duplicate keys stay apart where the parser keeps them apart. */
export type ViewMap = { readonly entries: readonly (readonly [key: string, value: ViewTree])[] }

/** What every view should make of a text: that very string. */
export function viewOfText(text: string): ViewTree {
  return `string:${text}`
}

/** Two trees alike, whatever the order of their maps' entries. */
export function sameTree(one: ViewTree, other: ViewTree): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if ('items' in one) {
    if (!('items' in other) || one.items.length !== other.items.length) return false
    return one.items.every((item, index) => sameTree(item, other.items[index] as ViewTree))
  }
  if (!('entries' in other) || one.entries.length !== other.entries.length) return false
  const isInOrder = one.entries.every(([key], index) => key === other.entries[index]?.[0])
  const ours = isInOrder ? one.entries : sortedEntries(one)
  const theirs = isInOrder ? other.entries : sortedEntries(other)
  return ours.every(([key, value], index) => {
    const [otherKey, otherValue] = theirs[index] as (typeof theirs)[number]
    return key === otherKey && sameTree(value, otherValue)
  })
}

function sortedEntries(map: ViewMap): ViewMap['entries'] {
  // the sort is stable, so duplicates stay in their order
  return map.entries.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

/** A value that is neither list nor map, made comparable. */
export function scalarTree(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `date:${value.getTime()}`
  if (Object.is(value, -0)) return 'number:-0'
  if (value instanceof Uint8Array) return `bytes:${[...value].join(' ')}`
  return `${typeof value}:${String(value)}`
}
