import { useEffect, useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { bringPreviewBack } from '../actions/detach-actions'
import type { EditorPort } from '../state/editor-port'
import { shellStrings } from '../strings/shell'
import { ActionButton } from '../ui/action-button'
import styles from './detached-preview.module.css'
import { forwardShortcuts } from './forward-keys'
import { PostPreview } from './post-preview'
import { shareLook } from './share-look'

/** The preview in a window of its own: the same component tree, shown over there. */
export function DetachedPreview({
  editor,
  window,
}: {
  readonly editor: EditorPort
  readonly window: Window
}) {
  const root = window.document.getElementById('root')
  useLayoutEffect(() => shareLook(document, window.document), [window])
  useEffect(() => forwardShortcuts(window.document), [window])
  if (root === null) return null
  return createPortal(<PreviewAlone editor={editor} />, root)
}

function PreviewAlone({ editor }: { readonly editor: EditorPort }) {
  return (
    <main className={styles.pane} aria-label={shellStrings.preview}>
      <div className={styles.bar}>
        <ActionButton action={bringPreviewBack} kind="bare" />
      </div>
      <PostPreview editor={editor} />
    </main>
  )
}
