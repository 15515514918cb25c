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
import { frontMatterField } from './front-matter-field'

/** Shows the front matter as text (true) or folds it away into the form (false). */
export const setRawFrontMatter = StateEffect.define<boolean>()

const rawFrontMatter = StateField.define<boolean>({
  create: () => false,
  update(raw, transaction) {
    for (const effect of transaction.effects) if (effect.is(setRawFrontMatter)) return effect.value
    return raw
  },
})

/**
 * Where the text that can be reached begins: after the front matter and the blank lines below it while it is folded away, 0
 * otherwise. What cannot be read as fields is never folded: the writer has to see it.
 */
export function reachableFrom(state: EditorState): number {
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

function foldAway(state: EditorState): DecorationSet {
  const from = reachableFrom(state)
  if (from === 0) return Decoration.none
  // a block decoration ends with its last line, before that line's break
  const to = state.doc.lineAt(from).from === from ? from - 1 : from
  return Decoration.set(folded.range(0, Math.max(to, 0)))
}

const foldField = StateField.define<DecorationSet>({
  create: foldAway,
  update(decorations, transaction) {
    const unfolded = transaction.effects.some((effect) => effect.is(setRawFrontMatter))
    return transaction.docChanged || unfolded ? foldAway(transaction.state) : decorations
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Keeps typing, deleting and pasting out of the folded lines; form edits and undo come past this (`filter: false`). */
const protectFolded = EditorState.changeFilter.of((transaction) => {
  const from = reachableFrom(transaction.startState)
  return from === 0 ? true : [0, from]
})

/** Keeps the caret out of the folded lines, and begins a line for text that is typed right behind a closing delimiter without one. */
const keepOutside = EditorState.transactionFilter.of(
  (transaction): TransactionSpec | readonly TransactionSpec[] => {
    const { startState } = transaction
    const from = reachableFrom(startState)
    if (from === 0) return transaction
    const behindDelimiter = from === startState.doc.length && startState.doc.lineAt(from).from !== from
    if (transaction.docChanged && behindDelimiter) return [lineBreakBefore(transaction, from)]
    const { selection } = transaction
    if (selection === undefined || transaction.docChanged) return transaction
    if (selection.ranges.every((range) => range.from >= from)) return transaction
    const ranges = selection.ranges.map((range) =>
      EditorSelection.range(Math.max(range.anchor, from), Math.max(range.head, from)),
    )
    return [transaction, { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }]
  },
)

function lineBreakBefore(transaction: Transaction, at: number): TransactionSpec {
  let insert = ''
  transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    insert += inserted.toString()
  })
  const text = `\n${insert}`
  return {
    changes: { from: at, insert: text },
    selection: { anchor: at + text.length },
    ...(transaction.isUserEvent('input') ? { userEvent: 'input' } : {}),
    scrollIntoView: true,
  }
}

/** Folds readable front matter away and keeps the caret and every edit outside it, until the raw view is asked for. */
export const frontMatterFold: Extension = [rawFrontMatter, foldField, protectFolded, keepOutside]
