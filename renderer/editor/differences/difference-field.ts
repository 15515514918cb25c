import { type ChangeDesc, StateEffect, StateField } from '@codemirror/state'
import type { Difference, Repair } from '#shared/markdown/differences/difference'
import { bodyStart } from '../front-matter-field'

/** A mark in the document: offsets are the document's. */
export type DifferenceMark = Pick<Difference, 'rule' | 'message' | 'others' | 'here' | 'there'> & {
  /** Where the marked line begins. */
  readonly at: number
  readonly repair: Repair | null
}

/** Marks the document anew; offsets are the body's. */
export const setDifferences = StateEffect.define<readonly Difference[]>()

function markOf(difference: Difference, bodyFrom: number): DifferenceMark {
  const { rule, message, others, here, there, lineFrom, repair } = difference
  const change = repair?.change
  return {
    ...{ rule, message, others, here, there },
    at: lineFrom + bodyFrom,
    repair:
      repair && change
        ? { ...repair, change: { ...change, from: change.from + bodyFrom, to: change.to + bodyFrom } }
        : null,
  }
}

/** A mark moved along by an edit. A repair whose place was touched no longer fits. */
function mapMark(mark: DifferenceMark, changes: ChangeDesc): DifferenceMark {
  const at = changes.mapPos(mark.at, 1)
  if (mark.repair === null) return { ...mark, at }
  const { label, change } = mark.repair
  if (changes.touchesRange(change.from, change.to)) return { ...mark, at, repair: null }
  const moved = { ...change, from: changes.mapPos(change.from), to: changes.mapPos(change.to) }
  return { ...mark, at, repair: { label, change: moved } }
}

/** The document's marks in order. */
export const differenceField = StateField.define<readonly DifferenceMark[]>({
  create: () => [],
  update(marks, { state, changes, docChanged, effects }) {
    for (const effect of effects) {
      if (!effect.is(setDifferences)) continue
      if (effect.value.length === 0 && marks.length === 0) return marks
      const bodyFrom = bodyStart(state)
      return effect.value.map((difference) => markOf(difference, bodyFrom))
    }
    return docChanged && marks.length > 0 ? marks.map((mark) => mapMark(mark, changes)) : marks
  },
})
