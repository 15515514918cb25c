import { closeBlog, openBlog, openSampleBlog } from '../state/blog'
import type { Action } from './action'

const isIdle: Action['isEnabled'] = (app) => app.blog.getState().kind !== 'opening'

/** Asks for a folder, by the native dialog where there is one, and opens it. */
export const openFolder: Action = {
  id: 'blog.open',
  label: 'Open folder…',
  keys: 'Mod-o',
  isEnabled: isIdle,
  async run(app) {
    if (!app.about.canPickFolder) {
      app.dialog.setState({ kind: 'choose-folder' }, true)
      return
    }
    const { folder } = await app.client.call('blogs.pickFolder', {})
    if (folder !== null) await openBlog(app, folder)
  },
}

/** Opens the sample blog. */
export const openSample: Action = {
  id: 'blog.openSample',
  label: 'Try the sample blog',
  keys: '',
  isEnabled: isIdle,
  run: openSampleBlog,
}

/** Goes back to the start page. */
export const showStartPage: Action = {
  id: 'blog.startPage',
  label: 'Start page',
  keys: '',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  run: closeBlog,
}
