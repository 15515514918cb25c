import type { Preview } from '../preview/create-preview'
import type { App } from '../state/app'
import type { EditorPort } from '../state/editor-port'
import { goToPlace } from './go-to-place'
import { ScrollLead } from './scroll-lead'

const touches = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const

/**
 * Ties the preview to the text: they scroll together, unless the writer does not want it, the block that is being edited is marked, and a double
 * click in the preview puts the caret there. Returns a function that ends it.
 */
export function joinPanes(app: App, editor: EditorPort, { place }: Preview): () => void {
  const lead = new ScrollLead(() => performance.now())
  const isTogether = () => app.preferences.getState().layout.scrollTogether
  const textTouched = () => lead.touch('text')
  for (const name of touches) editor.dom.addEventListener(name, textTouched, { passive: true, capture: true })
  let wasVisible = editor.dom.clientHeight > 0
  const followText = () => {
    if (isTogether() && editor.dom.clientHeight > 0) place.scrollToLine(editor.readLine())
  }
  // a text pane that comes back into sight has not been scrolled meanwhile
  const observer = new ResizeObserver(() => {
    const isVisible = editor.dom.clientHeight > 0
    if (isVisible && !wasVisible && isTogether()) editor.scrollToLine(place.readLine())
    wasVisible = isVisible
  })
  observer.observe(editor.dom)
  const ends = [
    editor.onReadLine((line) => {
      // out of sight it has no lines in view
      if (isTogether() && editor.dom.clientHeight > 0 && lead.mayLead('text')) place.scrollToLine(line)
    }),
    place.onReadLine((line) => {
      if (isTogether() && lead.mayLead('preview') && editor.dom.clientHeight > 0) editor.scrollToLine(line)
    }),
    place.onTouch(() => lead.touch('preview')),
    place.onChoose((chosen) => goToPlace(app, editor, chosen)),
    editor.onCaretLine((line) => place.setCaretLine(line)),
    editor.onUpdate(({ changes }) => {
      if (changes !== null) return
      place.release()
      requestAnimationFrame(followText)
    }),
    app.preferences.subscribe(({ layout }, before) => {
      if (layout.scrollTogether && !before.layout.scrollTogether) followText()
    }),
  ]
  place.setCaretLine(editor.caretLine())
  followText()
  return () => {
    for (const end of ends) end()
    observer.disconnect()
    for (const name of touches) editor.dom.removeEventListener(name, textTouched, true)
  }
}
