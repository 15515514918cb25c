import { useEffect, useRef } from 'react'
import type { PostPath } from '#shared/contract/post-path'
import type { EditorPort } from '../state/editor-port'
import styles from './editor-pane.module.css'

/** The place in the window where the editor is shown. Opening a post puts the caret into its text. */
export function EditorPane({ editor, path }: { readonly editor: EditorPort; readonly path: PostPath }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.append(editor.dom)
  }, [editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post is the reason to take the focus
  useEffect(() => {
    // not from somebody who is typing elsewhere
    if (!(document.activeElement instanceof HTMLInputElement)) editor.focus()
  }, [editor, path])
  return <div ref={place} className={styles.pane} />
}
