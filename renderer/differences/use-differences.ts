import { useEffect } from 'react'
import { useApp } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { notifyFailure } from '../state/notices'

/** Marks in the text what reads otherwise than on GitHub, as long as the component is there. What it takes is loaded on demand. */
export function useDifferences(editor: EditorPort | null): void {
  const app = useApp()
  useEffect(() => {
    if (editor === null) return
    let end: (() => void) | null = null
    let isGone = false
    import('./follow-differences')
      .then(({ followDifferences }) => {
        if (!isGone) end = followDifferences(app, editor)
      })
      .catch((error) => notifyFailure(app.notices, error))
    return () => {
      isGone = true
      end?.()
    }
  }, [app, editor])
}
