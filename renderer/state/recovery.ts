import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { notifyFailure } from './notices'
import { openBlogId } from './session'

/** Unsaved text is kept this long after it was typed, at the latest: a crash costs less than a second. */
const keepAfterMs = 700

const timers = new Map<PostPath, ReturnType<typeof setTimeout>>()

/** Sees to it that a post's unsaved text is kept soon. Typing on does not put it off. */
export function keepSoon(app: App, path: PostPath): void {
  if (timers.has(path)) return
  timers.set(
    path,
    setTimeout(() => void keepNow(app, path), keepAfterMs),
  )
}

/** Keeps a post's unsaved text now, or forgets what was kept when nothing is unsaved. */
export async function keepNow(app: App, path: PostPath): Promise<void> {
  clearTimeout(timers.get(path))
  timers.delete(path)
  const post = app.session.getState().posts.get(path)
  if (post === undefined || app.blog.getState().kind !== 'open') return
  const blog = openBlogId(app)
  const editor = await app.loadEditor()
  try {
    if (editor.isDirty(path)) {
      const { baseVersion } = post
      await app.client.call('recovery.keep', { blog, path, text: editor.textOf(path), baseVersion })
    } else {
      await app.client.call('recovery.discard', { blog, path })
    }
  } catch (error) {
    notifyFailure(app.notices, error)
  }
}

/** Keeps all that waits to be kept, when the window is about to go. */
export function keepAllNow(app: App): Promise<unknown> {
  return Promise.all([...timers.keys()].map((path) => keepNow(app, path)))
}
