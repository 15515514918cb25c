import type { App } from '../state/app'
import { currentPost } from '../state/session'
import type { Action } from './action'

const hasPost: Action['isEnabled'] = (app) => currentPost(app.session.getState()) !== null

async function go(app: App, direction: 'next' | 'previous'): Promise<void> {
  const editor = await app.loadEditor()
  editor.goToProblem(direction)
}

/** Goes to the next mistake in the text and says what it is. */
export const nextProblem: Action = {
  id: 'problems.next',
  label: 'Next problem',
  keys: 'F8',
  isEnabled: hasPost,
  run: (app) => go(app, 'next'),
}

/** Goes to the previous mistake in the text and says what it is. */
export const previousProblem: Action = {
  id: 'problems.previous',
  label: 'Previous problem',
  keys: 'Shift-F8',
  isEnabled: hasPost,
  run: (app) => go(app, 'previous'),
}
