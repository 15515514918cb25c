import type { ChosenPlace } from '../preview/choose-place'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { changePreferences } from '../state/preferences'
import { findWord } from './find-word'

/** For so many frames the text pane may take to come into sight. */
const maxFrames = 30

/** Where a line of `body`, counted from 0, begins; the end for a line behind the last. */
function startOfLine(body: string, line: number): number {
  let start = 0
  for (let left = line; left > 0; left--) {
    const lineBreak = body.indexOf('\n', start)
    if (lineBreak < 0) return body.length
    start = lineBreak + 1
  }
  return start
}

/** The offset in `body` that a chosen place stands for: the word, or the first line of the block that is not blank. */
export function offsetOfPlace(body: string, { fromLine, toLine, word }: ChosenPlace): number {
  const from = startOfLine(body, fromLine)
  const block = body.slice(from, startOfLine(body, toLine))
  const found = word === null ? null : findWord(block, word)
  return from + (found ?? Math.max(0, block.search(/\S/)))
}

/** Puts the caret at a place that was chosen in the preview; a text pane out of sight is brought back first. */
export function goToPlace(app: App, editor: EditorPort, place: ChosenPlace): void {
  const snapshot = editor.snapshot()
  if (snapshot === null) return
  if (app.preferences.getState().layout.view === 'preview')
    changePreferences(app, { layout: { view: 'split' } })
  const offset = snapshot.bodyFrom + offsetOfPlace(editor.body(), place)
  let left = maxFrames
  const reveal = (): void => {
    if (editor.dom.offsetParent === null && left-- > 0) requestAnimationFrame(reveal)
    else {
      window.focus()
      editor.reveal(offset)
    }
  }
  reveal()
}
