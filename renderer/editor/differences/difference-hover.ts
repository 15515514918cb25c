import type { Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'
import { differenceField } from './difference-field'
import { explainDifference, explainedDifference } from './difference-tooltip'

/** How far from the line's left edge its mark reaches, in pixels. */
const markWidth = 20
const showAfterMs = 120
/** Time enough to go from the mark to its explanation. */
const hideAfterMs = 350

/** Where the mark under the pointer stands in the document; null when there is none. */
function markUnder(view: EditorView, { target, clientX }: MouseEvent): number | null {
  const line = target instanceof Element ? target.closest('.cm-difference') : null
  if (line === null || clientX > line.getBoundingClientRect().left + markWidth) return null
  const { from, to } = view.state.doc.lineAt(view.posAtDOM(line))
  return view.state.field(differenceField).find(({ at }) => at >= from && at <= to)?.at ?? null
}

class Hover {
  private timer: ReturnType<typeof setTimeout> | undefined
  /** What was explained by hovering, which ends with it; what the keyboard asked for stays. */
  private hovered: number | null = null

  constructor(private readonly view: EditorView) {
    view.dom.addEventListener('mousemove', this.follow)
    view.dom.addEventListener('mouseleave', this.leave)
    view.contentDOM.addEventListener('mousedown', this.press, true)
  }

  destroy(): void {
    clearTimeout(this.timer)
    this.view.dom.removeEventListener('mousemove', this.follow)
    this.view.dom.removeEventListener('mouseleave', this.leave)
    this.view.contentDOM.removeEventListener('mousedown', this.press, true)
  }

  private readonly follow = (event: MouseEvent): void => {
    const isInTooltip = event.target instanceof Element && event.target.closest('.cm-difference-tooltip')
    const at = isInTooltip ? this.hovered : markUnder(this.view, event)
    clearTimeout(this.timer)
    if (at !== null && this.shown() !== at) this.timer = setTimeout(() => this.show(at), showAfterMs)
    else if (at === null) this.leave()
  }

  private readonly leave = (): void => {
    clearTimeout(this.timer)
    if (this.hovered === null) return
    this.timer = setTimeout(() => {
      this.hovered = null
      this.view.dispatch({ effects: explainDifference.of(null) })
    }, hideAfterMs)
  }

  /** A click explains at once, for touch too; the caret stays where it is. */
  private readonly press = (event: MouseEvent): void => {
    const at = markUnder(this.view, event)
    if (at === null) return
    event.preventDefault()
    event.stopPropagation()
    this.show(at)
  }

  private show(at: number): void {
    this.hovered = at
    this.view.dispatch({ effects: explainDifference.of(at) })
  }

  private shown(): number | null {
    return this.view.state.field(explainedDifference)?.mark.at ?? null
  }
}

/** Explains a mark while the pointer is on it or on its explanation. */
export const differenceHover: Extension = ViewPlugin.fromClass(Hover)
