import type { FieldPath } from './front-matter'
import type { ViewMap, ViewName, ViewTree } from './yaml-views'

/** What a view should read for a value that is being written; null when that view cannot read such a value. */
export type ExpectedValue = (view: ViewName) => ViewTree | null

/** What an edit means, apart from how it is written. */
export type ViewEdit =
  | { readonly kind: 'set'; readonly path: FieldPath; readonly value: ExpectedValue }
  | { readonly kind: 'append'; readonly path: FieldPath; readonly value: ExpectedValue }
  | { readonly kind: 'remove-item'; readonly path: FieldPath; readonly index: number }
  | { readonly kind: 'move-item'; readonly path: FieldPath; readonly from: number; readonly to: number }
  | { readonly kind: 'add-key'; readonly key: string; readonly value: ExpectedValue }
  | { readonly kind: 'remove-key'; readonly key: string }

/** The tree that `view` must read after `edit` if it read `before`; null when the edit makes no sense in that view. */
export function treeAfter(before: ViewTree, edit: ViewEdit, view: ViewName): ViewTree | null {
  switch (edit.kind) {
    case 'set':
      return updated(before, edit.path, () => edit.value(view))
    case 'append':
      return updated(before, edit.path, (old) => appended(old, edit.value(view)))
    case 'remove-item':
      return updated(before, edit.path, (old) =>
        isList(old) ? { items: old.items.toSpliced(edit.index, 1) } : null,
      )
    case 'move-item':
      return updated(before, edit.path, (old) => (isList(old) ? moved(old.items, edit.from, edit.to) : null))
    case 'add-key': {
      const value = edit.value(view)
      if (!isMap(before) || value === null || before.entries.some(([key]) => key === edit.key)) return null
      return { entries: [...before.entries, [edit.key, value]] }
    }
    case 'remove-key': {
      if (!isMap(before)) return null
      const entries = before.entries.filter(([key]) => key !== edit.key)
      return entries.length === before.entries.length - 1 ? { entries } : null
    }
  }
}

type Update = (old: ViewTree) => ViewTree | null

function updated(tree: ViewTree, path: FieldPath, update: Update): ViewTree | null {
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

function appended(old: ViewTree, item: ViewTree | null): ViewTree | null {
  if (item === null) return null
  if (isList(old)) return { items: [...old.items, item] }
  return isMap(old) ? null : { items: [item] }
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
