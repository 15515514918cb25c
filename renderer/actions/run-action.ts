import type { App } from '../state/app'
import { notifyFailure } from '../state/notices'
import type { Action } from './action'
import { allActions } from './all-actions'
import { isMacKeyboard, matchesKeys } from './keys'

/** Runs an action where it can be done; a failure is shown, never swallowed. */
export function runAction(app: App, action: Action): void {
  if (!action.isEnabled(app)) return
  Promise.resolve()
    .then(() => action.run(app))
    .catch((error) => notifyFailure(app.notices, error))
}

/** Listens to the keyboard and to the host's menu. Returns a function that stops listening. */
export function listenForActions(app: App): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || app.dialog.getState().kind !== 'none') return
    const action = allActions.find(({ keys }) => keys !== '' && matchesKeys(event, keys, isMacKeyboard()))
    if (action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    // a key that is held down asks once
    if (!event.repeat) runAction(app, action)
  }
  // before the focused control: the text pane has keys of its own for some of these
  window.addEventListener('keydown', onKey, { capture: true })
  const stopMenu = app.client.on('menu.chosen', ({ action: id }) => {
    const action = allActions.find((candidate) => candidate.id === id)
    if (action !== undefined) runAction(app, action)
  })
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true })
    stopMenu()
  }
}
