import type { App } from './app'
import { openBlog } from './blog'
import { compareWithDisk } from './follow-disk'
import { refreshGit } from './git'
import { notify, notifyFailure } from './notices'
import { refreshPosts } from './posts'

/** Keeps the window's snapshots true to what the services report. */
export function followEvents(app: App): void {
  const { client } = app
  client.on('posts.changed', ({ blog, paths }) => {
    if (!isOpen(app, blog)) return
    void refreshPosts(app, blog)
    void refreshGit(app, blog)
    for (const path of app.session.getState().posts.keys()) {
      if (paths.length === 0 || paths.includes(path)) void compareWithDisk(app, path)
    }
  })
  client.on('git.changed', ({ blog }) => {
    if (isOpen(app, blog)) void refreshGit(app, blog)
  })
  client.on('blogs.openRequested', ({ folder }) => {
    openBlog(app, folder).catch((error) => notifyFailure(app.notices, error))
  })
  client.onConnection((connected) => {
    if (connected) {
      notify(app.notices, { kind: 'done', message: 'Galley is connected again.' })
      const state = app.blog.getState()
      if (state.kind === 'open') void openBlog(app, state.blog.folder)
    } else {
      notify(app.notices, {
        kind: 'failed',
        message:
          'The connection to Galley is lost. Your text stays in this window; start Galley again to save it.',
      })
    }
  })
}

function isOpen(app: App, blog: string): boolean {
  const state = app.blog.getState()
  return state.kind === 'open' && state.blog.id === blog
}
