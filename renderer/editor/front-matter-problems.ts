import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Field, Refusal } from '#shared/front-matter/front-matter'
import { editorStrings } from '../strings/editor'
import { frontMatterField } from './front-matter-field'

/** A mistake in the front matter, or a field that only the text can change, with its place in the document. */
export type Problem = Pick<Diagnostic, 'from' | 'to' | 'severity' | 'message'>

/** What is wrong with the document's front matter, in the order of the text. Costs nothing for text that has no problems. */
export function frontMatterProblems(state: EditorState): readonly Problem[] {
  const { frontMatter } = state.field(frontMatterField)
  if (frontMatter.kind === 'none') return []
  if (frontMatter.kind === 'unreadable') {
    return [problemAt(state, placeOfMistake(state, frontMatter.offset), 'error', frontMatter.message)]
  }
  return refusedFields(frontMatter.fields, null).map(({ keyRange, refusal }) => {
    const severity = refusal.reason === 'duplicate-key' ? 'warning' : 'info'
    return problemAt(state, keyRange, severity, refusal.message)
  })
}

function problemAt(
  { doc }: EditorState,
  { from, to }: Pick<Problem, 'from' | 'to'>,
  severity: Problem['severity'],
  message: string,
): Problem {
  return { from, to, severity, message: editorStrings.problemAt(doc.lineAt(from).number, message) }
}

/** From the mistake to the end of its line; where that is blank the line, or the last one that has a text. */
function placeOfMistake({ doc }: EditorState, offset: number): Pick<Problem, 'from' | 'to'> {
  const at = Math.min(offset, doc.length)
  let line = doc.lineAt(at)
  const to = line.from + line.text.trimEnd().length
  if (at < to) return { from: at, to }
  while (line.text.trim() === '' && line.number > 1) line = doc.line(line.number - 1)
  const indent = line.text.length - line.text.trimStart().length
  return { from: line.from + indent, to: line.from + line.text.trimEnd().length }
}

type RefusedField = Field & { readonly refusal: Refusal }

/** Fields with a refusal of their own; those inside one that is refused for the same reason go without saying. */
function refusedFields(fields: readonly Field[], inherited: Refusal | null): readonly RefusedField[] {
  return fields.flatMap((field) => {
    const { refusal, value } = field
    const own = refusal !== null && refusal.offset !== inherited?.offset ? [{ ...field, refusal }] : []
    return value.kind === 'map' ? [...own, ...refusedFields(value.entries, refusal ?? inherited)] : own
  })
}

/** Problems are shown when the writer pauses: half a word is no mistake yet. */
const pauseMs = 300

/** Underlines the front matter's problems in place, with the reason on hovering. Follows the front matter alone, not the body. */
export const showFrontMatterProblems: Extension = ViewPlugin.fromClass(
  class {
    #timer: ReturnType<typeof setTimeout> | null = null
    readonly #view: EditorView

    constructor(view: EditorView) {
      this.#view = view
      this.#showSoon()
    }

    update({ startState, state }: ViewUpdate): void {
      if (startState.field(frontMatterField) !== state.field(frontMatterField)) this.#showSoon()
    }

    destroy(): void {
      if (this.#timer !== null) clearTimeout(this.#timer)
    }

    #showSoon(): void {
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        const { state } = this.#view
        this.#view.dispatch(setDiagnostics(state, frontMatterProblems(state)))
      }, pauseMs)
    }
  },
)
