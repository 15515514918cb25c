import type { Preferences } from '#shared/contract/preferences'
import type { App } from '../state/app'
import { changePreferences } from '../state/preferences'
import type { Action } from './action'

/** What the window shows of a post. */
export type View = Preferences['layout']['view']

const hasBlog: Action['isEnabled'] = (app) => app.blog.getState().kind === 'open'

function viewAction(view: View, label: string): Action {
  return {
    id: `view.${view}`,
    label,
    keys: '',
    isEnabled: hasBlog,
    run(app) {
      // a preview in its own window comes back
      if (view !== 'write') app.shownPreview.getState().window?.close()
      changePreferences(app, { layout: { view } })
    },
  }
}

/** The three views, in the order in which the switch and `cycleView` go through them. */
export const viewActions: readonly (Action & { readonly id: `view.${View}` })[] = [
  { ...viewAction('write', 'Write'), id: 'view.write' },
  { ...viewAction('split', 'Split'), id: 'view.split' },
  { ...viewAction('preview', 'Preview'), id: 'view.preview' },
]

const order: readonly View[] = ['write', 'split', 'preview']

/** Goes to the next of the three views. */
export const cycleView: Action = {
  id: 'view.cycle',
  label: 'Next view',
  keys: 'Mod-\\',
  isEnabled: hasBlog,
  run(app) {
    const now = order.indexOf(app.preferences.getState().layout.view)
    changePreferences(app, { layout: { view: order[(now + 1) % order.length] ?? 'split' } })
  },
}

/** Shows or hides the post list. */
export const toggleSidebar: Action = {
  id: 'view.toggleSidebar',
  label: 'Post list',
  keys: '',
  isEnabled: hasBlog,
  run: (app) => flip(app, 'sidebarOpen'),
}

/** Shows or hides the form. */
export const toggleForm: Action = {
  id: 'view.toggleForm',
  label: 'Form',
  keys: '',
  isEnabled: hasBlog,
  run: (app) => flip(app, 'formOpen'),
}

function flip(app: App, key: 'sidebarOpen' | 'formOpen'): void {
  changePreferences(app, { layout: { [key]: !app.preferences.getState().layout[key] } })
}

/** Shows the front matter as a form or as the text that it is. */
export const toggleRaw: Action = {
  id: 'frontMatter.toggleRaw',
  label: 'Front matter as text',
  keys: 'Mod-Shift-m',
  isEnabled: hasBlog,
  run(app) {
    const raw = app.preferences.getState().layout.frontMatter === 'raw'
    changePreferences(app, { layout: { frontMatter: raw ? 'form' : 'raw' } })
  },
}

const themes = ['system', 'light', 'dark'] as const

/** Goes to the next of system, light and dark. */
export const cycleTheme: Action = {
  id: 'view.cycleTheme',
  label: 'Theme',
  keys: '',
  isEnabled: () => true,
  run(app) {
    const now = themes.indexOf(app.preferences.getState().theme)
    changePreferences(app, { theme: themes[(now + 1) % themes.length] ?? 'system' })
  },
}

/** Puts the caret into the post list's filter. */
export const filterPosts: Action = {
  id: 'posts.filter',
  label: 'Search posts',
  keys: 'Mod-Shift-f',
  isEnabled: hasBlog,
  run(app) {
    if (!app.preferences.getState().layout.sidebarOpen) {
      changePreferences(app, { layout: { sidebarOpen: true } })
    }
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-post-filter]')?.focus())
  },
}
