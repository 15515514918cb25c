import { type Extension, RangeSet } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { differenceStrings } from '../../strings/differences'
import { reachableFrom } from '../front-matter-fold'
import { type DifferenceMark, differenceField } from './difference-field'
import { differenceHover } from './difference-hover'
import { differenceTheme } from './difference-theme'
import { explainDifference, explainedDifference, repair } from './difference-tooltip'

const marked = Decoration.line({ class: 'cm-difference' })

const lineMarks = EditorView.decorations.compute([differenceField], (state) => {
  const lines = new Set(
    state.field(differenceField).map(({ at }) => state.doc.lineAt(Math.min(at, state.doc.length)).from),
  )
  return RangeSet.of(
    [...lines].map((from) => marked.range(from)),
    true,
  )
})

/** A quiet mark beside each line that reads otherwise than on GitHub, explained on hovering, on clicking it, and from the keyboard. */
export const differenceMarks: Extension = [
  differenceField,
  lineMarks,
  explainedDifference,
  differenceHover,
  differenceTheme,
]

/** Puts the caret at a mark and explains it, to a screen reader too. False when there is none. */
export function goToDifference(view: EditorView, direction: 'first' | 'next' | 'previous'): boolean {
  const mark = markFrom(view, direction)
  if (mark === undefined) return false
  const line = view.state.doc.lineAt(mark.at)
  view.dispatch({
    selection: { anchor: line.from },
    effects: [
      explainDifference.of(mark.at),
      EditorView.announce.of(differenceStrings.announce(line.number, mark.message.replaceAll('`', ''))),
      EditorView.scrollIntoView(line.from, { y: 'center' }),
    ],
  })
  view.focus()
  return true
}

function markFrom(
  { state }: EditorView,
  direction: 'first' | 'next' | 'previous',
): DifferenceMark | undefined {
  const folded = reachableFrom(state)
  const marks = state.field(differenceField).filter(({ at }) => at >= folded)
  const caret = state.doc.lineAt(state.selection.main.head).from
  if (direction === 'first') return marks[0]
  if (direction === 'next') return marks.find(({ at }) => at > caret) ?? marks[0]
  return marks.findLast(({ at }) => at < caret) ?? marks.at(-1)
}

/** Makes the change that the explained mark offers, or that of the caret's line. False when there is none. */
export function repairDifference(view: EditorView): boolean {
  const { state } = view
  const line = state.doc.lineAt(state.selection.main.head)
  const mark =
    state.field(explainedDifference)?.mark ??
    state.field(differenceField).find(({ at }) => at >= line.from && at <= line.to)
  return mark !== undefined && repair(view, mark)
}
