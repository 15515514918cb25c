import type { Element } from './element'
import type { Syntax } from './syntax'

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

const verbatimTags = new Set(['script', 'style'])
const ownLine = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote hr pre'.split(' '),
)
const holdsBlocks = new Set('ul ol dl table thead tbody tr blockquote'.split(' '))

type Format = Pick<Syntax, 'html5'>

function attributeHtml(name: string, value: string, { html5 }: Format): string {
  const escaped = escapeAttribute(value)
  return html5 && name === escaped ? ` ${name}` : ` ${name}="${escaped}"`
}

/** `element` and all it holds as HTML. Layout white space is near to Python-Markdown's, not the same. */
export function serialise(element: Element, format: Format): string {
  const attributes = element.attributes.map(([name, value]) => attributeHtml(name, value, format)).join('')
  const lineFeed = ownLine.has(element.tag) ? '\n' : ''
  if (voidTags.has(element.tag)) {
    return `<${element.tag}${attributes}${format.html5 ? '>' : ' />'}${element.tag === 'br' ? '\n' : lineFeed}`
  }
  const inner = holdsBlocks.has(element.tag) ? '\n' : ''
  return `<${element.tag}${attributes}>${inner}${serialiseContent(element, format)}</${element.tag}>${lineFeed}`
}

/** What `element` holds, without its own tags. */
export function serialiseContent(element: Element, format: Format): string {
  let html = verbatimTags.has(element.tag) ? element.text : escapeText(element.text)
  for (const child of element.children) html += serialise(child, format) + escapeText(child.tail)
  return html
}
