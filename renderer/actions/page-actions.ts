import type { Action } from './action'

/** Asks for a built page of the blog to learn the site's page from. */
export const namePage: Action = {
  id: 'preview.namePage',
  label: 'Name a built page…',
  keys: '',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  run: (app) => app.dialog.setState({ kind: 'name-page' }, true),
}
