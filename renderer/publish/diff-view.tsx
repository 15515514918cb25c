import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'

type DiffViewProps = { readonly label: string; readonly before: string; readonly after: string }

const look = EditorView.theme({
  '&': { fontSize: '13px', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '.cm-scroller': { fontFamily: 'var(--font-editor)', lineHeight: '1.55' },
  '.cm-content': { padding: '6px 0' },
  '.cm-line, .cm-deletedChunk': { padding: '0 10px' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--good-wash)' },
  '&.cm-merge-b .cm-changedText': { background: 'color-mix(in srgb, var(--good) 22%, transparent)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--bad-wash)' },
  '.cm-deletedChunk .cm-deletedText': { background: 'color-mix(in srgb, var(--bad) 22%, transparent)' },
  '.cm-collapsedLines': {
    background: 'var(--surface)',
    color: 'var(--ink-faint)',
    padding: '3px 10px',
  },
  // CodeMirror's own signs there are in no font of ours
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '""' },
})

/** Two texts as one, with what was taken out and what was put in; unchanged stretches are folded. */
export function DiffView({ label, before, after }: DiffViewProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          unifiedMergeView({
            original: before,
            mergeControls: false,
            gutter: false,
            highlightChanges: true,
            collapseUnchanged: { margin: 2, minSize: 4 },
          }),
          EditorState.readOnly.of(true),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
          look,
        ],
      }),
    })
    return () => view.destroy()
  }, [label, before, after])
  return <div ref={place} />
}
