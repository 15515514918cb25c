import { type RefObject, useEffect, useRef, useState } from 'react'
import { joinPanes } from '../place/join-panes'
import { useApp } from '../shell/app-context'
import type { EditorPort } from '../state/editor-port'
import { markdownSetup, onMarkdownSetup } from '../state/markdown-setup'
import { notifyFailure } from '../state/notices'
import { previewSettings } from '../state/preview-settings'
import { createPreview } from './create-preview'
import { followEditor } from './follow-editor'
import { followEnrichment } from './follow-enrichment'
import { followTemplates } from './follow-templates'
import { followPageLevel } from './site/follow-page-level'
import { noRemoteMedia, type RemoteMedia } from './tell-remote-media'

/** The preview's frame, and what the writer should know of what it shows. */
export type PostPreview = {
  readonly frame: RefObject<HTMLIFrameElement | null>
  /** Why the page around the post is not the one that was asked for. */
  readonly note: string | null
  /** What is kept from being loaded from other hosts. */
  readonly remote: RemoteMedia
}

/**
 * Keeps the preview of the editor's post in the frame that gets the returned reference, as long as the component is there. `source` is the
 * frame's address; for another address there has to be another frame.
 */
export function usePostPreview(editor: EditorPort, source: string): PostPreview {
  const app = useApp()
  const frame = useRef<HTMLIFrameElement>(null)
  const [note, setNote] = useState<string | null>(null)
  const [remote, setRemote] = useState(noRemoteMedia)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address means another frame
  useEffect(() => {
    const blogState = app.blog.getState()
    if (frame.current === null || blogState.kind !== 'open') return
    const { blog } = blogState
    const enrichment = followEnrichment(app, blog, editor)
    const preview = createPreview(frame.current, {
      setup: markdownSetup(app) ?? blog.evidence.setup,
      assetUrl: (reference) => {
        const path = editor.snapshot()?.path
        return path === undefined ? '' : app.client.assetUrl(blog.id, path, reference)
      },
      enrichment: enrichment.source,
      allowsRemoteMedia: previewSettings(app).remoteMedia,
      onRemoteMedia: setRemote,
      openExternal: (url) => {
        app.client.call('app.openExternal', { url }).catch((error) => notifyFailure(app.notices, error))
      },
    })
    // before the text: a post that is opened finds its own front matter's values
    const stopTemplates = followTemplates(app, blog, editor, preview)
    const followed = followEditor(editor, preview)
    const stopLevel = followPageLevel(app, blog, editor, preview, {
      onDateStyle: followed.setDateStyle,
      onNote: setNote,
    })
    const stopSetup = onMarkdownSetup(app, (setup) => preview.setSetup(setup))
    const separate = joinPanes(app, editor, preview)
    app.shownPreview.setState({ preview })
    return () => {
      enrichment.stop()
      stopTemplates()
      stopLevel()
      followed.stop()
      stopSetup()
      separate()
      app.shownPreview.setState({ preview: null })
      preview.dispose()
      setRemote(noRemoteMedia)
    }
  }, [app, editor, source])
  return { frame, note, remote }
}
