import { StateEffect, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import { partingOf } from '#shared/markdown/differences/shape'
import { describeKeys, isMacKeyboard } from '../../actions/keys'
import { differenceStrings } from '../../strings/differences'
import { type DifferenceMark, differenceField, setDifferences } from './difference-field'
import { viewShape } from './shape-view'

/** Explains the mark at this place, or none. */
export const explainDifference = StateEffect.define<number | null>()

type Explained = { readonly mark: DifferenceMark; readonly tooltip: Tooltip }

function markAt(marks: readonly DifferenceMark[], at: number | null): DifferenceMark | undefined {
  return marks.find((mark) => mark.at === at)
}

/** What is explained now, until the text changes or the caret moves. */
export const explainedDifference = StateField.define<Explained | null>({
  create: () => null,
  update(shown, { state, effects, docChanged, selection }) {
    for (const effect of effects) {
      if (effect.is(explainDifference)) return explain(markAt(state.field(differenceField), effect.value))
      if (effect.is(setDifferences)) return null
    }
    return docChanged || selection !== undefined ? null : shown
  },
  provide: (field) => showTooltip.from(field, (explained) => explained?.tooltip ?? null),
})

function explain(mark: DifferenceMark | undefined): Explained | null {
  if (mark === undefined) return null
  return {
    mark,
    tooltip: { pos: mark.at, above: true, create: (view) => ({ dom: buildTooltip(view, mark) }) },
  }
}

/** Makes the change that a mark offers, as one step of undo. False when it offers none. */
export function repair(view: EditorView, mark: DifferenceMark): boolean {
  if (mark.repair === null || view.state.readOnly) return false
  view.dispatch({ changes: mark.repair.change, userEvent: 'input.repair', scrollIntoView: true })
  view.focus()
  return true
}

function buildTooltip(view: EditorView, mark: DifferenceMark): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'cm-difference-tooltip'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', differenceStrings.explanation)
  const message = document.createElement('p')
  message.append(...withCode(mark.message))
  if (mark.others > 0) message.append(' ', differenceStrings.others(mark.others))
  const at = partingOf(mark.here, mark.there) ?? 0
  const both = document.createElement('div')
  both.className = 'cm-difference-both'
  both.append(
    column(differenceStrings.here, viewShape(mark.here, at)),
    column(differenceStrings.there, viewShape(mark.there, at)),
  )
  dom.append(message, both)
  if (mark.repair !== null && !view.state.readOnly) dom.append(repairButton(view, mark, mark.repair.label))
  return dom
}

function column(name: string, view: HTMLElement): HTMLElement {
  const element = document.createElement('div')
  const heading = document.createElement('span')
  heading.className = 'cm-difference-heading'
  heading.textContent = name
  element.append(heading, view)
  return element
}

function repairButton(view: EditorView, mark: DifferenceMark, label: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cm-difference-repair'
  const keys = document.createElement('kbd')
  keys.textContent = describeKeys('Mod-.', isMacKeyboard())
  button.append(label, keys)
  button.addEventListener('click', () => repair(view, mark))
  return button
}

/** A message with what stands between back-ticks as code. */
function withCode(message: string): readonly Node[] {
  return message.split(/(`[^`]+`)/).map((part) => {
    if (!/^`[^`]+`$/.test(part)) return document.createTextNode(part)
    const code = document.createElement('code')
    code.textContent = part.slice(1, -1)
    return code
  })
}
