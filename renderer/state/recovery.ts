import type { BlogId } from '#shared/contract/blog'
import type { PostPath } from '#shared/contract/post-path'
import type { App } from './app'
import { notifyFailure } from './notices'
import { isStillOpen, openBlogId } from './session'

/** Unsaved text is kept this long after it was typed, at the latest: a crash costs less than a second. */
const keepAfterMs = 700

const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Posts whose kept text this window has written or shown. What another session kept is not ours to forget. */
const ours = new Set<string>()

const keyOf = (blog: BlogId, path: PostPath) => `${blog} ${path}`

/** Says that the text kept for a post has been shown in this window. */
export function adoptKept(app: App, path: PostPath): void {
  ours.add(keyOf(openBlogId(app), path))
}

/** Sees to it that a post's unsaved text is kept soon. Typing on does not put it off. */
export function keepSoon(app: App, path: PostPath): void {
  const key = keyOf(openBlogId(app), path)
  if (timers.has(key)) return
  timers.set(
    key,
    setTimeout(() => void keepNow(app, path), keepAfterMs),
  )
}

/**
 * Keeps a post's unsaved text now, or forgets what was kept when nothing is unsaved. True when no text of this post would be lost
 * with the window.
 */
export async function keepNow(app: App, path: PostPath): Promise<boolean> {
  const blogState = app.blog.getState()
  if (blogState.kind !== 'open') return true
  const blog = blogState.blog.id
  const key = keyOf(blog, path)
  clearTimeout(timers.get(key))
  timers.delete(key)
  const post = app.session.getState().posts.get(path)
  if (post === undefined) return true
  const editor = await app.loadEditor()
  if (!isStillOpen(app, blog) || !app.session.getState().posts.has(path)) return true
  try {
    if (editor.isDirty(path)) {
      ours.add(key)
      await app.client.call('recovery.keep', {
        blog,
        path,
        text: editor.textOf(path),
        baseVersion: post.baseVersion,
      })
    } else if (ours.has(key)) {
      await app.client.call('recovery.discard', { blog, path })
      ours.delete(key)
    }
    return true
  } catch (error) {
    notifyFailure(app.notices, error)
    return false
  }
}

/** Keeps the unsaved text of every post, until none was typed while it was kept. True when nothing would be lost now. */
export async function keepAll(app: App): Promise<boolean> {
  const editor = await app.loadEditor()
  for (let round = 0; round < 5; round += 1) {
    const kept = new Map<PostPath, string>()
    for (const path of app.session.getState().posts.keys()) {
      if (!editor.isDirty(path)) continue
      const text = editor.textOf(path)
      if (!(await keepNow(app, path))) return false
      kept.set(path, text)
    }
    const dirty = [...app.session.getState().posts.keys()].filter((path) => editor.isDirty(path))
    if (dirty.every((path) => kept.get(path) === editor.textOf(path))) return true
  }
  return false
}

/** Keeps what waits to be kept, when the window is about to go. */
export function keepWaiting(app: App): void {
  for (const path of app.session.getState().posts.keys()) void keepNow(app, path)
}
