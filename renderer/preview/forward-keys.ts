import type { PageFeature } from './mounted-page'

/** Lets the interface hear the shortcuts that are pressed in another document of it. Returns a function that ends it. */
export function forwardShortcuts(source: Document): () => void {
  const forward = (event: KeyboardEvent): void => {
    const isShortcut = event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)
    if (!isShortcut || event.defaultPrevented) return
    const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat } = event
    const init = { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, bubbles: true, cancelable: true }
    if (!window.dispatchEvent(new KeyboardEvent('keydown', init))) event.preventDefault()
  }
  source.addEventListener('keydown', forward)
  return () => source.removeEventListener('keydown', forward)
}

/** The shortcuts that are pressed in the page. */
export const forwardKeys: PageFeature = ({ page }) => forwardShortcuts(page.document)
