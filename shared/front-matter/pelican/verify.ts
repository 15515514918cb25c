import type { AddedValue, FieldEdit } from '../front-matter'
import type { Objection } from '../language'
import { treeAfter } from '../view-edit'
import { sameTree, type ViewTree, viewOfText } from '../view-tree'
import { headerText, isListHeader, itemRanges, itemsIn, readHeaders } from './headers'

/** What stands in the way of a change from one block to another: Pelican must read just what `edit` means. */
export function objectionTo(before: string, after: string, edit: FieldEdit): Objection {
  // a header that gets another name keeps its text, and that text may be a list under one name only
  const asTexts = edit.kind === 'rename-key'
  const old = treeOf(before, asTexts)
  const isSameName =
    edit.kind === 'rename-key' && edit.key.toLowerCase() === String(edit.path[0]).toLowerCase()
  const expected = isSameName ? old : treeAfter(old, inLowerCase(edit), expectedTree, emptyTree)
  const isMeant = expected !== null && sameTree(expected, treeOf(after, asTexts))
  return isMeant ? null : 'another-value-changes'
}

function treeOf(block: string, asTexts: boolean): ViewTree {
  return {
    entries: readHeaders(block).map((header) => {
      if (asTexts || !isListHeader(header.name)) return [header.name, viewOfText(headerText(block, header))]
      const items = itemRanges(block, header).map(({ from, to }) => viewOfText(block.slice(from, to)))
      return [header.name, { items }]
    }),
  }
}

/** The edit as Pelican sees it: names in lower case, and a text that becomes a list's value as the items that it holds. */
function inLowerCase(edit: FieldEdit): FieldEdit {
  const path = edit.path.map((step, depth) => (depth === 0 ? String(step).toLowerCase() : step))
  switch (edit.kind) {
    case 'set':
      return { ...edit, path, value: path.length === 1 ? valueFor(String(path[0]), edit.value) : edit.value }
    case 'add-key': {
      const key = edit.key.toLowerCase()
      return { ...edit, path, key, value: valueFor(key, edit.value) }
    }
    case 'rename-key':
      return { ...edit, path, key: edit.key.toLowerCase() }
    default:
      return { ...edit, path }
  }
}

function valueFor(name: string, value: AddedValue): AddedValue {
  if (!isListHeader(name) || value.kind !== 'text') return value
  return { kind: 'list', items: itemsIn(value.text).map((text) => ({ kind: 'text', text })) }
}

function expectedTree(value: AddedValue): ViewTree | null {
  if (value.kind === 'text') return viewOfText(value.text.replaceAll('\r\n', '\n'))
  if (value.kind !== 'list') return null
  const items = value.items.map(expectedTree)
  return items.every((item) => item !== null) ? { items } : null
}

function emptyTree(old: ViewTree): ViewTree {
  return typeof old === 'string' ? viewOfText('') : { items: [] }
}
