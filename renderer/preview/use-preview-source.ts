import { useAppState } from '../shell/app-context'
import { usePreviewSettings } from './use-preview-settings'

/**
 * The address of the preview's document. With a blog's name in it the host asks whether the writer has allowed that blog's media from other
 * hosts, and gives the document a policy that lets them through.
 */
export function usePreviewSource(): string {
  const { remoteMedia } = usePreviewSettings()
  const blog = useAppState('blog', (state) => (state.kind === 'open' ? state.blog.id : null))
  return remoteMedia && blog !== null ? `./preview.html?blog=${blog}` : './preview.html'
}
