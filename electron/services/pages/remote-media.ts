import { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { BlogRegistry } from '../blogs/blog-registry'
import type { PreferencesStore } from '../preferences/preferences-store'

/** Decides whether the preview's document may load pictures, sounds and films from other hosts. */
export type RemoteMediaConsent = {
  /** Whether the writer has allowed it for the open blog that `blog` names. Whatever a page asks for: without that there is none. */
  isGivenFor(blog: string | null): Promise<boolean>
}

/** Asks what the writer has chosen; nothing that a page sends counts for more than a blog's name. */
export function createRemoteMediaConsent(
  blogs: Pick<BlogRegistry, 'get'>,
  preferences: Pick<PreferencesStore, 'read'>,
): RemoteMediaConsent {
  return {
    async isGivenFor(blog) {
      const id = BlogId.safeParse(blog)
      if (!id.success) return false
      try {
        const { root } = blogs.get(id.data)
        return (await preferences.read()).preview[root]?.remoteMedia === true
      } catch (error) {
        if (error instanceof FailureError && error.code === 'not-found') return false
        throw error
      }
    },
  }
}
