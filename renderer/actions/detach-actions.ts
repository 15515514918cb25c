import type { Action } from './action'

const load = () => import('../state/detach-preview')

/** Puts the preview into a window of its own. */
export const detachPreview: Action = {
  id: 'preview.detach',
  label: 'Open in its own window',
  keys: '',
  isEnabled: (app) => app.shownPreview.getState().preview !== null,
  run: async (app) => (await load()).detachPreview(app),
}

/** Brings the preview back from its own window. */
export const bringPreviewBack: Action = {
  id: 'preview.attach',
  label: 'Back into the main window',
  keys: '',
  isEnabled: (app) => app.shownPreview.getState().window !== null,
  run: async (app) => (await load()).attachPreview(app),
}
