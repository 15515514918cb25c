import { useCallback, useEffect, useState } from 'react'
import type { BlogId } from '#shared/contract/blog'
import { FailureError } from '#shared/contract/failure'
import type { PostPath } from '#shared/contract/post-path'
import { useApp, useAppState } from '../../shell/app-context'
import { notifyFailure } from '../../state/notices'

/** Where the post's page is: being looked for, at a path, or not found. `typed`: the writer has said so. */
export type PostPage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'at'; readonly page: string; readonly typed: boolean }
  | { readonly kind: 'not-found' }

/** What the writer typed, by blog and post, for as long as the window lives. */
const typedPages = new Map<string, string>()

/**
 * The post's page on the running server, looked for once the post is shown, after each save, which may move it, and while it was not found after each
 * change of `build`, the server's word about building. `choose` sets another
 * path for this post, null goes back to looking.
 */
export function usePostPage(
  blog: BlogId,
  path: PostPath,
  build: string,
): readonly [page: PostPage, choose: (page: string | null) => void] {
  const app = useApp()
  const savedAt = useAppState('session', ({ posts }) => posts.get(path)?.savedAt ?? null)
  const key = `${blog} ${path}`
  const [typed, setTyped] = useState(() => typedPages.get(key) ?? null)
  const [found, setFound] = useState<{ readonly key: string; readonly page: string | null } | null>(null)
  useEffect(() => setTyped(typedPages.get(key) ?? null), [key])
  const again = found?.key === key && found.page === null ? build : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may have moved the page, a build may have made it
  useEffect(() => {
    if (typed !== null) return
    let isHere = true
    app.client
      .call('siteServer.findPage', { blog, path })
      .then(({ page }) => {
        if (isHere) setFound({ key, page })
      })
      .catch((error) => {
        if (!isHere) return
        setFound({ key, page: null })
        // the server has ended meanwhile, which is said elsewhere
        if (!(error instanceof FailureError && error.code === 'refused')) notifyFailure(app.notices, error)
      })
    return () => {
      isHere = false
    }
  }, [app, blog, path, key, typed, savedAt, again])
  const choose = useCallback(
    (page: string | null) => {
      if (page === null) typedPages.delete(key)
      else typedPages.set(key, page)
      setTyped(page)
    },
    [key],
  )
  if (typed !== null) return [{ kind: 'at', page: typed, typed: true }, choose]
  if (found?.key !== key) return [{ kind: 'looking' }, choose]
  return [
    found.page === null ? { kind: 'not-found' } : { kind: 'at', page: found.page, typed: false },
    choose,
  ]
}
