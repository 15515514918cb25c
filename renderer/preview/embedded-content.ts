import { previewStrings } from '../strings/preview'
import { readAddress } from './address'
import { placeholderBox } from './boxes'

const embeds = 'iframe, object, embed'

function words(element: Element): string {
  const address = readAddress(element.getAttribute('src') ?? element.getAttribute('data') ?? '')
  return address.kind === 'remote' ? previewStrings.embedded(address.host) : previewStrings.embeddedUnknown
}

/** Puts a box in the place of each frame and plug-in in `parent`, which must not be part of a document that loads anything. */
export function replaceEmbedsIn(parent: Element): void {
  for (const element of parent.querySelectorAll(embeds)) {
    element.replaceWith(
      placeholderBox(parent.ownerDocument, words(element), element.getAttribute('title') ?? ''),
    )
  }
}

/**
 * `html` with a box in the place of each frame and plug-in, which the preview does not show. The result is no safer than what went in:
 * it still has to be sanitised.
 */
export function replaceEmbeds(html: string): string {
  if (!/<(?:iframe|object|embed)\b/i.test(html)) return html
  const document = new DOMParser().parseFromString(`<body>${html}`, 'text/html')
  replaceEmbedsIn(document.body)
  return document.body.innerHTML
}
