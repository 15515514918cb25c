import createDomPurify, { type Config } from 'dompurify'
import { filterCss } from '#shared/site/page-frame/filter-css'

const config: Config = {
  USE_PROFILES: { html: true, svg: true },
  FORBID_TAGS: [
    ...['style', 'form', 'select', 'option', 'optgroup', 'textarea', 'fieldset', 'dialog', 'template'],
    ...['audio', 'video', 'source', 'track', 'picture', 'image', 'a:a'],
  ],
  FORBID_ATTR: [
    ...[
      'name',
      'background',
      'srcset',
      'sizes',
      'autofocus',
      'autoplay',
      'contenteditable',
      'accesskey',
      'ping',
    ],
    ...['action', 'formaction', 'poster', 'target', 'usemap', 'is', 'slot', 'xlink:href'],
  ],
  ADD_TAGS: ['galley-slot'],
  // the site's own elements mean nothing without its scripts, but its style sheets know them
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: /^[a-z][\w.]*-[\w.-]+$/,
    attributeNameCheck: /^(?:class|id|hidden|data-[\w-]+)$/,
    allowCustomizedBuiltInElements: false,
  },
  ALLOW_DATA_ATTR: true,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // style sheets go by the ids; no element with an id alone can be taken for a property of the document, and names are gone
  SANITIZE_DOM: false,
  RETURN_DOM_FRAGMENT: true,
}

const inlineImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i
const refusedStyle = /\\|expression\s*\(|:\s*(?:fixed|sticky|-webkit-sticky)\b/i

/** Makes nodes of a frame's markup that run nothing and load only what begins with `base`. */
export type PageSanitiser = (markup: string, base: string) => DocumentFragment

/** Whether an address is that of a file of the site, or a picture written into the page. */
function isOfSite(address: string, base: string): boolean {
  return address.startsWith(`${base}/`) || inlineImage.test(address)
}

/** A style sheet that loads only what begins with `base`. */
export function cleanPageSheet(css: string, base: string): string {
  return filterCss(css, (address) => (isOfSite(address, base) ? address : null))
}

/** A `style` attribute's value that loads only what begins with `base` and pins nothing over the page. */
export function cleanPageStyle(style: string, base: string): string {
  const filtered = cleanPageSheet(style, base)
  return refusedStyle.test(filtered) ? '' : filtered
}

/**
 * A sanitiser for the markup around a post. It was cleaned when it was learnt; this is the second wall, in the browser's own words. The frame's
 * sandbox and its policy are the first.
 */
export function createPageSanitiser(window: Window & typeof globalThis): PageSanitiser {
  const purify = createDomPurify(window)
  let root = ''
  purify.addHook('uponSanitizeAttribute', (element, data) => {
    const isDrawing = element.namespaceURI?.endsWith('/svg') === true
    if (data.attrName === 'src' && !isOfSite(data.attrValue, root)) data.keepAttr = false
    else if (data.attrName === 'href' && isDrawing && !data.attrValue.startsWith('#')) data.keepAttr = false
    else if (data.attrName === 'style') {
      data.attrValue = cleanPageStyle(data.attrValue, root)
      data.keepAttr = data.attrValue !== ''
    } else if (isDrawing && /url\s*\((?!\s*["']?#)|\\/i.test(data.attrValue)) data.keepAttr = false
  })
  purify.addHook('afterSanitizeAttributes', (element) => {
    const name = element.nodeName.toLowerCase()
    if (name === 'input' || name === 'button') element.setAttribute('tabindex', '-1')
    if (name === 'input') element.setAttribute('readonly', '')
    if (name === 'a') element.setAttribute('rel', 'noopener noreferrer')
  })
  return (markup, base) => {
    root = base
    const fragment: unknown = purify.sanitize(markup, config)
    if (fragment === null) return window.document.createDocumentFragment()
    if (!(fragment instanceof window.DocumentFragment)) throw new Error('the sanitiser gave no fragment')
    return fragment
  }
}
