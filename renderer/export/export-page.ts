import type { FramePage } from '../preview/frame-page'
import { copyPage } from './copy-page'
import { createDataUrls, type ToDataUrl } from './data-url'
import { collectStyles } from './export-styles'
import { paperStyle, printStyle } from './paper-style'

/** What a file says about itself. `language` is a tag such as `en`. */
export type ExportOptions = { readonly title: string; readonly language: string }

/** Nothing is loaded and nothing runs, whoever opens the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; font-src data:"

const media = 'img, video, audio, source, track, image, input[type="image"]'
const sourceAttributes = ['src', 'poster', 'href', 'xlink:href']

/** The page as one HTML file: its style, pictures and fonts are in it, it asks for nothing and runs nothing. */
export async function exportPage(page: FramePage, { title, language }: ExportOptions): Promise<string> {
  const toDataUrl = createDataUrls(location.origin)
  const { document: copy, originalOf } = copyPage(page)
  const styles = await collectStyles(page.document, toDataUrl)
  for (const element of copy.querySelectorAll('link, style, meta[charset], title')) element.remove()
  for (const element of copy.querySelectorAll(media))
    await inlineMedia(element, originalOf(element), toDataUrl)
  const { documentElement, head } = copy
  documentElement.removeAttribute('data-theme')
  if (documentElement.lang === '' || page.kind === 'plain') documentElement.lang = language
  head.prepend(
    metaElement(copy, { charset: 'utf-8' }),
    metaElement(copy, { 'http-equiv': 'Content-Security-Policy', content: policy }),
    metaElement(copy, { name: 'viewport', content: 'width=device-width' }),
    textElement(copy, 'title', title),
  )
  const paper = page.kind === 'plain' ? paperStyle : ''
  head.append(textElement(copy, 'style', `${styles}\n${paper}${printStyle}`))
  return `<!doctype html>\n${documentElement.outerHTML}\n`
}

async function inlineMedia(
  element: Element,
  original: Element | undefined,
  toDataUrl: ToDataUrl,
): Promise<void> {
  // of several sizes the one that is shown
  const shown = original?.getAttribute('srcset') == null ? '' : (original as HTMLImageElement).currentSrc
  element.removeAttribute('srcset')
  element.removeAttribute('loading')
  for (const name of sourceAttributes) {
    const written = name === 'src' && shown ? shown : element.getAttribute(name)
    if (written === null || written.startsWith('#')) continue
    const data = await toDataUrl(URL.parse(written, document.baseURI)?.href ?? '')
    if (data === null) element.removeAttribute(name)
    else element.setAttribute(name, data)
  }
}

function metaElement(document: Document, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement('meta')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

function textElement(document: Document, name: 'title' | 'style', text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
