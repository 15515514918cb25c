import { changePreferences } from '../state/preferences'
import type { Action } from './action'
import { detachPreview } from './detach-actions'
import { toggleDifferences } from './difference-actions'
import { exportActions } from './export-actions'
import { namePage } from './page-actions'
import { toggleRemoteMedia } from './remote-media-actions'

const isShown: Action['isEnabled'] = (app) => app.shownPreview.getState().preview !== null

/** Lets text and preview scroll together, or each by itself. */
export const scrollTogether: Action = {
  id: 'preview.scrollTogether',
  label: 'Scroll together',
  keys: '',
  isEnabled: isShown,
  isOn: (app) => app.preferences.getState().layout.scrollTogether,
  run(app) {
    changePreferences(app, { layout: { scrollTogether: !app.preferences.getState().layout.scrollTogether } })
  },
}

/** Puts the caret into the text at what is selected in the preview, or else at what is read there: a double click for the keyboard. */
export const editHere: Action = {
  id: 'preview.editHere',
  label: 'Edit this place in the text',
  keys: 'Mod-Shift-e',
  isEnabled: isShown,
  async run(app) {
    const { preview } = app.shownPreview.getState()
    if (preview === null) return
    const line = Math.floor(preview.place.readLine())
    const place = preview.place.selectedPlace() ?? { fromLine: line, toLine: line + 1, word: null }
    const [editor, { goToPlace }] = await Promise.all([app.loadEditor(), import('../place/go-to-place')])
    goToPlace(app, editor, place)
  },
}

/** What can be done with the preview as a whole, in the order of its menu. */
export const previewActions: readonly Action[] = [
  editHere,
  detachPreview,
  toggleDifferences,
  namePage,
  ...exportActions,
  scrollTogether,
  toggleRemoteMedia,
]
