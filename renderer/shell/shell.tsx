import { lazy, Suspense, useEffect } from 'react'
import { listenForActions } from '../actions/run-action'
import { useApp, useAppState } from './app-context'
import { BlogWindow } from './blog-window'
import { ErrorBoundary } from './error-boundary'
import { Notices } from './notices'
import { StartPage } from './start-page'

const ChooseFolder = lazy(async () => ({ default: (await import('./choose-folder')).ChooseFolder }))

const NamePage = lazy(async () => ({ default: (await import('../preview/site/name-page')).NamePage }))

const NewPostDialog = lazy(async () => ({
  default: (await import('../posts/new-post-dialog')).NewPostDialog,
}))

/** The whole window: the start page or a blog, with dialogs and notices over it. */
export function Shell() {
  const app = useApp()
  const blog = useAppState('blog')
  const dialog = useAppState('dialog')
  useEffect(() => listenForActions(app), [app])
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
