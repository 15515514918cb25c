import type { AddedValue, FieldEdit, FieldPath } from './front-matter'
import { type ViewMap, type ViewTree, viewOfText } from './view-tree'

/** What a parser should read for a value that is being written; null when it cannot read such a value at all. */
export type ExpectedValue = (value: AddedValue) => ViewTree | null

/**
 * The tree that a parser must read after `edit` if it read `before`; null when the edit makes no sense in its eyes. `empty` is what
 * it reads for the language's empty value.
 */
export function treeAfter(
  before: ViewTree,
  edit: FieldEdit,
  expected: ExpectedValue,
  empty: (old: ViewTree) => ViewTree,
): ViewTree | null {
  switch (edit.kind) {
    case 'set':
      return updated(before, edit.path, () => expected(edit.value))
    case 'clear':
      return updated(before, edit.path, empty)
    case 'append':
      return updated(before, edit.path, (old) => appended(old, expected(edit.value)))
    case 'remove-item':
      return updated(before, edit.path, (old) => (isList(old) ? withoutItem(old.items, edit.index) : null))
    case 'move-item':
      return updated(before, edit.path, (old) => (isList(old) ? moved(old.items, edit.from, edit.to) : null))
    case 'add-key':
      return updated(before, edit.path, (old) => withEntry(old, edit.key, expected(edit.value)))
    case 'remove-key':
      return updatedEntry(before, edit.path, () => [])
    case 'rename-key':
      return updatedEntry(before, edit.path, ([, value], map) => {
        return map.entries.some(([key]) => key === edit.key) ? null : [[edit.key, value]]
      })
  }
}

type Entry = ViewMap['entries'][number]

function updated(
  tree: ViewTree,
  path: FieldPath,
  update: (old: ViewTree) => ViewTree | null,
): ViewTree | null {
  const [step, ...rest] = path
  if (step === undefined) return update(tree)
  if (isList(tree)) {
    const index = Number(step)
    const item = tree.items[index]
    const next = item === undefined ? null : updated(item, rest, update)
    return next === null ? null : { items: tree.items.with(index, next) }
  }
  if (!isMap(tree)) return null
  const at = tree.entries.findIndex(([key]) => key === String(step))
  const entry = tree.entries[at]
  const next = entry === undefined ? null : updated(entry[1], rest, update)
  return next === null ? null : { entries: tree.entries.with(at, [String(step), next]) }
}

/** Replaces the one entry that `path` leads to by others. */
function updatedEntry(
  tree: ViewTree,
  path: FieldPath,
  replace: (entry: Entry, map: ViewMap) => readonly Entry[] | null,
): ViewTree | null {
  const key = String(path.at(-1))
  return updated(tree, path.slice(0, -1), (map) => {
    if (!isMap(map) || map.entries.filter(([other]) => other === key).length !== 1) return null
    const at = map.entries.findIndex(([other]) => other === key)
    const next = replace(map.entries[at] as Entry, map)
    return next === null ? null : { entries: map.entries.toSpliced(at, 1, ...next) }
  })
}

function appended(old: ViewTree, item: ViewTree | null): ViewTree | null {
  if (item === null || isMap(old)) return null
  if (isList(old)) return { items: [...old.items, item] }
  // an empty text is what some parsers read for no value, and what other languages write for it
  return { items: old === 'null' || old === viewOfText('') ? [item] : [old, item] }
}

function withEntry(map: ViewTree, key: string, value: ViewTree | null): ViewTree | null {
  if (value === null || !isMap(map) || map.entries.some(([other]) => other === key)) return null
  return { entries: [...map.entries, [key, value]] }
}

function withoutItem(items: readonly ViewTree[], index: number): ViewTree | null {
  return items[index] === undefined ? null : { items: items.toSpliced(index, 1) }
}

function moved(items: readonly ViewTree[], from: number, to: number): ViewTree | null {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return null
  return { items: items.toSpliced(from, 1).toSpliced(to, 0, item) }
}

function isList(tree: ViewTree): tree is { readonly items: readonly ViewTree[] } {
  return typeof tree !== 'string' && 'items' in tree
}

function isMap(tree: ViewTree): tree is ViewMap {
  return typeof tree !== 'string' && 'entries' in tree
}
