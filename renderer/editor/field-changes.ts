import type { EditorState } from '@codemirror/state'
import { appendToList, removeFromList, setField } from '#shared/front-matter/edit'
import type { EditResult } from '#shared/front-matter/front-matter'
import type { FieldEdit } from '../state/editor-port'
import { locateOptions } from './front-matter-field'

/** The smallest text changes for a form's edit of this document, or why not. */
export function fieldChanges(state: EditorState, edit: FieldEdit): EditResult {
  const text = state.doc.toString()
  const options = state.facet(locateOptions)
  switch (edit.kind) {
    case 'set':
      return setField(text, edit.path, edit.value, options)
    case 'append':
      return appendToList(text, edit.path, edit.item, options)
    case 'remove-item':
      return removeFromList(text, edit.path, edit.index, options)
  }
}
