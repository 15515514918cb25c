import type { App } from '../state/app'
import { changePreviewSettings, previewSettings } from '../state/preview-settings'
import type { Action } from './action'

const hasDifferences: Action['isEnabled'] = (app) => app.differences.getState().count > 0

async function go(app: App, direction: 'first' | 'next' | 'previous'): Promise<void> {
  const editor = await app.loadEditor()
  editor.goToDifference(direction)
}

/** Goes to the first place that reads otherwise than on GitHub and says why. */
export const firstDifference: Action = {
  id: 'differences.first',
  label: 'First difference from GitHub',
  keys: '',
  isEnabled: hasDifferences,
  run: (app) => go(app, 'first'),
}

/** Goes to the next place that reads otherwise than on GitHub and says why. */
export const nextDifference: Action = {
  id: 'differences.next',
  label: 'Next difference from GitHub',
  keys: 'Mod-F8',
  isEnabled: hasDifferences,
  run: (app) => go(app, 'next'),
}

/** Goes to the previous place that reads otherwise than on GitHub and says why. */
export const previousDifference: Action = {
  id: 'differences.previous',
  label: 'Previous difference from GitHub',
  keys: 'Mod-Shift-F8',
  isEnabled: hasDifferences,
  run: (app) => go(app, 'previous'),
}

/** Changes the text at the caret's mark so that it reads the same on GitHub. */
export const repairDifference: Action = {
  id: 'differences.repair',
  label: 'Let this read the same on GitHub',
  keys: 'Mod-.',
  isEnabled: hasDifferences,
  async run(app) {
    const editor = await app.loadEditor()
    editor.repairDifference()
  },
}

/** Marks in the text what reads otherwise than on GitHub, or leaves that. */
export const toggleDifferences: Action = {
  id: 'differences.toggle',
  label: 'Mark differences from GitHub',
  keys: '',
  isEnabled: (app) => app.blog.getState().kind === 'open',
  isOn: (app) => previewSettings(app).differences,
  run: (app) => changePreviewSettings(app, { differences: !previewSettings(app).differences }),
}

/** All of them, in the order of a menu. */
export const differenceActions: readonly Action[] = [
  firstDifference,
  nextDifference,
  previousDifference,
  repairDifference,
]
