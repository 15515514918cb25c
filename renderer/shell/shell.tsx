import { lazy, Suspense, useEffect } from 'react'
import { listenForActions } from '../actions/run-action'
import { useApp, useAppState } from './app-context'
import { BlogWindow } from './blog-window'
import { ErrorBoundary } from './error-boundary'
import { Notices } from './notices'
import { StartPage } from './start-page'

const ChooseFolder = lazy(async () => ({ default: (await import('./choose-folder')).ChooseFolder }))

const NamePage = lazy(async () => ({ default: (await import('../preview/site/name-page')).NamePage }))

const loadNewPost = async () => ({
  default: (await import('../posts/new-post-dialog')).NewPostDialog,
})
const NewPostDialog = lazy(loadNewPost)

/** Before a title is typed into the text that lies below the dialog: it has to be there at once. */
const loadNewPostAfterMs = 1500

/** The whole window: the start page or a blog, with dialogs and notices over it. */
export function Shell() {
  const app = useApp()
  const blog = useAppState('blog')
  const dialog = useAppState('dialog')
  useEffect(() => listenForActions(app), [app])
  useEffect(() => {
    // one that does not come is asked for again when it is needed, and its failure shown then
    const timer = setTimeout(() => void loadNewPost().catch(() => undefined), loadNewPostAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <ErrorBoundary>{blog.kind === 'open' ? <BlogWindow blog={blog.blog} /> : <StartPage />}</ErrorBoundary>
      {dialog.kind === 'choose-folder' ? (
        <Suspense fallback={null}>
          <ChooseFolder />
        </Suspense>
      ) : null}
      {dialog.kind === 'name-page' ? (
        <Suspense fallback={null}>
          <NamePage />
        </Suspense>
      ) : null}
      {dialog.kind === 'new-post' && blog.kind === 'open' ? (
        <Suspense fallback={null}>
          <NewPostDialog blog={blog.blog.id} />
        </Suspense>
      ) : null}
      <Notices />
    </>
  )
}
