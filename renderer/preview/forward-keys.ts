import type { PageFeature } from './mounted-page'

/** Lets the interface hear the shortcuts that are pressed in the page, which is a document of its own. */
export const forwardKeys: PageFeature = ({ page }) => {
  const forward = (event: KeyboardEvent): void => {
    const isShortcut = event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)
    if (!isShortcut || event.defaultPrevented) return
    const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat } = event
    const init = { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, bubbles: true, cancelable: true }
    if (!window.dispatchEvent(new KeyboardEvent('keydown', init))) event.preventDefault()
  }
  page.document.addEventListener('keydown', forward)
  return () => page.document.removeEventListener('keydown', forward)
}
