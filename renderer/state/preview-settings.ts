import type { PreviewSettings } from '#shared/contract/preferences'
import { type ChosenPreviewSettings, wholePreviewSettings } from '#shared/contract/preview-settings'
import type { App } from './app'
import { changePreferences } from './preferences'

/** How the posts of the open blog are previewed; the defaults where the writer has chosen nothing or no blog is open. */
export function previewSettings(app: App): PreviewSettings {
  const blog = app.blog.getState()
  return wholePreviewSettings(
    blog.kind === 'open' ? app.preferences.getState().preview[blog.blog.folder] : undefined,
  )
}

/** Changes how the posts of the open blog are previewed, and remembers it for this blog. Does nothing while none is open. */
export function changePreviewSettings(app: App, change: ChosenPreviewSettings): void {
  const blog = app.blog.getState()
  if (blog.kind === 'open') changePreferences(app, { preview: { [blog.blog.folder]: change } })
}
