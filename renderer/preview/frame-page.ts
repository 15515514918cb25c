import type { PostHeader } from './describe-header'
import type { ShowImage } from './site/fill-page'

/** The parts of the preview's document. */
export type FramePage = {
  /** Whose page it is: Galley's own, or the site's. */
  readonly kind: 'plain' | 'site'
  readonly document: Document
  readonly window: Window
  readonly article: HTMLElement
  readonly header: HTMLElement
  readonly body: HTMLElement
  /** A line above the article for what the writer has to know about the preview itself; hidden while empty. */
  readonly notice: HTMLElement
  /** Writes what stands around the body. */
  writeHeader(post: PostHeader, showImage: ShowImage): void
}

/** The document in `frame` with Galley's own page in it; null until it has been loaded. */
export function findPage(frame: HTMLIFrameElement): FramePage | null {
  const { contentDocument: document, contentWindow: window } = frame
  const article = document?.querySelector<HTMLElement>('.galley-page')
  const notice = document?.querySelector<HTMLElement>('.galley-notice')
  const header = article?.querySelector<HTMLElement>('.galley-header')
  const body = article?.querySelector<HTMLElement>('.galley-body')
  if (!document || !window || document.readyState === 'loading') return null
  if (!article || !header || !body || !notice) return null
  const writeHeader: FramePage['writeHeader'] = (post, showImage) => writePlainHeader(header, post, showImage)
  return { kind: 'plain', document, window, article, header, body, notice, writeHeader }
}

function line(document: Document, tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.dir = 'auto'
  element.textContent = text
  return element
}

/** Writes title, byline and picture above the body; what is empty is left out. */
function writePlainHeader(header: HTMLElement, post: PostHeader, showImage: ShowImage): void {
  const { ownerDocument: document } = header
  const lines: HTMLElement[] = []
  if (post.title !== '') lines.push(line(document, 'h1', 'galley-title', post.title))
  if (post.byline !== '') lines.push(line(document, 'p', 'galley-byline', post.byline))
  // left alone while it stays the same: it would be loaded and laid out anew with each letter of the title
  const reference = post.image?.reference
  const before = header.querySelector<HTMLElement>('.galley-hero')
  const picture =
    reference === undefined || before?.dataset.reference === reference
      ? before
      : heroFor(document, reference, showImage)
  picture?.querySelector('img')?.setAttribute('alt', post.image?.alternative ?? '')
  header.replaceChildren(...lines)
  if (reference !== undefined && picture !== null) header.append(picture)
  header.hidden = header.childElementCount === 0
}

function heroFor(document: Document, reference: string, showImage: ShowImage): HTMLElement {
  const hero = document.createElement('p')
  hero.className = 'galley-hero'
  hero.dataset.reference = reference
  const image = document.createElement('img')
  hero.append(image)
  showImage(image, reference)
  return hero
}
