import {
  EditorSelection,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { clipChanges } from './clip-changes'
import { frontMatterField } from './front-matter-field'

/** Shows the front matter as text (true) or folds it away into the form (false). */
export const setRawFrontMatter = StateEffect.define<boolean>()

/** Folds anew, for a text that came from elsewhere as a whole. */
export const foldAgain = StateEffect.define<null>()

const rawFrontMatter = StateField.define<boolean>({
  create: () => false,
  update(raw, transaction) {
    for (const effect of transaction.effects) if (effect.is(setRawFrontMatter)) return effect.value
    return raw
  },
})

/** The end of what is folded away: the front matter and the blank lines below it. 0: nothing; what cannot be read as fields is shown. */
function foldEndOf(state: EditorState): number {
  const { located, frontMatter } = state.field(frontMatterField)
  if (state.field(rawFrontMatter) || located.kind !== 'found' || frontMatter.kind !== 'fields') return 0
  const { doc } = state
  let position = located.bodyFrom
  while (position < doc.length) {
    const line = doc.lineAt(position)
    if (line.text.trim() !== '' || line.to >= doc.length) break
    position = line.to + 1
  }
  return position
}

/** Set when a text is opened, replaced or folded by the writer, and moved along by edits: it never grows or appears under a caret. */
const foldEnd = StateField.define<number>({
  create: foldEndOf,
  update(end, transaction) {
    const { state, changes, effects } = transaction
    if (effects.some((effect) => effect.is(setRawFrontMatter) || effect.is(foldAgain)))
      return foldEndOf(state)
    if (end === 0 || !transaction.docChanged) return end
    const { located, frontMatter } = state.field(frontMatterField)
    if (located.kind !== 'found' || frontMatter.kind !== 'fields') return 0
    return Math.max(changes.mapPos(end, -1), located.bodyFrom)
  },
})

/** Where the text that can be reached begins: behind what is folded away, 0 when nothing is. */
export function reachableFrom(state: EditorState): number {
  return state.field(foldEnd)
}

class FoldedFrontMatter extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'cm-folded-front-matter'
    return element
  }
}

const folded = Decoration.replace({ widget: new FoldedFrontMatter(), block: true })

function decorate(state: EditorState): DecorationSet {
  const end = reachableFrom(state)
  if (end === 0) return Decoration.none
  // a block decoration ends with its last line, before that line's break
  const to = state.doc.lineAt(end).from === end ? end - 1 : end
  return Decoration.set(folded.range(0, Math.max(to, 0)))
}

const decorations = EditorView.decorations.compute([foldEnd, 'doc'], decorate)

/**
 * Keeps caret and edits out of the folded lines: typing, deleting, pasting, dropping, moving lines. A form's edit and undo come past
 * this (`filter: false`).
 */
const keepOutside = EditorState.transactionFilter.of(
  (transaction): TransactionSpec | readonly TransactionSpec[] => {
    const { startState, selection } = transaction
    const end = reachableFrom(startState)
    if (end === 0) return transaction
    if (transaction.docChanged) return keepEditOutside(transaction, end)
    if (selection === undefined || selection.ranges.every((range) => range.from >= end)) return transaction
    return [transaction, { selection: clampSelection(selection, end), sequential: true }]
  },
)

function keepEditOutside(
  transaction: Transaction,
  end: number,
): TransactionSpec | readonly TransactionSpec[] {
  const { startState } = transaction
  const startsLine = startState.doc.lineAt(end).from === end
  const clipped = clipChanges(transaction.changes, end, startsLine ? '' : '\n')
  if (clipped.kind === 'untouched') return transaction
  if (clipped.kind === 'refused') return []
  const { from, to, insert } = clipped.change
  return {
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: transaction.isUserEvent('delete') ? 'delete' : 'input',
    scrollIntoView: true,
  }
}

/** `selection` with nothing of it before `from`. */
export function clampSelection(selection: EditorSelection, from: number): EditorSelection {
  const ranges = selection.ranges.map((range) =>
    EditorSelection.range(Math.max(range.anchor, from), Math.max(range.head, from)),
  )
  return EditorSelection.create(ranges, selection.mainIndex)
}

/** Folds readable front matter away and keeps the caret and every edit outside it, until the raw view is asked for. */
export const frontMatterFold: Extension = [rawFrontMatter, foldEnd, decorations, keepOutside]
