import { type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { frontMatterField } from './front-matter-field'
import { reachableFrom } from './front-matter-fold'

// no words for a spelling checker: keys, dates, addresses
const rawLine = Decoration.line({ class: 'cm-raw-front-matter', attributes: { spellcheck: 'false' } })

/** Sets the lines of front matter that is shown as text apart from the body. Looks at the lines in view alone. */
export const rawFrontMatterLines: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update(update: ViewUpdate): void {
      const { startState, state, view, viewportChanged } = update
      const isSame =
        !viewportChanged &&
        startState.field(frontMatterField) === state.field(frontMatterField) &&
        reachableFrom(startState) === reachableFrom(state)
      if (!isSame) this.decorations = decorate(view)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

function decorate({ state, viewport }: EditorView): DecorationSet {
  const { located } = state.field(frontMatterField)
  if (located.kind !== 'found' || reachableFrom(state) > 0) return Decoration.none
  const builder = new RangeSetBuilder<Decoration>()
  const end = Math.min(located.bodyFrom, viewport.to + 1)
  let position = Math.max(located.open.from, viewport.from)
  while (position < end) {
    const line = state.doc.lineAt(position)
    builder.add(line.from, line.from, rawLine)
    position = line.to + 1
  }
  return builder.finish()
}
