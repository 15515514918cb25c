import { useMemo } from 'react'
import type { PreviewSettings } from '#shared/contract/preferences'
import { wholePreviewSettings } from '#shared/contract/preview-settings'
import { useAppState } from '../shell/app-context'

/** How the posts of the open blog are previewed; the component renders again when that changes. */
export function usePreviewSettings(): PreviewSettings {
  const folder = useAppState('blog', (blog) => (blog.kind === 'open' ? blog.blog.folder : null))
  const chosen = useAppState('preferences', ({ preview }) => (folder === null ? undefined : preview[folder]))
  return useMemo(() => wholePreviewSettings(chosen), [chosen])
}
