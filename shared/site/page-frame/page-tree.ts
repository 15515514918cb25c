import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5'

/** A node of a parsed page. */
export type PageNode = DefaultTreeAdapterTypes.ChildNode
/** An element of a parsed page. */
export type PageElement = DefaultTreeAdapterTypes.Element
/** A run of text of a parsed page. */
export type PageText = DefaultTreeAdapterTypes.TextNode
/** Whatever holds other nodes. */
export type PageParent = DefaultTreeAdapterTypes.ParentNode

/** Longer than any page around a post; what is larger is not read. */
export const maxPageLength = 2_000_000

/** No layout nests deeper, and the parser's time grows with the square of it. */
const maxDepth = 400

/** Thrown for a page that is too long or nests too deep to be read. */
export class UnreadablePageError extends Error {}

function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1
      if (depth > maxDepth) throw new UnreadablePageError('the page nests too deep')
    },
    onItemPop() {
      depth -= 1
    },
  }
}

function checkLength(html: string): void {
  if (html.length > maxPageLength) throw new UnreadablePageError('the page is too long')
}

/** A whole page as a tree. Throws `UnreadablePageError` for one beyond the bounds. */
export function parsePage(html: string): PageParent {
  checkLength(html)
  return parse(html, { treeAdapter: boundedAdapter(), scriptingEnabled: false })
}

/** HTML as it would stand in an element. Throws `UnreadablePageError` for what is beyond the bounds. */
export function parsePiece(html: string): PageParent {
  checkLength(html)
  return parseFragment(html, { treeAdapter: boundedAdapter(), scriptingEnabled: false })
}

/** Whether a node is an element. */
export function isElement(node: PageNode | PageParent): node is PageElement {
  return 'tagName' in node
}

/** Whether a node is text. */
export function isText(node: PageNode): node is PageText {
  return node.nodeName === '#text'
}

/** The elements directly in a node. */
export function elementsIn(parent: PageParent): readonly PageElement[] {
  return parent.childNodes.filter(isElement)
}

/** An attribute's value, null without it. */
export function attributeOf(element: PageElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** Sets an attribute. */
export function setAttribute(element: PageElement, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((attribute) => attribute.name !== name), { name, value }]
}

/** What a node is in, from its parent to the root. */
export function* ancestorsOf(node: PageNode): Generator<PageElement> {
  let parent = node.parentNode
  while (parent !== null && isElement(parent)) {
    yield parent
    parent = parent.parentNode
  }
}

const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', 'textarea'])

/** Every node below `parent` in the document's order; not what no reader sees. */
export function* nodesIn(parent: PageParent): Generator<PageNode> {
  for (const child of parent.childNodes) {
    yield child
    if (isElement(child) && !unseen.has(child.tagName)) yield* nodesIn(child)
  }
}

/** All elements below `parent`, also those in the head, in the document's order. */
export function* allElementsIn(parent: PageParent): Generator<PageElement> {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* allElementsIn(child)
  }
}

/** The first element of a name; null without one. */
export function findElement(parent: PageParent, tagName: string): PageElement | null {
  for (const element of allElementsIn(parent)) if (element.tagName === tagName) return element
  return null
}

/** The text that a reader sees in a node. */
export function textIn(node: PageNode): string {
  if (isText(node)) return node.value
  if (!isElement(node)) return ''
  let text = ''
  for (const child of nodesIn(node)) if (isText(child)) text += child.value
  return text
}

/** Takes a node off the tree. */
export function removeNode(node: PageNode): void {
  defaultTreeAdapter.detachNode(node)
}

/** Puts nodes in the place of another. */
export function replaceNode(node: PageNode, replacements: readonly PageNode[]): void {
  const parent = node.parentNode
  if (parent === null) return
  for (const replacement of replacements) defaultTreeAdapter.insertBefore(parent, replacement, node)
  defaultTreeAdapter.detachNode(node)
}

/** A new element. */
export function makeElement(tagName: string, attributes: Readonly<Record<string, string>>): PageElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  return defaultTreeAdapter.createElement(tagName, htmlNamespace as PageElement['namespaceURI'], attrs)
}

/** A new run of text. */
export function makeText(value: string): PageText {
  return defaultTreeAdapter.createTextNode(value)
}

/** The namespace of HTML's own elements. */
export const htmlNamespace: string = 'http://www.w3.org/1999/xhtml'

/** The text of a page's `title` in its HTML, as far as it can be told without reading the page; `` without one. */
export function titleOfPage(html: string): string {
  const start = html.slice(0, 20_000)
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? ''
  const fragment = parseFragment(title)
  return fragment.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
}

/** Whether a page says next to nothing before its scripts run. */
export function isDrawnByScripts(page: PageParent): boolean {
  const body = findElement(page, 'body')
  if (body === null) return false
  const hasScript = [...allElementsIn(page)].some(({ tagName }) => tagName === 'script')
  return hasScript && textIn(body).trim().length < 200
}
