/** As a page sees it: touches everything in a document as a reader might, with pointer, focus, wheel and click. Self-contained: it is sent to pages. */
export function poke(target: Document): void {
  const events = [
    'mouseover',
    'mouseenter',
    'mousedown',
    'pointerover',
    'pointerdown',
    'contextmenu',
    'dragenter',
    'wheel',
  ]
  for (const element of target.querySelectorAll<HTMLElement>('*')) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }))
    element.scrollTop = 5
    element.focus?.()
    if (element.click) element.click()
    else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}
