import type { App } from '../state/app'
import { closePublish, commitPost, openPublish } from '../state/publish'
import { savePost } from '../state/save-post'
import { currentPost } from '../state/session'
import { newPostStrings } from '../strings/new-post'
import type { Action } from './action'

const hasEditablePost: Action['isEnabled'] = (app) =>
  currentPost(app.session.getState())?.access.kind === 'editable'

/** Asks for a new post. */
export const newPost: Action = {
  id: 'post.new',
  label: newPostStrings.open,
  // browsers keep Mod-n to themselves
  keys: 'Mod-Alt-n',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  run: (app) => app.dialog.setState({ kind: 'new-post' }, true),
}

/** Saves the post shown now. */
export const save: Action = {
  id: 'post.save',
  label: 'Save',
  keys: 'Mod-s',
  isEnabled: hasEditablePost,
  async run(app) {
    const { current } = app.session.getState()
    if (current.kind === 'open') await savePost(app, current.path)
  },
}

/** Opens the publish panel on the post shown now; pressed inside the panel, the same keys commit. */
export const publish: Action = {
  id: 'publish.open',
  label: 'Publish…',
  keys: 'Mod-Enter',
  isEnabled: (app) => currentPost(app.session.getState()) !== null,
  run: (app) => (isInPanel(app) ? commitPost(app) : openPublish(app)),
}

function isInPanel(app: App): boolean {
  const inside = document.activeElement?.closest('[role=dialog]') ?? null
  return app.publish.getState().kind === 'open' && inside !== null
}

/** Closes the publish panel without a commit. */
export const cancelPublish: Action = {
  id: 'publish.close',
  label: 'Close',
  keys: '',
  isEnabled: (app) => app.publish.getState().kind === 'open',
  run: closePublish,
}
