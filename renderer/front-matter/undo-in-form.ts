import type { FieldPath } from '#shared/front-matter/front-matter'
import type { EditorPort } from '../state/editor-port'
import { flushLateDrafts, hasDrafts } from '../state/pending-drafts'
import { focusAfter } from './focus-field'

/**
 * Makes undo and redo in a form those of the post, whatever changed it: one history for form and text. The window's own would take
 * back typing alone, and as new edits. A field that holds something back takes that back first. Gives the function that ends it.
 */
export function undoInForm(form: HTMLElement, editor: EditorPort): () => void {
  const follow = (event: Event, step: 'undo' | 'redo' | null) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null
    if (step === null || row === null || (!flushLateDrafts() && hasDrafts())) return
    event.preventDefault()
    const path: FieldPath = JSON.parse(row.dataset.field ?? '[]')
    const focusNext = focusAfter(path)
    editor[step]()
    requestAnimationFrame(() => {
      // the field came with the edit that was taken back
      if (document.activeElement === document.body) focusNext()
    })
  }
  const press = (event: KeyboardEvent) => follow(event, stepOfKey(event))
  // from a menu
  const beforeInput = (event: InputEvent) => follow(event, stepOfInput[event.inputType] ?? null)
  form.addEventListener('keydown', press)
  form.addEventListener('beforeinput', beforeInput)
  return () => {
    form.removeEventListener('keydown', press)
    form.removeEventListener('beforeinput', beforeInput)
  }
}

const stepOfInput: Readonly<Record<string, 'undo' | 'redo'>> = { historyUndo: 'undo', historyRedo: 'redo' }

function stepOfKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}
