import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import { reachableFrom } from './front-matter-fold'
import { frontMatterProblems, type Problem } from './front-matter-problems'

/** Which problem to go to, from the caret on; behind the last one comes the first. */
export type ProblemDirection = 'next' | 'previous'

const explainProblem = StateEffect.define<Problem>()

const explainedProblem = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(explainProblem)) return tooltipFor(effect.value)
    return docChanged || selection !== undefined ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

/** The same looks as on hovering. */
function tooltipFor({ from, message, severity }: Problem): Tooltip {
  return {
    pos: from,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = `cm-diagnostic cm-diagnostic-${severity}`
      dom.textContent = message
      return { dom }
    },
  }
}

/** Explains the problem that `goToProblem` went to, until the writer goes on. */
export const problemExplanation: Extension = explainedProblem

/** Selects the next or previous problem that is in view and says what it is, to a screen reader too. False when there is none. */
export function goToProblem(view: EditorView, direction: ProblemDirection): boolean {
  const problem = problemFrom(view.state, direction)
  if (problem === null) return false
  view.dispatch({
    selection: { anchor: problem.from, head: problem.to },
    effects: [explainProblem.of(problem), EditorView.announce.of(problem.message)],
    scrollIntoView: true,
  })
  view.focus()
  return true
}

function problemFrom(state: EditorState, direction: ProblemDirection): Problem | null {
  const folded = reachableFrom(state)
  const problems = frontMatterProblems(state).filter(({ from }) => from >= folded)
  const { from } = state.selection.main
  const found =
    direction === 'next'
      ? (problems.find((problem) => problem.from > from) ?? problems[0])
      : (problems.findLast((problem) => problem.from < from) ?? problems.at(-1))
  return found ?? null
}
