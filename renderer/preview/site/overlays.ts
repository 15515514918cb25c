/** What covers this much of the window's width and height lies over the text and not beside it. */
const coveringShare = 0.8
const maxLooked = 4000

/**
 * Hides what the site pins over its whole window: questions about cookies, curtains while loading. A script would take them away. What holds the
 * post stays, however it is pinned.
 */
export function hideOverlays(document: Document, body: Element): void {
  const view = document.defaultView
  if (view === null) return
  const { clientWidth, clientHeight } = document.documentElement
  for (const element of [...document.body.querySelectorAll<HTMLElement>('*')].slice(0, maxLooked)) {
    if (element.contains(body) || body.contains(element)) continue
    if (view.getComputedStyle(element).position !== 'fixed') continue
    const { width, height } = element.getBoundingClientRect()
    const isOver = width >= clientWidth * coveringShare && height >= clientHeight * coveringShare
    if (isOver) element.style.setProperty('display', 'none', 'important')
  }
}

/** Whether a reader sees the post: a layout that waits for a script to show it does not let them. */
export function isShown(body: Element): boolean {
  return body.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
