import { previewStrings } from '../strings/preview'
import { readAddress } from './address'
import { placeholderBox } from './boxes'

/** Frames, plug-ins, and the scripts that write a gist into the page. */
const embeds = 'iframe, object, embed, script[src*="gist.github.com/"]'

/** Whether a frame is laid over a room that keeps the height of a film. */
function fillsItsRoom(element: Element): boolean {
  const style = (part: Element | null): string => part?.getAttribute('style') ?? ''
  return (
    /position:\s*absolute/.test(style(element)) && /position:\s*relative/.test(style(element.parentElement))
  )
}

function boxFor(element: Element, document: Document): HTMLElement {
  const address = readAddress(element.getAttribute('src') ?? element.getAttribute('data') ?? '')
  const title = element.getAttribute('title') ?? ''
  if (address.kind !== 'remote') return placeholderBox(document, previewStrings.embeddedUnknown, title)
  const named = [title, address.url].filter((part) => part !== '').join(' · ')
  const box = placeholderBox(document, previewStrings.embedded(address.host), named)
  if (fillsItsRoom(element)) box.classList.add('galley-box-filling')
  return box
}

/** Puts a box in the place of each frame and plug-in in `parent`, which must not be part of a document that loads anything. */
export function replaceEmbedsIn(parent: Element): void {
  for (const element of parent.querySelectorAll(embeds)) {
    element.replaceWith(boxFor(element, parent.ownerDocument))
  }
}

/**
 * `html` with a box in the place of each frame and plug-in, which the preview does not show. The result is no safer than what went in:
 * it still has to be sanitised.
 */
export function replaceEmbeds(html: string): string {
  if (!/<(?:iframe|object|embed)\b|<script\b[^>]*gist\.github\.com/i.test(html)) return html
  const document = new DOMParser().parseFromString(`<body>${html}`, 'text/html')
  replaceEmbedsIn(document.body)
  return document.body.innerHTML
}
