import type { FramePage } from '../preview/frame-page'
import { copyPage } from './copy-page'
import { paperStyle, printStyle } from './paper-style'

/** Pictures and fonts that take longer are printed as far as they have come. */
const maxWaitMs = 8000

/** After this the frame goes even if the browser did not say that the dialog was closed. */
const maxDialogMs = 10 * 60 * 1000

/**
 * Opens the browser's print dialog on the page alone: paper without a desk and without marks. Resolves when the dialog was asked for. The page is
 * copied into a frame of its own, which may open dialogs but runs no scripts, as little as the preview's.
 */
export async function printPage(page: FramePage, title: string): Promise<void> {
  // one whose dialog nobody has told the end of
  for (const earlier of document.querySelectorAll('iframe[data-printed]')) earlier.remove()
  const frame = document.createElement('iframe')
  frame.dataset.printed = ''
  frame.title = title
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // of a page's width, so that it is laid out as it will be printed; hidden ones are not printed
  Object.assign(frame.style, {
    position: 'fixed',
    width: '800px',
    height: '1000px',
    left: '-10000px',
    border: '0',
  })
  // the same document: it may load what the preview may
  frame.src = page.window.location.href
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  const { contentDocument: target, contentWindow: window } = frame
  if (target === null || window === null) throw new Error('the page to print did not open')
  const { document: copy } = copyPage(page)
  copy.documentElement.removeAttribute('data-theme')
  const style = copy.createElement('style')
  style.textContent = `${page.kind === 'plain' ? paperStyle : ''}${printStyle}`
  copy.head.append(style)
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager'
  target.replaceChild(target.importNode(copy.documentElement, true), target.documentElement)
  target.title = title
  await whenShown(target)
  const remove = (): void => frame.remove()
  window.addEventListener('afterprint', () => setTimeout(remove), { once: true })
  setTimeout(remove, maxDialogMs)
  window.focus()
  window.print()
}

/** Resolves when style sheets, pictures and fonts are there, or have failed. */
async function whenShown(target: Document): Promise<void> {
  const settled = (element: Element) =>
    new Promise<void>((resolve) => {
      element.addEventListener('load', () => resolve(), { once: true })
      element.addEventListener('error', () => resolve(), { once: true })
    })
  const sheets = [...target.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
    ({ sheet }) => sheet === null,
  )
  const images = [...target.images].filter(({ complete }) => !complete)
  const all = Promise.all([...sheets, ...images].map(settled)).then(() => target.fonts.ready)
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, maxWaitMs))])
}
