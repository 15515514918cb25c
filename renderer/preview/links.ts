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

/** Makes links of the page do what they may: scroll inside of it, or open outside. No click ever leads the frame to another document. */
export const followLinks: PageFeature = ({ page, options }) => {
  const follow = (event: Event): void => {
    const link = linkOf(event)
    if (link === null) return
    event.preventDefault()
    const address = readAddress(link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '')
    if (address.kind === 'anchor') scrollToAnchor(page, address.id)
    else if (address.kind === 'remote' || address.kind === 'mail') options.openExternal(address.url)
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
    for (const [name, listener] of listeners) page.document.removeEventListener(name, listener, true)
  }
}
