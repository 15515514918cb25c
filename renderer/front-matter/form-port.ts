import type { PostPath } from '#shared/contract/post-path'
import type { FieldEdit, FieldPath, Refusal, WritingHabit } from '#shared/front-matter/front-matter'
import { toggleRaw } from '../actions/view-actions'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { dismissNotice, notify } from '../state/notices'
import { frontMatterStrings } from '../strings/front-matter'
import { fieldsOf, nearestField, valueAt } from './fields-at'
import { focusAfter, focusField } from './focus-field'

/** What became of an edit. `gone`: another post is shown by now, and nothing was done. */
export type EditOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What the rows of one post's form can do. It stays the same while its post is shown. */
export type FormPort = {
  readonly path: PostPath
  readonly isReadOnly: boolean
  /** How many posts the collection has. */
  readonly postCount: number
  /** Tries the ways to make one edit in turn, as one step of undo. A key that the post lacks is added to it. */
  edit(ways: readonly FieldEdit[], habit: WritingHabit): EditOutcome
  /** Takes a field out of the post and offers to bring it back. */
  remove(path: FieldPath, label: string, habit: WritingHabit): EditOutcome
  /** Shows the front matter as text, the caret at a field. */
  showText(path: FieldPath, nth?: number): void
}

/** Ties a form to the editor that shows its post. */
export function createFormPort(
  app: App,
  editor: EditorPort,
  post: Pick<FormPort, 'path' | 'isReadOnly' | 'postCount'>,
): FormPort {
  const shownFields = () => {
    const shown = editor.snapshot()
    // a draft may be written when its row goes away, and another post be shown by then
    return shown?.path === post.path ? fieldsOf(shown.frontMatter) : null
  }
  const edit: FormPort['edit'] = (ways, habit) => {
    const fields = shownFields()
    if (fields === null) return { kind: 'gone' }
    let refusal: Refusal | null = null
    for (const way of ways) {
      const possible = valueAt(fields, targetOf(way)) === null ? asAddition(way) : way
      refusal = possible === null ? null : editor.editField(possible, habit)
      if (refusal === null) return { kind: 'done' }
    }
    return refusal === null ? { kind: 'done' } : { kind: 'refused', refusal }
  }
  return {
    ...post,
    edit,
    remove(fieldPath, label, habit) {
      const focusNext = focusAfter(fieldPath)
      const outcome = edit([{ kind: 'remove-key', path: fieldPath }], habit)
      if (outcome.kind !== 'done') return outcome
      offerUndo(app, editor, frontMatterStrings.removed(label), () => focusField(fieldPath))
      focusNext()
      return outcome
    },
    showText(fieldPath, nth = 0) {
      const field = nearestField(shownFields() ?? [], fieldPath, nth)
      if (app.preferences.getState().layout.frontMatter === 'form') toggleRaw.run(app)
      requestAnimationFrame(() => editor.reveal(field?.refusal?.offset ?? field?.valueRange.from ?? 0))
    },
  }
}

function targetOf(edit: FieldEdit): FieldPath {
  return edit.kind === 'add-key' ? [] : edit.path
}

/** An edit of a key that is not there, as its addition; null for one that would leave it without a value. */
function asAddition(edit: FieldEdit): FieldEdit | null {
  const key = edit.path.at(-1)
  const path = edit.path.slice(0, -1)
  if (typeof key !== 'string') return edit
  if (edit.kind === 'append') {
    return { kind: 'add-key', path, key, value: { kind: 'list', items: [edit.value] } }
  }
  if (edit.kind !== 'set') return edit
  const { value } = edit
  const isEmpty =
    (value.kind === 'plain' && value.source === '') || (value.kind === 'text' && value.text === '')
  return isEmpty ? null : { kind: 'add-key', path, key, value }
}

/** The offer stands until the text is changed again: it takes back just what it speaks of. */
function offerUndo(app: App, editor: EditorPort, message: string, undone: () => void): void {
  const run = () => {
    editor.undo()
    undone()
  }
  const id = notify(app.notices, {
    kind: 'done',
    message,
    action: { label: frontMatterStrings.undo, run },
  })
  const stop = editor.onUpdate(() => {
    stop()
    dismissNotice(app.notices, id)
  })
}
