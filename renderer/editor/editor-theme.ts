import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The text pane's look, on the tokens of the design, so that light and dark follow by themselves. */
export const editorTheme: Extension = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-editor)', fontSize: '16px', lineHeight: '1.7', overflow: 'auto' },
  '.cm-content': {
    maxWidth: 'calc(78ch + 80px)',
    width: '100%',
    margin: '0 auto',
    padding: '20px 20px 40vh',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0 20px', borderRadius: '2px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--accent-wash)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-folded-front-matter': { height: '0' },
  '.cm-raw-front-matter': { backgroundColor: 'var(--surface)', color: 'var(--ink-soft)' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-specialChar': { color: 'var(--bad)' },
})
