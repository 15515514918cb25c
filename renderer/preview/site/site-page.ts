import type { SiteFrame } from '#shared/contract/page-frame'
import { frameTextsOf } from '#shared/site/page-frame/frame-texts'
import { siteScheme } from '#shared/site/page-frame/site-address'
import type { FramePage } from '../frame-page'
import { reachThroughChunks } from './child-selectors'
import { findPlaces } from './fill-page'
import { hideOverlays, isShown } from './overlays'
import { cleanPageSheet, cleanPageStyle, createPageSanitiser } from './sanitise-page'
import { sitePageStyle } from './site-page-style'

/** The page of the site to put around the post. */
export type SitePage = {
  readonly frame: SiteFrame
  /** What a path of the built site, with a slash before it, goes behind. */
  readonly base: string
  /** Told once the style sheets are there and the post is out of sight all the same. */
  readonly onHidden: () => void
}

/** Longer than a sheet from the same machine takes; what comes later is seen later. */
const sheetsWithinMs = 3000

/** Turns the frame's document into the site's page with places for a post; null until there is a document. */
export function buildSitePage(frame: HTMLIFrameElement, site: SitePage): FramePage | null {
  const { contentDocument: document, contentWindow: window } = frame
  if (!document || !window || document.readyState === 'loading') return null
  const { styles, markup, htmlAttributes, bodyAttributes, author, dateStyle, pageTitle } = placed(site)
  // a page is on white where its site says nothing
  frame.style.background = '#fff'
  setAttributes(document.documentElement, htmlAttributes, site.base)
  setAttributes(document.body, bodyAttributes, site.base)
  for (const element of document.head.querySelectorAll('link, style')) element.remove()
  const sheets = styles.map((style) => styleElement(document, style, site.base))
  document.head.append(...sheets, styleElement(document, ownStyle, site.base))
  const sanitise = createPageSanitiser(globalThis.window)
  document.body.replaceChildren(sanitise(markup, site.base))
  const body = document.querySelector<HTMLElement>('[data-galley="body"]')
  if (body === null) return null
  body.replaceChildren()
  const [header, notice] = [document.createElement('header'), document.createElement('div')]
  notice.className = 'galley-notice'
  notice.hidden = true
  document.body.prepend(notice)
  const page: FramePage = {
    kind: 'site',
    document,
    window,
    article: document.body,
    header,
    body,
    notice,
    writeHeader(post, showImage) {
      const texts = frameTextsOf(post.path ?? '', post.values ?? {}, dateStyle)
      document.title = `${pageTitle.before}${texts.title}${pageTitle.after}`
      fill ??= findPlaces(document, author, showImage)
      fill(texts)
    },
  }
  let fill: ReturnType<typeof findPlaces> | null = null
  whenLoaded(sheets).then(() => {
    if (frame.contentDocument !== document || !document.contains(body)) return
    reachThroughChunks(document, body)
    hideOverlays(document, body)
    if (window.innerHeight > 0 && !isShown(body)) site.onHidden()
  })
  return page
}

/** The frame with the addresses at which this host serves the site. */
function placed({ frame, base }: SitePage): SiteFrame {
  // in JSON, so that no text is forgotten; the scheme holds nothing that JSON escapes
  return JSON.parse(JSON.stringify(frame).replaceAll(siteScheme, base)) as SiteFrame
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>, base: string): void {
  for (const { name } of [...element.attributes]) element.removeAttribute(name)
  for (const [name, value] of Object.entries(attributes)) {
    if (/^(?:class|id|lang|dir|role|hidden|(?:data|aria)-[\w-]+)$/.test(name))
      element.setAttribute(name, value)
    else if (name === 'style') element.setAttribute('style', cleanPageStyle(value, base))
  }
}

const ownStyle = { kind: 'text', css: sitePageStyle, media: '' } as const

function styleElement(document: Document, style: SiteFrame['styles'][number], base: string): HTMLElement {
  if (style.kind === 'text') {
    const element = document.createElement('style')
    element.media = style.media
    element.textContent = cleanPageSheet(style.css, base)
    return element
  }
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.media = style.media
  link.href = style.address
  return link
}

async function whenLoaded(sheets: readonly HTMLElement[]): Promise<void> {
  const links = sheets.filter(({ nodeName }) => nodeName === 'LINK')
  const settled = links.map(
    (link) =>
      new Promise<void>((resolve) => {
        link.addEventListener('load', () => resolve(), { once: true })
        link.addEventListener('error', () => resolve(), { once: true })
      }),
  )
  const timeUp = new Promise<void>((resolve) => setTimeout(resolve, sheetsWithinMs))
  await Promise.race([Promise.all(settled), timeUp])
}
