import type { AddedValue, Field, FieldEdit, FieldPath, FieldValue } from './front-matter'

/** Whether the value at a path already is this one to every parser. */
export type IsAlready = (path: FieldPath, value: AddedValue) => boolean

type SetEdit = Extract<FieldEdit, { kind: 'set' }>
type Parts = readonly FieldEdit[] | null

/** Each part is looked at, and each change proven, on its own, which takes its time: what needs more is written in one go. */
const maxParts = 200
const maxChanges = 20
const maxComparisons = 1000

/**
 * A list or map that is set over one of its own kind, as edits of the parts that differ, so that the parts which stay are not touched: items
 * behind the last one, items that go, items or keys with another value, keys that come or go. null where that would say less than writing
 * the whole: nothing stays, the order changes, or something comes between.
 */
export function partsOfSet(fields: readonly Field[], { path, value }: SetEdit, isAlready: IsAlready): Parts {
  const old = valueAt({ kind: 'map', entries: fields }, path)
  const parts = partsOf(path, old, value, isAlready)
  return parts !== null && parts.length <= maxChanges ? parts : null
}

function partsOf(path: FieldPath, old: FieldValue | null, value: AddedValue, isAlready: IsAlready): Parts {
  if (old?.kind === 'list' && value.kind === 'list') {
    return partsOfList(path, old.items, value.items, isAlready)
  }
  if (old?.kind === 'map' && value.kind === 'map') {
    const keys = old.entries.map(({ key }) => key)
    return partsOfMap(path, keys, value.entries, isAlready)
  }
  return null
}

function valueAt(value: FieldValue, path: FieldPath): FieldValue | null {
  const [step, ...rest] = path
  if (step === undefined) return value
  const part =
    value.kind === 'list'
      ? value.items[Number(step)]
      : value.kind === 'map'
        ? value.entries.find(({ key }) => key === step)?.value
        : undefined
  return part === undefined ? null : valueAt(part, rest)
}

function partsOfList(
  path: FieldPath,
  old: readonly FieldValue[],
  items: readonly AddedValue[],
  isAlready: IsAlready,
): Parts {
  if (items.length === 0 || Math.max(old.length, items.length) > maxParts) return null
  const isAt = (index: number, item: AddedValue): boolean => isAlready([...path, index], item)
  if (items.length > old.length) {
    if (old.length === 0 || !old.every((_, index) => isAt(index, items[index] as AddedValue))) return null
    return items.slice(old.length).map((value) => ({ kind: 'append', path, value }))
  }
  if (items.length < old.length) return removalsOf(path, old.length, items, isAt)
  const changed = items.flatMap((value, index) => (isAt(index, value) ? [] : [{ value, index }]))
  const hasKept = changed.length < items.length || items.every(({ kind }) => kind === 'map')
  if (changed.length * old.length > maxComparisons) return null
  const isReordered = changed.some(({ value }) => old.some((_, index) => isAt(index, value)))
  if (!hasKept || isReordered) return null
  return changed.map(({ value, index }) => ({ kind: 'set', path: [...path, index], value }))
}

/** Items that go, the last one first; null when another one comes or the order changes. */
function removalsOf(
  path: FieldPath,
  count: number,
  items: readonly AddedValue[],
  isAt: (index: number, item: AddedValue) => boolean,
): Parts {
  const removed: number[] = []
  let next = 0
  for (let index = 0; index < count; index++) {
    const item = items[next]
    if (item !== undefined && isAt(index, item)) next++
    else removed.push(index)
  }
  if (next < items.length) return null
  return removed.toReversed().map((index) => ({ kind: 'remove-item', path, index }))
}

function partsOfMap(
  path: FieldPath,
  old: readonly string[],
  entries: readonly (readonly [key: string, value: AddedValue])[],
  isAlready: IsAlready,
): Parts {
  if (Math.max(old.length, entries.length) > maxParts) return null
  const kept = entries.filter(([key]) => old.includes(key))
  const gone = old.filter((key) => !entries.some(([name]) => name === key))
  const added = entries.slice(kept.length)
  const stays = old.filter((key) => !gone.includes(key))
  const isSameOrder = stays.every((key, index) => entries[index]?.[0] === key)
  if (kept.length === 0 || !isSameOrder || stays.length !== kept.length) return null
  return [
    ...kept
      .filter(([key, value]) => !isAlready([...path, key], value))
      .map(([key, value]): FieldEdit => ({ kind: 'set', path: [...path, key], value })),
    ...gone.map((key): FieldEdit => ({ kind: 'remove-key', path: [...path, key] })),
    ...added.map(([key, value]): FieldEdit => ({ kind: 'add-key', path, key, value })),
  ]
}
