import type { App } from './app'
import { lookAgain, openBlog } from './blog'
import { compareWithDisk } from './follow-disk'
import { refreshGit } from './git'
import { notify, notifyFailure } from './notices'
import { refreshPosts } from './posts'
import { isStillOpen } from './session'

/** Keeps the window's snapshots true to what the services report. */
export function followEvents(app: App): void {
  const { client } = app
  client.on('posts.changed', ({ blog, paths }) => {
    if (!isStillOpen(app, blog)) return
    void refreshPosts(app, blog)
    void refreshGit(app, blog)
    for (const path of app.session.getState().posts.keys()) {
      if (paths.length === 0 || paths.includes(path)) void compareWithDisk(app, path)
    }
  })
  client.on('git.changed', ({ blog }) => {
    if (isStillOpen(app, blog)) void refreshGit(app, blog)
  })
  client.on('blogs.openRequested', ({ folder }) => {
    openBlog(app, folder).catch((error) => notifyFailure(app.notices, error))
  })
  client.onConnection((connected) => {
    if (connected) {
      notify(app.notices, { kind: 'done', message: 'Galley is connected again.' })
      const state = app.blog.getState()
      if (state.kind === 'open') {
        lookAgain(app, state.blog).catch((error) => notifyFailure(app.notices, error))
      }
    } else {
      notify(app.notices, {
        kind: 'failed',
        message:
          'The connection to Galley is lost. Your text stays in this window; start Galley again to save it.',
      })
    }
  })
}
