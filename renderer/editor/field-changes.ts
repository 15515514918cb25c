import type { EditorState } from '@codemirror/state'
import { editFrontMatter } from '#shared/front-matter/edit'
import type { EditResult, FieldEdit, WritingHabit } from '#shared/front-matter/front-matter'
import { locateOptions } from './front-matter-field'

/** The smallest text changes for a form's edit of this document, or why not. */
export function fieldChanges(state: EditorState, edit: FieldEdit, habit?: WritingHabit): EditResult {
  const options = { ...state.facet(locateOptions), ...(habit === undefined ? {} : { habit }) }
  return editFrontMatter(state.doc.toString(), edit, options)
}
