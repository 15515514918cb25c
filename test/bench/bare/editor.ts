import { markdown } from '@codemirror/lang-markdown'
import { EditorView } from '@codemirror/view'
import { minimalSetup } from 'codemirror'

/** An editor for Markdown with nothing of Galley in it, focused. */
export function openBareEditor(parent: HTMLElement, doc: string): void {
  new EditorView({ parent, doc, extensions: [minimalSetup, markdown(), EditorView.lineWrapping] }).focus()
}
