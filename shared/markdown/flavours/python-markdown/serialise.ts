import type { Element } from './element'

const voidTags = new Set(['br', 'hr', 'img'])
// Python-Markdown 3.4 serializers.py, RE_AMP: what looks like a character reference is one.
const bareAmpersand = /&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)/gi

/** Text as HTML; what looks like a character reference stays one. */
export function escapeText(text: string): string {
  return text.replace(bareAmpersand, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;')
}

const ownLine = new Set('p h1 h2 h3 h4 h5 h6 ul ol li blockquote hr pre'.split(' '))
const holdsBlocks = new Set('ul ol blockquote'.split(' '))

/** `element` and all it holds as XHTML. Layout white space is near to Python-Markdown's, not the same. */
export function serialise(element: Element): string {
  const attributes = element.attributes
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
  const lineFeed = ownLine.has(element.tag) ? '\n' : ''
  if (voidTags.has(element.tag)) {
    return `<${element.tag}${attributes} />${element.tag === 'br' ? '\n' : lineFeed}`
  }
  const inner = holdsBlocks.has(element.tag) ? '\n' : ''
  return `<${element.tag}${attributes}>${inner}${serialiseContent(element)}</${element.tag}>${lineFeed}`
}

/** What `element` holds, without its own tags. */
export function serialiseContent(element: Element): string {
  let html = escapeText(element.text)
  for (const child of element.children) html += serialise(child) + escapeText(child.tail)
  return html
}
