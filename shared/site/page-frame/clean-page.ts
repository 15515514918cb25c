import { filterCss } from './filter-css'
import {
  attributeOf,
  htmlNamespace,
  isElement,
  type PageElement,
  type PageParent,
  removeNode,
  replaceNode,
} from './page-tree'
import { type PagePlace, siteAddress } from './site-address'

/** Goes with all that is in it: what runs, loads, asks, or is drawn by a script. */
const removed = new Set([
  ...[
    'script',
    'style',
    'link',
    'meta',
    'base',
    'title',
    'template',
    'noscript',
    'iframe',
    'frame',
    'frameset',
  ],
  ...[
    'object',
    'embed',
    'applet',
    'param',
    'portal',
    'fencedframe',
    'canvas',
    'audio',
    'video',
    'source',
    'track',
  ],
  ...[
    'select',
    'option',
    'optgroup',
    'datalist',
    'textarea',
    'dialog',
    'plaintext',
    'xmp',
    'listing',
    'math',
  ],
])

const svgElements = new Set([
  ...[
    'svg',
    'g',
    'path',
    'circle',
    'ellipse',
    'line',
    'rect',
    'polygon',
    'polyline',
    'defs',
    'symbol',
    'use',
  ],
  ...['title', 'desc', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'text', 'tspan'],
])

const attributes = new Set([
  ...[
    'class',
    'id',
    'style',
    'title',
    'lang',
    'dir',
    'role',
    'alt',
    'src',
    'href',
    'width',
    'height',
    'hidden',
  ],
  ...[
    'align',
    'valign',
    'bgcolor',
    'border',
    'cellpadding',
    'cellspacing',
    'colspan',
    'rowspan',
    'scope',
    'span',
  ],
  ...[
    'open',
    'start',
    'reversed',
    'value',
    'type',
    'placeholder',
    'disabled',
    'checked',
    'label',
    'summary',
    'cite',
  ],
])

/** Attributes of drawings that neither load nor run. */
const svgAttributes =
  /^(?:viewBox|preserveAspectRatio|xmlns|d|x[12]?|y[12]?|dx|dy|cx|cy|r|rx|ry|fx|fy|points|transform|fill|stroke|opacity|offset|gradientUnits|gradientTransform|clipPathUnits|maskUnits|(?:fill|stroke|stop|clip|text|font|color|vector|shape|dominant|alignment)-[a-z-]+|clip-path|mask)$/

/** What of a `style` attribute stays: nothing is pinned over the page but by the site's own style sheets. */
const refusedStyle = /expression\s*\(|:\s*(?:fixed|sticky|-webkit-sticky)\b/i

function cleanStyle(style: string, place: PagePlace): string {
  const filtered = filterCss(style, (address) => siteAddress(address, place))
  return filtered.includes('\\') || refusedStyle.test(filtered) ? '' : filtered
}

function cleanLink(address: string): string | null {
  const text = address.trim().replace(/[\t\n\r]/g, '')
  return /^(?:https?:|mailto:|#)/i.test(text) || !/^[^/?#]*:/.test(text) ? text : null
}

function cleanAttribute(element: PageElement, name: string, value: string, place: PagePlace): string | null {
  const isDrawing = element.namespaceURI !== htmlNamespace
  if (name === 'style') return cleanStyle(value, place) || null
  if (name === 'src') return element.tagName === 'img' ? siteAddress(value, place) : null
  if (name === 'href') {
    if (isDrawing) return value.startsWith('#') ? value : null
    return element.tagName === 'a' ? cleanLink(value) : null
  }
  if (/^(?:aria|data)-[\w.:-]+$/.test(name) || attributes.has(name)) return value
  if (!isDrawing || !svgAttributes.test(name)) return null
  return /url\s*\((?!\s*["']?#)|\\/i.test(value) ? null : value
}

/** The attributes of an element that may stay, with its addresses on the built site. */
export function cleanAttributes(
  element: PageElement,
  place: PagePlace,
): { readonly name: string; readonly value: string }[] {
  return element.attrs.flatMap((attribute) => {
    const value = cleanAttribute(element, attribute.name, attribute.value, place)
    return value === null ? [] : [{ name: attribute.name, value }]
  })
}

/** Pictures that a script would load later are loaded at once. */
function loadNow(image: PageElement): void {
  const later = attributeOf(image, 'data-src') ?? attributeOf(image, 'data-lazy-src')
  const now = attributeOf(image, 'src')
  if (later !== null && (now === null || now.startsWith('data:')))
    image.attrs = [...image.attrs.filter(({ name }) => name !== 'src'), { name: 'src', value: later }]
}

/**
 * Takes from a tree whatever runs, loads from elsewhere, sends or asks, and gives what is left addresses on the built site: tags, classes and
 * ids stay for the style sheets' sake. Forms become plain boxes, their fields are shown and take nothing.
 */
export function cleanTree(parent: PageParent, place: PagePlace): void {
  for (const child of [...parent.childNodes]) {
    if (!isElement(child)) {
      if (child.nodeName !== '#text') removeNode(child)
      continue
    }
    const isDrawing = child.namespaceURI !== htmlNamespace
    if (isDrawing ? !svgElements.has(child.tagName) : removed.has(child.tagName)) {
      removeNode(child)
      continue
    }
    cleanTree(child, place)
    if (child.tagName === 'picture') {
      replaceNode(child, [...child.childNodes])
      continue
    }
    if (child.tagName === 'img') loadNow(child)
    child.attrs = cleanAttributes(child, place)
    if (child.tagName === 'form' || child.tagName === 'fieldset') {
      child.tagName = 'div'
      child.nodeName = 'div'
    }
    if (child.tagName === 'input') child.attrs = [...withoutType(child), ...inert(child)]
    if (child.tagName === 'button') child.attrs = [...withoutType(child), { name: 'type', value: 'button' }]
  }
}

function withoutType(element: PageElement): { name: string; value: string }[] {
  return element.attrs.filter(({ name }) => name !== 'type')
}

function inert(input: PageElement): { name: string; value: string }[] {
  const type = attributeOf(input, 'type')?.toLowerCase() ?? 'text'
  const shown = ['checkbox', 'radio', 'search', 'text', 'email', 'hidden'].includes(type) ? type : 'text'
  const isBox = shown === 'checkbox' || shown === 'radio'
  return [
    { name: 'type', value: shown },
    { name: isBox ? 'disabled' : 'readonly', value: '' },
  ]
}
