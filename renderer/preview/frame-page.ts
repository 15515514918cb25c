import type { PostHeader } from './describe-header'

/** The parts of the preview's document. */
export type FramePage = {
  readonly document: Document
  readonly window: Window
  readonly article: HTMLElement
  readonly header: HTMLElement
  readonly body: HTMLElement
  /** A line above the article for what the writer has to know about the preview itself; hidden while empty. */
  readonly notice: HTMLElement
}

/** The document in `frame`; null until it has been loaded. */
export function findPage(frame: HTMLIFrameElement): FramePage | null {
  const { contentDocument: document, contentWindow: window } = frame
  const article = document?.querySelector<HTMLElement>('.galley-page')
  const notice = document?.querySelector<HTMLElement>('.galley-notice')
  const header = article?.querySelector<HTMLElement>('.galley-header')
  const body = article?.querySelector<HTMLElement>('.galley-body')
  if (!document || !window || document.readyState === 'loading') return null
  return article && header && body && notice ? { document, window, article, header, body, notice } : null
}

function line(document: Document, tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.dir = 'auto'
  element.textContent = text
  return element
}

/** Writes title and byline above the body; what is empty is left out. */
export function writeHeader(page: FramePage, { title, byline }: PostHeader): void {
  const lines: HTMLElement[] = []
  if (title !== '') lines.push(line(page.document, 'h1', 'galley-title', title))
  if (byline !== '') lines.push(line(page.document, 'p', 'galley-byline', byline))
  page.header.replaceChildren(...lines)
  page.header.hidden = lines.length === 0
}
