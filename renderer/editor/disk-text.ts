import {
  type ChangeDesc,
  ChangeSet,
  type EditorState,
  StateEffect,
  StateField,
  Text,
} from '@codemirror/state'
import type { LineEdit } from '#shared/contract/post'
import { type LineAt, lineEditsOf } from '#shared/text/line-edits'
import { differenceBetween } from '#shared/text/smallest-change'

/** The text that the disk is known to hold, and where the document has left it. */
type DiskText = { readonly text: Text; readonly changes: ChangeDesc }

/** The disk holds this text now, whatever the document has. */
export const setDiskText = StateEffect.define<Text>()

/** Follows every transaction, undo too, at the cost of what has been edited and not of the text. Without a word the disk has the first text. */
export const diskTextField = StateField.define<DiskText>({
  create: ({ doc }) => ({ text: doc, changes: ChangeSet.empty(doc.length) }),
  update(value, { docChanged, changes, effects, newDoc }) {
    const effect = effects.find((candidate) => candidate.is(setDiskText))
    if (effect !== undefined) return { text: effect.value, changes: changesBetween(effect.value, newDoc) }
    return docChanged ? { ...value, changes: value.changes.composeDesc(changes.desc) } : value
  },
})

function changesBetween(text: Text, doc: Text): ChangeDesc {
  const change = text.eq(doc) ? null : differenceBetween(text.toString(), doc.toString())
  if (change === null) return ChangeSet.empty(doc.length)
  // as lines, so that no `\r` of a file with mixed endings is taken for a line's end
  const insert = Text.of(change.insert.split('\n'))
  return ChangeSet.of({ from: change.from, to: change.to, insert }, text.length).desc
}

/** Whether the document is another text than the disk's. */
export function differsFromDisk(state: EditorState): boolean {
  return !state.doc.eq(state.field(diskTextField).text)
}

/** The lines of the disk's text that were edited since; what was typed and undone may be among them. */
export function linesEdited(state: EditorState): readonly LineEdit[] {
  const { text, changes } = state.field(diskTextField)
  const ranges: Parameters<typeof lineEditsOf>[0][number][] = []
  changes.iterChangedRanges((fromA, toA, fromB, toB) => ranges.push({ fromA, toA, fromB, toB }))
  return lineEditsOf(ranges, linesOf(text), linesOf(state.doc))
}

function linesOf(text: Text): LineAt {
  return (offset) => {
    const { number, from } = text.lineAt(offset)
    return { line: number - 1, isStart: from === offset }
  }
}
