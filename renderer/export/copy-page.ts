import type { FramePage } from '../preview/frame-page'
import { idPrefix } from '../preview/sanitise'

/** What of the page is for the writer alone. */
const onlyForTheWriter =
  '.galley-edit-mark, .galley-notice, meta[http-equiv], meta[name="referrer"], script, base'

/** A copy of what the preview shows, as a document that loads nothing, with the elements of the page that those of the copy came from. */
export type PageCopy = {
  readonly document: Document
  readonly originalOf: (element: Element) => Element | undefined
}

/** Copies the page as a reader would have it: without marks, chunks and the prefix of ids. */
export function copyPage(page: FramePage): PageCopy {
  const copy = page.document.cloneNode(true) as Document
  const originals = new Map<Element, Element>()
  const [from, to] = [page.document, copy].map((one) => [...one.querySelectorAll('*')])
  for (const [index, element] of (to ?? []).entries()) {
    const original = from?.[index]
    if (original !== undefined) originals.set(element, original)
  }
  for (const element of copy.querySelectorAll(onlyForTheWriter)) element.remove()
  for (const chunk of copy.querySelectorAll('.galley-chunk')) chunk.replaceWith(...chunk.childNodes)
  for (const element of copy.querySelectorAll('[id], [name]')) {
    for (const name of ['id', 'name']) {
      const value = element.getAttribute(name)
      if (value?.startsWith(idPrefix)) element.setAttribute(name, value.slice(idPrefix.length))
    }
  }
  return { document: copy, originalOf: (element) => originals.get(element) }
}
