import createDomPurify, { type Config, type DOMPurify } from 'dompurify'
import { codeInfoAttribute } from '#shared/markdown/code-info'
import { readAddress } from './address'
import { replaceEmbeds, replaceEmbedsIn } from './embedded-content'
import { filterStyle } from './style-filter'

/** Put before every id and name of a post, so that none of them can be taken for a property of the document. */
export const idPrefix = 'user-content-'

const config: Config = {
  USE_PROFILES: { html: true, svg: true, mathMl: true },
  FORBID_TAGS: ['style', 'form', 'button', 'select', 'option', 'optgroup', 'textarea', 'fieldset', 'dialog'],
  FORBID_ATTR: ['background', 'autofocus', 'autoplay', 'contenteditable', 'accesskey', 'ping', 'action'],
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOW_DATA_ATTR: false,
  ADD_ATTR: [codeInfoAttribute],
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
}

const isCheckbox = (element: Element): boolean => element.getAttribute('type')?.toLowerCase() === 'checkbox'

function cleanElement(element: Element): void {
  const style = element.getAttribute('style')
  if (style !== null) {
    const filtered = filterStyle(style)
    if (filtered === null) element.removeAttribute('style')
    else element.setAttribute('style', filtered)
  }
  for (const attribute of [...element.attributes]) cleanPaint(element, attribute)
  const name = element.nodeName.toLowerCase()
  if (name === 'input') element.setAttribute('disabled', '')
  if (name === 'a' || name === 'area') cleanLink(element)
}

/** Attributes that SVG reads as styles (`fill`, `mask`, `marker-end`…) may name parts of the drawing, and nothing elsewhere. */
function cleanPaint(element: Element, { name, value }: Attr): void {
  if (name === 'style' || !/url\s*\(|\\/i.test(value) || !(element.namespaceURI ?? '').endsWith('/svg'))
    return
  const part = /^\s*url\(\s*["']?#([\w.:-]+)["']?\s*\)/.exec(value)?.[1]
  if (part === undefined) element.removeAttribute(name)
  else element.setAttribute(name, `url(#${idPrefix}${part})`)
}

/** A link that a click handler would miss opens nothing: the frame's sandbox has no windows to open. */
function cleanLink(link: Element): void {
  const href = link.getAttribute('href') ?? link.getAttribute('xlink:href')
  if (href === null) return
  if (readAddress(href).kind === 'anchor') link.removeAttribute('target')
  else link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

/**
 * Turns HTML of a post into nodes that run nothing, send nothing and cannot pose as part of the page: as it would be read in the body, or inside of an
 * element of the name `context`.
 */
export type Sanitiser = (html: string, context?: string) => DocumentFragment

/** Makes a sanitiser of its own; nodes come from a document that loads nothing. */
export function createSanitiser(window: Window & typeof globalThis): Sanitiser {
  const purify: DOMPurify = createDomPurify(window)
  purify.addHook('uponSanitizeElement', (node, data) => {
    if (data.tagName === 'input' && node instanceof window.Element && !isCheckbox(node)) node.remove()
  })
  purify.addHook('afterSanitizeAttributes', cleanElement)
  const inert = window.document.implementation.createHTMLDocument('')
  const sanitise = (dirty: string | Node): DocumentFragment => {
    const fragment: unknown = purify.sanitize(dirty, config)
    // of a document without a body, such as a frame set, nothing is left
    if (fragment === null) return window.document.createDocumentFragment()
    if (!(fragment instanceof window.DocumentFragment)) throw new Error('the sanitiser gave no fragment')
    return fragment
  }
  return (html, context) => {
    if (context === undefined) return sanitise(replaceEmbeds(html))
    const parent = inert.createElement(context)
    parent.innerHTML = html
    replaceEmbedsIn(parent)
    const fragment = sanitise(parent)
    const clean = fragment.firstElementChild
    if (clean?.localName === context) fragment.replaceChildren(...clean.childNodes)
    return fragment
  }
}
