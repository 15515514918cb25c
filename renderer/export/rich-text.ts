import type { FramePage } from '../preview/frame-page'
import { copyPage } from './copy-page'
import { createDataUrls } from './data-url'
import { plainTextOf } from './plain-text'

/** A text for the clipboard, for programs that take markup and for those that do not. */
export type RichText = { readonly html: string; readonly text: string }

/** Attributes that say what an element is or shows; all others are about how it looks. */
const keptAttributes = new Set([
  ...['href', 'src', 'alt', 'title', 'width', 'height', 'lang', 'dir', 'datetime', 'cite'],
  ...['colspan', 'rowspan', 'scope', 'start', 'reversed', 'value', 'type', 'controls', 'open', 'align'],
])

/** The post as clean markup, without classes and styles, its pictures in it as data; and as text. */
export async function richTextOf(page: FramePage, title: string): Promise<RichText> {
  const toDataUrl = createDataUrls(location.origin)
  const { document: copy } = copyPage(page)
  const body = copy.createElement('div')
  body.append(...(bodyIn(copy, page)?.childNodes ?? []))
  for (const image of body.querySelectorAll('img')) {
    const source = URL.parse(image.getAttribute('src') ?? '', document.baseURI)?.href ?? ''
    image.setAttribute('src', (await toDataUrl(source)) ?? source)
  }
  clean(body)
  if (title !== '') {
    const heading = copy.createElement('h1')
    heading.textContent = title
    body.prepend(heading)
  }
  return { html: body.innerHTML, text: plainTextOf(body) }
}

function bodyIn(copy: Document, page: FramePage): Element | null {
  return copy.querySelector(page.kind === 'site' ? '[data-galley="body"]' : '.galley-body')
}

function clean(body: HTMLElement): void {
  // a formula is MathML for those who read it, and pictures of letters for those who look at it
  for (const formula of body.querySelectorAll('.katex')) {
    const math = formula.querySelector('math')
    if (math !== null) formula.replaceWith(math)
  }
  for (const box of body.querySelectorAll('.galley-box')) box.replaceWith(box.textContent ?? '')
  for (const tick of body.querySelectorAll('input[type="checkbox"]')) {
    tick.replaceWith(tick.hasAttribute('checked') ? '☑' : '☐')
  }
  for (const element of body.querySelectorAll('*')) {
    const isDrawing = element.closest('svg, math') !== null
    for (const { name } of [...element.attributes]) {
      const isKept = isDrawing ? !/^(?:class|id)$/.test(name) : keptAttributes.has(name)
      if (!isKept) element.removeAttribute(name)
    }
  }
  for (const span of body.querySelectorAll('span:not([lang], [dir], [title])'))
    span.replaceWith(...span.childNodes)
  body.normalize()
}
