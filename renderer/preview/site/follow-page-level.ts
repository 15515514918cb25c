import type { Blog } from '#shared/contract/blog'
import type { PageFrame } from '#shared/contract/page-frame'
import type { App } from '../../state/app'
import type { EditorPort } from '../../state/editor-port'
import { previewSettings } from '../../state/preview-settings'
import { previewStrings } from '../../strings/preview'
import type { Preview } from '../create-preview'
import { followPageFrame } from './follow-page-frame'

/** What hangs on the page around the post. */
export type PageLevelListener = {
  /** How the site prints dates, null while that is not known. */
  readonly onDateStyle: (style: (PageFrame & { kind: 'learned' })['frame']['dateStyle']) => void
  /** Why the site's page is not what is shown although it was asked for; null where it is. */
  readonly onNote: (note: string | null) => void
}

/** Puts the page around the post that the writer has chosen for the blog: Galley's own, or the site's where it could be learnt. Returns a function that stops. */
export function followPageLevel(
  app: App,
  blog: Blog,
  editor: EditorPort,
  preview: Preview,
  { onDateStyle, onNote }: PageLevelListener,
): () => void {
  let frame: PageFrame | null = null
  let shown = ''
  let isStopped = false

  const showPlain = (note: string | null): void => {
    onNote(note)
    if (shown !== '') preview.setPage(null)
    shown = ''
  }
  const showSite = async (learned: PageFrame & { kind: 'learned' }, wanted: string): Promise<void> => {
    const { buildSitePage } = await import('./site-page')
    if (isStopped || shown !== wanted) return
    const site = {
      frame: learned.frame,
      base: app.client.siteUrl(blog.id, learned.output),
      onHidden: () => {
        if (shown === wanted) showPlain(previewStrings.pageNeedsScripts)
      },
    }
    preview.setPage((element) => buildSitePage(element, site))
  }
  const startSite = (learned: PageFrame & { kind: 'learned' }): void => {
    const wanted = JSON.stringify(learned)
    if (wanted === shown) return
    shown = wanted
    onNote(null)
    void showSite(learned, wanted)
  }
  const apply = (): void => {
    if (previewSettings(app).page !== 'site') showPlain(null)
    else if (frame?.kind === 'none') showPlain(`${frame.message} ${previewStrings.plainMeanwhile}`)
    else if (frame !== null) startSite(frame)
  }

  const stopFrame = followPageFrame(app, blog, editor, (next) => {
    frame = next
    onDateStyle(next.kind === 'learned' ? next.frame.dateStyle : null)
    apply()
  })
  const stopSettings = app.preferences.subscribe((after, before) => {
    if (after.preview !== before.preview) apply()
  })
  apply()
  return () => {
    isStopped = true
    stopFrame()
    stopSettings()
  }
}
