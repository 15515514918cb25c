import { readAddress } from './address'
import type { FramePage } from './frame-page'
import type { PageFeature } from './mounted-page'
import { idPrefix } from './sanitise'

function linkOf(event: Event): Element | null {
  const target = event.target
  // the target belongs to the frame's realm, so it is no instance of this realm's Element
  return target !== null && 'closest' in target ? (target as Element).closest('a, area') : null
}

function scrollToAnchor(page: FramePage, id: string): void {
  if (id === '' || id === 'top') {
    page.window.scrollTo({ top: 0 })
    return
  }
  const prefixed = idPrefix + id
  const target =
    page.document.getElementById(prefixed) ?? page.body.querySelector(`[name="${CSS.escape(prefixed)}"]`)
  target?.scrollIntoView()
}

/** A second click within this time makes it a double click, which goes to the text and not to where the link leads. */
const doubleClickMs = 350

/** Makes links of the page do what they may: scroll inside of it, or open outside. No click ever leads the frame to another document. */
export const followLinks: PageFeature = ({ page, options }) => {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const follow = (event: Event): void => {
    const link = linkOf(event)
    if (link === null) return
    event.preventDefault()
    const address = readAddress(link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '')
    const go = (): void => {
      if (address.kind === 'anchor') scrollToAnchor(page, address.id)
      else if (address.kind === 'remote' || address.kind === 'mail') options.openExternal(address.url)
    }
    const clicks = (event as MouseEvent).detail
    if (event.type !== 'click' || clicks === 0) go()
    else if (clicks > 1) clearTimeout(waiting)
    // the end of a selection that was drawn over the link is no click on it
    else if (page.window.getSelection()?.isCollapsed !== false) waiting = setTimeout(go, doubleClickMs)
  }
  const refuse = (event: Event): void => event.preventDefault()
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['click', follow],
    ['auxclick', follow],
    ['submit', refuse],
    ['dragover', refuse],
    ['drop', refuse],
  ]
  for (const [name, listener] of listeners) page.document.addEventListener(name, listener, true)
  return () => {
    clearTimeout(waiting)
    for (const [name, listener] of listeners) page.document.removeEventListener(name, listener, true)
  }
}
