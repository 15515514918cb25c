import { openSite } from '../state/site'
import type { Action } from './action'

/** Shows what was understood of the blog's site. */
export const showSite: Action = {
  id: 'site.open',
  label: 'Site…',
  keys: '',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  run: openSite,
}
