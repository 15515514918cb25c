import { useMemo } from 'react'
import { wholePostListSettings } from '#shared/contract/post-list-settings'
import type { PostListSettings } from '#shared/contract/preferences'
import { useAppState } from '../shell/app-context'

/** How the open blog's posts are listed; the component renders again when that changes. */
export function usePostListSettings(): PostListSettings {
  const folder = useAppState('blog', (blog) => (blog.kind === 'open' ? blog.blog.folder : null))
  const chosen = useAppState('preferences', ({ postList }) =>
    folder === null ? undefined : postList[folder],
  )
  return useMemo(() => wholePostListSettings(chosen), [chosen])
}
