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
  '.cm-raw-front-matter': { backgroundColor: 'var(--surface)' },
  '.cm-lintRange': {
    backgroundImage: 'none',
    paddingBottom: '0',
    textDecoration: 'underline wavy 1px var(--bad)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warn)' },
  '.cm-lintRange-info': {
    textDecoration: 'underline dotted 1px var(--ink-faint)',
    textUnderlineOffset: '4px',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--bad)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--warn)' },
  '.cm-lintPoint-info:after': { borderBottomColor: 'var(--ink-faint)' },
  '.cm-tooltip': {
    maxWidth: '60ch',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-3)',
    lineHeight: '1.4',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { margin: '0', padding: '6px 10px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warn)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--ink-faint)' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-specialChar': { color: 'var(--bad)' },
})
