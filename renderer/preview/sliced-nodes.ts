import { partsOf } from './html-parts'

/** Gives sanitised nodes of HTML, as they would stand inside an element of the name `context`, or in the body. */
type ToNodes = (html: string, context?: string) => DocumentFragment

/** So much HTML is sanitised in one go. */
const sliceLength = 16_000

/** The first line break in them is none. */
const dropsLineBreak = /^(?:pre|listing)$/

/** `toNodes(html)` in steps, for HTML that is too long for one: a table or a list is made row by row. */
export function* nodesInSlices(
  html: string,
  toNodes: ToNodes,
  inert: Document,
): Generator<undefined, DocumentFragment> {
  const fragment = inert.createDocumentFragment()
  // read and written once, it is well-formed, whatever tags the writer typed
  const container = inert.createElement('div')
  container.innerHTML = html
  keepLineBreaks(container)
  const wellFormed = container.innerHTML
  yield
  yield* fill(fragment, wellFormed, 0, wellFormed.length, undefined, toNodes)
  return fragment
}

/** Reading drops the line break that an element begins with, and writing does not put it back: one that is left would go when it is read again. */
function keepLineBreaks(container: Element): void {
  for (const { firstChild } of container.querySelectorAll('pre, listing, textarea'))
    if (firstChild?.nodeType === 3 && firstChild.nodeValue?.startsWith('\n'))
      firstChild.nodeValue = `\n${firstChild.nodeValue}`
}

function* fill(
  parent: ParentNode,
  html: string,
  from: number,
  to: number,
  context: string | undefined,
  toNodes: ToNodes,
): Generator<undefined, void> {
  let start = from
  for (const part of partsOf(html, from, to) ?? []) {
    const shell = part.end - part.start > 2 * sliceLength ? shellOf(html, part, context, toNodes) : null
    if (shell !== null) {
      append(parent, html.slice(start, part.start), context, toNodes)
      parent.append(shell)
      yield* fill(shell, html, part.innerStart, part.innerEnd, part.name, toNodes)
      start = part.end
    } else if (part.end - start > sliceLength) {
      append(parent, html.slice(start, part.end), context, toNodes)
      start = part.end
      yield
    }
  }
  append(parent, html.slice(start, to), context, toNodes)
  yield
}

function append(parent: ParentNode, html: string, context: string | undefined, toNodes: ToNodes): void {
  if (html !== '') parent.append(toNodes(html, context))
}

/** The element of `part` without its content; null where the sanitiser does not leave it as it is. */
function shellOf(
  html: string,
  {
    start,
    end,
    innerStart,
    innerEnd,
    name,
  }: { start: number; end: number; innerStart: number; innerEnd: number; name: string },
  context: string | undefined,
  toNodes: ToNodes,
): Element | null {
  if (name === '' || innerStart === end || dropsLineBreak.test(name)) return null
  const nodes = toNodes(html.slice(start, innerStart) + html.slice(innerEnd, end), context)
  const shell = nodes.firstElementChild
  return nodes.childNodes.length === 1 && shell?.localName === name ? shell : null
}
